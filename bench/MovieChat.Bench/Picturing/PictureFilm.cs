using System.Diagnostics;
using MovieChat.Core.Journey;
using MovieChat.Workflows.Projects;

namespace MovieChat.Bench.Picturing;

/// <summary>A film that is made through the head, its pictures in bursts of their own: it is paused until all of a kind can be ordered.</summary>
internal sealed class PictureFilm(BenchHead head, string project)
{
    /// <param name="frames">As many as there are drawn at the most.</param>
    public async Task<Made> MakeAsync(StartRequest request, int frames)
    {
        var film = await head.BeginAsync(project, request with { Pictures = true });
        film = await head.GoOnAsync(project, film, "look", "plot");
        film = await head.PauseAsync(project);
        film = await head.ApproveAsync(project, new("look"), film.Document(new("look")).Draft!.Number);
        var portraits = await OrderedAsync(film, "portrait");
        film = await head.GoOnAsync(project, portraits.Project, "shots");
        film = await WithFramesAsync(await head.PauseAsync(project), frames);
        var ordered = await OrderedAsync(film, "frame");
        return new(await head.GoOnAsync(project, ordered.Project), portraits.Ordered, ordered.Ordered);
    }

    /// <summary>Approves the shots of one scene after the other until there are so many frames to be drawn; the film does without others.</summary>
    private async Task<WritingProject> WithFramesAsync(WritingProject film, int frames)
    {
        foreach (var id in Of(film, "shots"))
        {
            var draft = film.Document(id).Draft!.Number;
            film = Of(film, "frame").Length < frames
                ? await head.ApproveAsync(project, id, draft)
                : await head.SkipAsync(project, id, draft, "There are frames enough.");
        }

        foreach (var id in Of(film, "frame").Skip(frames)) film = await head.SkipAsync(project, id, 0, "There are frames enough.");
        return film;
    }

    /// <summary>What the pictures of a kind take from the end of the pause until the last of them is a draft.</summary>
    private async Task<(WritingProject Project, Ordered Ordered)> OrderedAsync(WritingProject paused, string kind)
    {
        var wanted = Of(paused, kind).Where(id => paused.Document(id) is { Draft: null, Skipped: null }).ToArray();
        var (requests, writes, spent) = (head.Writes.Requests, head.Writes.Writes, paused.Budget.Pictures.Spent);
        var from = Stopwatch.GetTimestamp();
        await head.ResumeAsync(project);
        var film = await head.UntilAsync(project, found => wanted.All(id => found.Document(id) is { Draft: not null } or { Failed: not null }));
        var took = Stopwatch.GetElapsedTime(from);
        if (wanted.FirstOrDefault(id => film.Document(id).Draft is null) is { Kind: not null } failed) throw new InvalidOperationException($"{failed} failed: {film.Document(failed).Failed?.Failure.Message}");
        return (film, new(wanted.Length, (int)(film.Budget.Pictures.Spent - spent), took, head.Writes.Requests - requests, head.Writes.Writes - writes));
    }

    private static DocumentId[] Of(WritingProject film, string kind) => [.. new FilmGraph(film).Documents.Where(id => id.Kind == kind)];
}

internal sealed record Made(WritingProject Project, Ordered Portraits, Ordered Frames);

/// <param name="Pictures">More than documents where a draft has several options.</param>
/// <param name="Requests">To storage, all of them.</param>
/// <param name="Writes">Those of them that change what is stored.</param>
internal sealed record Ordered(int Documents, int Pictures, TimeSpan Took, int Requests, int Writes);
