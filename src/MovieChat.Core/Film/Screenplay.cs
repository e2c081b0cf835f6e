using System.Globalization;

namespace MovieChat.Core.Film;

/// <summary>Everything of the film that is known at one moment, as the exports and the screenwriter read it.
/// A document that does not exist yet is null, or missing from its dictionary.</summary>
public sealed record Screenplay
{
    public string Title { get; init; } = "";
    public Brief? Brief { get; init; }
    public Idea? Idea { get; init; }
    public Synopsis? Synopsis { get; init; }
    public Cast? Cast { get; init; }
    public Plot? Plot { get; init; }
    public SceneList? Scenes { get; init; }

    /// <summary>By character id.</summary>
    public IReadOnlyDictionary<string, Profile> Profiles { get; init; } = new Dictionary<string, Profile>();

    /// <summary>By scene id.</summary>
    public IReadOnlyDictionary<string, Dialogue> Dialogues { get; init; } = new Dictionary<string, Dialogue>();

    public Look? Look { get; init; }

    /// <summary>By character id.</summary>
    public IReadOnlyDictionary<string, Picture> Portraits { get; init; } = new Dictionary<string, Picture>();

    /// <summary>By scene id.</summary>
    public IReadOnlyDictionary<string, ShotList> Shots { get; init; } = new Dictionary<string, ShotList>();

    /// <summary>By <see cref="FrameKey"/>.</summary>
    public IReadOnlyDictionary<string, Picture> Frames { get; init; } = new Dictionary<string, Picture>();

    /// <summary>By which a shot's frame is found: scene id and shot number, such as <c>s3.2</c>.</summary>
    public static string FrameKey(string scene, int shot) => string.Create(CultureInfo.InvariantCulture, $"{scene}.{shot}");

    public Scene? SceneById(string id) => Scenes?.Scenes.FirstOrDefault(scene => scene.Id == id);

    public Character? CharacterById(string id) => Cast?.Characters.FirstOrDefault(person => person.Id == id);
}
