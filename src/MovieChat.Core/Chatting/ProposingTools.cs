using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;

namespace MovieChat.Core.Chatting;

/// <summary>The tools that put something before the writer. None of them decides.</summary>
internal sealed partial class ProposingTools(IFilmDesk desk, string said)
{
    /// <summary>Most proposals of a turn: no talk needs more, and a text that makes the model propose without end gets no further.</summary>
    public const int Most = 6;

    private const int Ways = 3;
    private const int MostContent = 200_000;

    private readonly List<Proposal> _made = [];

    public IReadOnlyList<Proposal> Made => _made;

    public IReadOnlyList<FilmTool> All =>
    [
        FilmTools.Tool(
            "propose_draft",
            "Puts a whole new draft of a document before the writer, in the form that read_document shows. Of ideas and of a synopsis: one more option.",
            """{"type":"object","properties":{"document":{"type":"string","description":"The document's id."},"content":{"type":"object","description":"The document, in the form of its kind."}},"required":["document","content"]}""",
            ProposeDraftAsync),
        FilmTools.Tool(
            "propose_passage",
            "Puts a draft before the writer in which one passage alone is changed.",
            """{"type":"object","properties":{"document":{"type":"string"},"passage":{"type":"string","description":"The words that stand there now, exactly, once in the document."},"replacement":{"type":"string"},"option":{"type":"integer","description":"Which option of the draft; may be left out when there is one, or one is approved."}},"required":["document","passage","replacement"]}""",
            ProposePassageAsync),
        FilmTools.Tool("propose_brief", "Puts a brief before the writer, from what they said.", DocumentCraft.For("brief").Schema.ToJsonString(), ProposeBriefAsync),
        FilmTools.Tool(
            "propose_ways",
            "Shows the writer three ways forward that differ in kind, when they are stuck with a document.",
            """{"type":"object","properties":{"document":{"type":"string"},"ways":{"type":"array","minItems":3,"maxItems":3,"items":{"type":"object","properties":{"title":{"type":"string"},"text":{"type":"string","description":"What would happen, in two or three sentences."}},"required":["title","text"]}}},"required":["document","ways"]}""",
            ProposeWaysAsync),
        FilmTools.Tool(
            "propose_chat",
            "Offers the writer another chat, for a subject of its own.",
            """{"type":"object","properties":{"title":{"type":"string","description":"Two to six words."},"focus":{"type":"string","description":"The id of the document that it would be about; left out for the whole film."}},"required":["title"]}""",
            ProposeChatAsync),
        FilmTools.Tool(
            "keep_fact",
            "Keeps something that the writer has just stated and that holds for the film from now on.",
            """{"type":"object","properties":{"text":{"type":"string","description":"The fact in a sentence that can be understood alone, close to the writer's words."},"quote":{"type":"string","description":"The writer's own words for it, exactly, from their last message."},"about":{"type":"array","items":{"type":"string"},"description":"The ids of the characters or documents that it is about; empty for the whole film."}},"required":["text","quote"]}""",
            KeepFactAsync),
    ];

    private async Task<string> ProposeDraftAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        var project = await RoomAsync(cancellationToken);
        var id = FilmTools.Document(arguments, new(project));
        return await ProposeAsync(project, id, Content(arguments, "content"), cancellationToken);
    }

    private async Task<string> ProposeBriefAsync(JsonElement arguments, CancellationToken cancellationToken) =>
        await ProposeAsync(await RoomAsync(cancellationToken), DocumentId.Brief, arguments.GetRawText(), cancellationToken);

    private async Task<string> ProposeAsync(WritingProject project, DocumentId id, string content, CancellationToken cancellationToken)
    {
        if (DocumentTable.Film.Rule(id.Kind)!.IsPicture) throw Undrawable(id);
        var before = await desk.PlainDraftAsync(id, cancellationToken);
        var isChoice = DocumentTable.Film.Rule(id.Kind)!.Options > 1;
        IReadOnlyList<WrittenOption> kept = isChoice && before is not null ? before.Options : [];
        if (kept.Count >= WritingProject.MostOptions) throw new ToolException($"'{id}' holds {kept.Count} options already, and can hold no more: change one with propose_passage.");
        var number = kept.Count == 0 ? 1 : kept.Max(option => option.Number) + 1;
        return await DepositAsync(project, id, before, [.. kept, new(number, content)], number, cancellationToken);
    }

    private async Task<string> ProposePassageAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        var project = await RoomAsync(cancellationToken);
        var id = FilmTools.Document(arguments, new(project));
        if (DocumentTable.Film.Rule(id.Kind)!.IsPicture) throw Undrawable(id);
        var passage = FilmTools.Text(arguments, "passage") ?? throw new ToolException("'passage' is missing: quote the words that are to change.");
        var replacement = arguments.TryGetProperty("replacement", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new ToolException("'replacement' is missing: give the new words.");
        var before = await desk.PlainDraftAsync(id, cancellationToken) ?? throw new ToolException($"'{id}' has no draft yet: propose one with propose_draft.");
        var option = OptionOf(project, before, FilmTools.Number(arguments, "option"), passage);
        var count = ContentText.CountPassage(option.Content, passage);
        if (count != 1) throw new ToolException($"The passage stands {count} times in option {option.Number} of '{id}': quote words that stand there exactly once.");
        var changed = option with { Content = ContentText.ReplacePassage(option.Content, passage, replacement) };
        return await DepositAsync(project, id, before, [.. before.Options.Select(each => each == option ? changed : each)], option.Number, cancellationToken);
    }

    private static ToolException Undrawable(DocumentId id) => new($"'{id}' is a picture, and you can not draw: tell the writer to revise it with notes, or to ask for more options.");

    private static WrittenOption OptionOf(WritingProject project, DeskDraft draft, int? wanted, string passage)
    {
        if (wanted is { } number) return draft.Options.FirstOrDefault(option => option.Number == number) ?? throw new ToolException($"The draft has no option {number}.");
        return draft.Approved(project)
            ?? draft.Options.FirstOrDefault(option => ContentText.CountPassage(option.Content, passage) > 0)
            ?? draft.Options[0];
    }

    /// <summary>A model's draft is checked like the screenwriter's; what is wrong goes back to the model.</summary>
    private async Task<string> DepositAsync(WritingProject project, DocumentId id, DeskDraft? before, IReadOnlyList<WrittenOption> options, int number, CancellationToken cancellationToken)
    {
        var film = await desk.FilmForAsync(id, cancellationToken);
        var craft = DocumentCraft.For(id.Kind);
        var read = options.Select(option => (option.Number, Content: craft.Check(option.Content, id.Key, film))).ToArray();
        IReadOnlyList<Fault> faults = read.First(option => option.Number == number).Content.Faults;
        if (faults.Count == 0) faults = DocumentCraft.CheckTogether(id.Kind, [.. options.Select(option => option.Content)]);
        if (faults.Count > 0)
        {
            return FilmTools.Result(new() { ["faults"] = new JsonArray([.. faults.Take(12).Select(fault => new JsonObject { ["path"] = fault.Path, ["message"] = fault.Message })]) });
        }

        var seen = project.Document(id).Draft?.Number ?? 0;
        if (seen != (before?.Draft.Number ?? 0)) throw new ToolException($"'{id}' has another draft by now: read it again.");
        ValueList<DraftOption> outlines = [.. read.Select(option => new DraftOption(option.Number, option.Content.Outline))];
        switch (await desk.ProposeAsync(_made.Count, id, seen, options, outlines, cancellationToken))
        {
            case Deposit.Made made:
                _made.Add(new(ProposalKinds.Draft) { Document = id, Draft = made.Number });
                return FilmTools.Result(new() { ["proposed"] = new JsonObject { ["document"] = id.ToString(), ["draft"] = made.Number, ["option"] = number } });
            case Deposit.Refused refused:
                return FilmTools.Result(new() { ["refused"] = refused.Rejection.Message });
            default:
                throw new ArgumentException("Nothing is known of such a deposit.");
        }
    }

    private async Task<string> ProposeWaysAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        var id = FilmTools.Document(arguments, new(await RoomAsync(cancellationToken)));
        if (!arguments.TryGetProperty("ways", out var listed) || listed.ValueKind != JsonValueKind.Array || listed.GetArrayLength() != Ways) throw new ToolException($"'ways' must be a list of exactly {Ways}.");
        Way[] ways = [.. listed.EnumerateArray().Where(way => way.ValueKind == JsonValueKind.Object).Select(way => new Way(Limited(way, "title", 120), Limited(way, "text", 1_200)))];
        if (ways.Length != Ways) throw new ToolException("Each way must be an object with 'title' and 'text'.");
        _made.Add(new(ProposalKinds.Ways) { Document = id, Ways = ways.ToValueList() });
        return FilmTools.Result(new() { ["shown"] = Ways });
    }

    private async Task<string> ProposeChatAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        var graph = new FilmGraph(await RoomAsync(cancellationToken));
        var title = Limited(arguments, "title", ChatSession.MostTitle);
        DocumentId? focus = FilmTools.Text(arguments, "focus") is null ? null : FilmTools.Document(arguments, graph, "focus");
        _made.Add(new(ProposalKinds.Chat) { Title = title, Focus = focus });
        return FilmTools.Result(new() { ["offered"] = title });
    }

    private async Task<string> KeepFactAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        var project = await RoomAsync(cancellationToken);
        var text = Limited(arguments, "text", StatedFact.MostText);
        var quote = FilmTools.Text(arguments, "quote") ?? throw new ToolException("'quote' is missing: give the writer's own words.");
        var film = await desk.FilmAsync(cancellationToken);
        if (!IsSaid(quote)) throw new ToolException("The quote does not stand in the writer's last message: only what the writer has just said is kept.");
        if (!IsTold(text, quote, film.Cast?.Characters.Select(person => person.Name) ?? [])) throw new ToolException("The text says more than the quote: keep to the writer's words.");
        var about = About(arguments, project, film.Cast?.Characters.Select(person => person.Id).ToHashSet() ?? []);
        switch (await desk.KeepAsync(_made.Count, text, about, cancellationToken))
        {
            case Deposit.Made made:
                _made.Add(new(ProposalKinds.Fact) { Fact = made.Id, Text = text });
                return FilmTools.Result(new() { ["kept"] = made.Id });
            case Deposit.Refused refused:
                return FilmTools.Result(new() { ["refused"] = refused.Rejection.Message });
            default:
                throw new ArgumentException("Nothing is known of such a deposit.");
        }
    }

    private static ValueList<string> About(JsonElement arguments, WritingProject project, HashSet<string> people)
    {
        if (!arguments.TryGetProperty("about", out var listed) || listed.ValueKind != JsonValueKind.Array) return [];
        var graph = new FilmGraph(project);
        return listed.EnumerateArray().Where(about => about.ValueKind == JsonValueKind.String).Select(about => about.GetString()!)
            .Where(about => people.Contains(about) || (DocumentId.TryParse(about, out var id) && graph.Has(id))).Distinct().Take(StatedFact.MostAbout).ToValueList();
    }

    /// <summary>Whether the writer said so in this turn, spaces and case aside.</summary>
    private bool IsSaid(string quote) => Plain(quote) is { Length: >= 4 } words && $" {Plain(said)} ".Contains($" {words} ", StringComparison.Ordinal);

    /// <summary>Whether half of a text's words stand in the quote, so that one of a word or two carries no more than it says. Names count neither
    /// way: they may stand where the writer said "she".</summary>
    private static bool IsTold(string text, string quote, IEnumerable<string> names)
    {
        var said = Plain(quote).Split(' ').ToHashSet();
        string[] words = [.. Plain(text).Split(' ').Except(names.SelectMany(name => Plain(name).Split(' ')))];
        if (words.Any(IsLong)) words = [.. words.Where(IsLong)];
        return words.Length > 0 && words.Count(said.Contains) * 2 >= words.Length;
    }

    private static bool IsLong(string word) => word.Length > 3;

    private static string Plain(string text) => NoWord().Replace(text.ToLowerInvariant(), " ").Trim();

    /// <exception cref="ToolException">The turn has made as many proposals as it may.</exception>
    private Task<WritingProject> RoomAsync(CancellationToken cancellationToken) => _made.Count < Most
        ? desk.ProjectAsync(cancellationToken)
        : throw new ToolException($"This turn has made {_made.Count} proposals, and may make no more: tell the writer of them first.");

    private static string Content(JsonElement arguments, string name)
    {
        if (!arguments.TryGetProperty(name, out var content)) throw new ToolException($"'{name}' is missing: give the document's content.");

        // Some models send an object as the text of its JSON.
        var text = content.ValueKind == JsonValueKind.String ? content.GetString()! : content.GetRawText();
        return text.Length <= MostContent ? text : throw new ToolException($"'{name}' has {text.Length} characters and may have {MostContent}.");
    }

    private static string Limited(JsonElement from, string name, int most)
    {
        var text = FilmTools.Text(from, name)?.Trim() ?? throw new ToolException($"'{name}' is missing.");
        return text.Length <= most ? text : throw new ToolException($"'{name}' has {text.Length} characters and may have {most}: shorten it.");
    }

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoWord();
}
