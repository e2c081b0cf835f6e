namespace MovieChat.Core.Journey;

/// <summary>Whether the rows of a <see cref="DocumentTable"/> are sound: a pattern that names nothing would gate nothing, and a row that
/// needs one below it would wait for ever.</summary>
internal static class DocumentTableCheck
{
    /// <exception cref="ArgumentException">A row is not sound.</exception>
    public static void Check(IReadOnlyList<DocumentRule> rules)
    {
        foreach (var (place, rule) in rules.Index())
        {
            var above = rules.Take(place).ToArray();
            if (!DocumentId.TryParse(rule.Kind, out var id) || id.Key is not null) throw Fault(rule, "is no kind: give 1 to 20 lower-case letters");
            if (Named(above, rule.Kind) is not null) throw Fault(rule, "stands in the table twice: give each kind one row");
            if (rule.PartsOf is { } parent && Named(above, parent) is null) throw Fault(rule, $"is about the parts of '{parent}', and no row above it has that kind");
            if (rule.SkippedWith is { } gate && Named(above, gate) is not { PartsOf: null, MaySkip: true }) throw Fault(rule, $"is skipped with '{gate}', and no row above it is the only one of its kind and may be skipped");
            foreach (var pattern in rule.Needs) Check(rule, above, pattern, isNeed: true);
            foreach (var pattern in rule.Sees) Check(rule, above, pattern, isNeed: false);
        }
    }

    private static void Check(DocumentRule rule, DocumentRule[] above, string pattern, bool isNeed)
    {
        var (kind, which) = pattern.Split(':', 2) is [var first, var second] ? (first, second) : (pattern, null);
        if (which is not (null or "*" or "{parent}" or "{people}" or "{part}" or "{before}")) throw Fault(rule, $"names '{pattern}', which is no pattern: use plot, profile:*, shots:{{parent}}, portrait:{{people}}, profile:{{part}} or dialogue:{{before}}");
        if (Named(above, kind) is not { } named) CheckOwn(rule, kind, which, pattern, isNeed);
        else if (FaultOf(rule, named, which) is { } fault) throw Fault(rule, $"names '{pattern}', {fault}");
    }

    /// <summary>Of its own kind a row sees the others, or those before it; it can need only those before it.</summary>
    private static void CheckOwn(DocumentRule rule, string kind, string? which, string pattern, bool isNeed)
    {
        if (kind != rule.Kind) throw Fault(rule, $"names '{pattern}', and no row above it has that kind");
        if (rule.PartsOf is null || !(which is "{before}" || (which is "*" && !isNeed))) throw Fault(rule, $"names '{pattern}', of its own kind: it can need '{kind}:{{before}}', and see '{kind}:*', when it is about parts");
    }

    private static string? FaultOf(DocumentRule rule, DocumentRule named, string? which) => which switch
    {
        null when named.PartsOf is not null => $"of which there are many: name '{named.Kind}:*'",
        "*" when named.PartsOf is null => $"of which there is one: name '{named.Kind}'",
        "{parent}" when rule.PartsOf != named.Kind => "and is not about its parts",
        "{part}" when rule.PartsOf is null || rule.PartsOf != named.PartsOf => "and the two are not about the parts of one kind",
        "{people}" when rule.PartsOf is null => "and is not about a part, which has people",
        "{people}" when named.PartsOf is null => $"of which there is one: name '{named.Kind}'",
        "{before}" => "and those before are of its own kind",
        _ => null,
    };

    private static DocumentRule? Named(DocumentRule[] above, string kind) => Array.Find(above, each => each.Kind == kind);

    private static ArgumentException Fault(DocumentRule rule, string fault) => new($"The row '{rule.Kind}' {fault}.");
}
