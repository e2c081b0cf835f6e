using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>The film's documents and what each needs, written out by hand from the journey's description, over a <see cref="Ledger"/>.</summary>
internal sealed class FilmByHand(Ledger ledger, bool withPictures)
{
    private static readonly DocumentId s_look = new("look");

    public IEnumerable<DocumentId> Documents =>
    [
        DocumentId.Brief, DocumentId.Ideas, DocumentId.Synopsis, DocumentId.Cast, .. Drawn([s_look]), .. Profiles, .. Drawn(People.Select(Portrait)),
        DocumentId.Plot, DocumentId.Scenes, .. Dialogues, .. Drawn(Scenes.Select(Shots)), .. Drawn(Frames.Select(frame => frame.Id)),
    ];

    public IEnumerable<DocumentId> Dialogues => Scenes.Select(DocumentId.Dialogue);

    public IEnumerable<DocumentId> Needs(DocumentId id) => id.Kind switch
    {
        "brief" => [],
        "ideas" => [DocumentId.Brief],
        "synopsis" => [DocumentId.Ideas],
        "cast" or "look" => [DocumentId.Synopsis],
        "profile" => [DocumentId.Cast],
        "portrait" => [DocumentId.Cast, s_look],
        "plot" => [DocumentId.Synopsis, DocumentId.Cast, .. Profiles],
        "scenes" => [DocumentId.Plot],
        "shots" => [DocumentId.Scenes, s_look],
        "dialogue" => [DocumentId.Scenes, DocumentId.Plot, .. Profiles],
        "frame" => [Shots(id.Key!.Split('.')[0]), .. InShot(id).Where(People.Contains).Select(Portrait), s_look],
        _ => throw new ArgumentException($"No film has '{id}'."),
    };

    public DocumentMap<DraftRef> Inputs(DocumentId id) =>
        (from need in Needs(id)
         let approved = ledger[need].InTheFilm
         where approved is not null
         select KeyValuePair.Create(need, approved.Value)).ToDocumentMap();

    /// <summary>What the current draft was made from, or was accepted with, and is approved otherwise now; of a frame that was drawn without a portrait, the portrait once there is one.</summary>
    public IEnumerable<DocumentId> Changed(DocumentId id)
    {
        var madeFrom = ledger[id].MadeFrom;
        return Needs(id).Where(need => madeFrom.TryGetValue(need, out var was)
            ? was != ledger[need].InTheFilm
            : need.Kind == "portrait" && madeFrom.Count > 0 && ledger[need].InTheFilm is not null);
    }

    /// <summary>Approved and up to date, with nothing under way; or skipped.</summary>
    public bool IsSettled(DocumentId id) =>
        ledger[id] is { Skipped: true } || IsLeftOut(id) || (ledger[id] is { Approved: not null, Open: false, Failed: false, Asked: null } && !Changed(id).Any());

    public bool NeedsAreSettled(DocumentId id) => Needs(id).All(IsSettled);

    /// <summary>Without a look there are no pictures, unless there is one already or the writer has asked for it.</summary>
    public bool IsLeftOut(DocumentId id) =>
        id.Kind is "portrait" or "shots" or "frame" && ledger[s_look].Skipped && ledger[id] is { Current: 0, Skipped: false } page && (page.Asked is null || page.Order is not null);

    /// <summary>What lies before the writer. Nothing is asked for of it, so that it is theirs to decide on.</summary>
    public IEnumerable<DocumentId> Awaiting => Documents.Where(id =>
        ledger[id] is { Skipped: false, Asked: null } page
        && !IsLeftOut(id)
        && (id == DocumentId.Brief || !page.Untouched)
        && (page.Failed || page.Open || page.Approved is null || Changed(id).Any()));

    /// <summary>Whether a first draft of a dialogue waits for the scene before it.</summary>
    public bool WaitsItsTurn(DocumentId id) =>
        id.Kind == "dialogue" && Dialogues.TakeWhile(each => each != id).TakeLast(1).Any(before => ledger[before] is not { Approved: not null, Open: false, Failed: false, Asked: null });

    private IEnumerable<DocumentId> Drawn(IEnumerable<DocumentId> ids) => withPictures ? ids : [];

    private IEnumerable<DocumentId> Profiles => People.Select(DocumentId.Profile);

    private IEnumerable<string> People => ledger[DocumentId.Cast].Parts.Select(part => part.Id);

    private IEnumerable<string> Scenes => ledger[DocumentId.Scenes].Parts.Select(part => part.Id);

    private IEnumerable<(DocumentId Id, Part Part)> Frames =>
        from scene in Scenes
        from shot in ledger[Shots(scene)].Parts
        select (new DocumentId("frame", $"{scene}.{shot.Id}"), shot);

    private ValueList<string> InShot(DocumentId frame) => Frames.Single(each => each.Id == frame).Part.People;

    private static DocumentId Portrait(string person) => new("portrait", person);

    private static DocumentId Shots(string scene) => new("shots", scene);
}
