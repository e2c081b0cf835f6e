using System.Globalization;
using System.Text.Json;
using MovieChat.Core.Exports;
using MovieChat.Core.Film;
using MovieChat.Workflows.Projects;
using PdfSharp.Pdf.IO;

namespace MovieChat.Bench.Picturing;

/// <summary>A feature of as many pages as minutes: the understudy writes the key scenes of a film alone, so they are taken several times, each time in other places.</summary>
internal static class LongFilm
{
    public static Screenplay Of(Screenplay film, int pages)
    {
        var times = (int)Math.Ceiling((double)pages / PagesOf(Print(film)));
        var scenes =
            from time in Enumerable.Range(0, times)
            from scene in film.Scenes!.Scenes
            let number = (time * film.Scenes!.Scenes.Count) + scene.Number
            let place = time == 0 ? scene.Heading.Place : string.Create(CultureInfo.InvariantCulture, $"{scene.Heading.Place} {time + 1}")
            select (Before: scene.Id, Scene: scene with
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"s{number}"),
                Number = number,
                Heading = scene.Heading with { Place = place },
                Position = (time + scene.Position) / times,
            });
        var all = scenes.ToArray();
        return film with
        {
            Scenes = new() { Scenes = [.. all.Select(each => each.Scene)] },
            Dialogues = all.ToDictionary(each => each.Scene.Id, each => film.Dialogues[each.Before] with { Scene = each.Scene.Id }),
        };
    }

    /// <summary>Begins a film of those people and scenes; its dialogues and all that is to be seen are still to come.</summary>
    public static StartRequest Request(Screenplay film, string title) => new()
    {
        Title = title,
        Brief = JsonSerializer.SerializeToElement(film.Brief!, FilmJson.Readable.Brief),
        Start = new Dictionary<string, JsonElement>(film.Profiles.Select(each => KeyValuePair.Create($"profile:{each.Key}", JsonSerializer.SerializeToElement(each.Value, FilmJson.Readable.Profile))))
        {
            ["synopsis"] = JsonSerializer.SerializeToElement(film.Synopsis!, FilmJson.Readable.Synopsis),
            ["cast"] = JsonSerializer.SerializeToElement(film.Cast!, FilmJson.Readable.Cast),
            ["plot"] = JsonSerializer.SerializeToElement(film.Plot!, FilmJson.Readable.Plot),
            ["scenes"] = JsonSerializer.SerializeToElement(film.Scenes!, FilmJson.Readable.SceneList),
        },
    };

    public static byte[] Print(Screenplay film) => ScreenplayPdf.Write(film, new ScreenplayPdfOptions { ChangedAt = DateTimeOffset.UnixEpoch });

    public static int PagesOf(byte[] file)
    {
        using var bytes = new MemoryStream(file);
        using var document = PdfReader.Open(bytes, PdfDocumentOpenMode.Import);
        return document.PageCount;
    }
}
