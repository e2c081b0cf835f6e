using MovieChat.Core.Journey;

namespace MovieChat.Web.Problems;

/// <summary>A kind of problem that callers can tell from others.</summary>
/// <param name="Detail">What is said when nothing more is known.</param>
internal sealed record ProblemKind(int Status, string Slug, string Title, string Detail)
{
    public string Type => $"/problems/{Slug}";
}

internal static class ProblemKinds
{
    public static readonly ProblemKind Malformed = new(400, "malformed-request", "The request can not be read", "The request can not be read: compare it with the description at /openapi/v1.json.");
    public static readonly ProblemKind UnknownProperty = new(400, "unknown-property", "The request has a property that is not known", "Remove the property, or correct its name.");
    public static readonly ProblemKind Unauthorized = new(401, "unauthorized", "A key is needed", "Send a valid key: 'Authorization: Bearer <key>'. The head prints the owner key's link at its start.");
    public static readonly ProblemKind OwnerOnly = new(403, "owner-only", "Only the owner may do this", "Keys are made, listed and revoked with the owner key.");
    public static readonly ProblemKind ForeignRequest = new(403, "foreign-request", "The request may be another page's", "What is changed by the cookie of a session needs the header 'X-Movie-Chat' with any value.");
    public static readonly ProblemKind NotFound = new(404, "not-found", "There is nothing here", "No such address: all of them are described at /openapi/v1.json.");
    public static readonly ProblemKind UnknownProject = new(404, "unknown-project", "There is no such project", "You have no project of this id: GET /api/projects lists yours.");
    public static readonly ProblemKind UnknownDocument = new(404, RejectionKinds.UnknownDocument, "The film has no such document", "The film has no such document now: its documents are listed with the project.");
    public static readonly ProblemKind UnknownDraft = new(404, RejectionKinds.UnknownDraft, "The document has no such draft", "The document has no such draft: its drafts are listed at …/drafts.");
    public static readonly ProblemKind UnknownChat = new(404, RejectionKinds.UnknownChat, "There is no such chat", "The project has no chat of this id: its chats are listed at …/chats.");
    public static readonly ProblemKind UnknownTurn = new(404, "unknown-turn", "The chat has no such turn", "The chat has no turn of this id: a message's turn is told when it is sent, and listed at …/messages.");
    public static readonly ProblemKind UnknownFact = new(404, RejectionKinds.UnknownFact, "The film has no such fact", "The film has no such fact now: its facts are listed at …/facts.");
    public static readonly ProblemKind UnknownPicture = new(404, "unknown-picture", "The project has no such picture", "The project has no picture of this hash: portraits and frames name theirs as 'picture'.");
    public static readonly ProblemKind UnknownImport = new(404, "unknown-import", "There is no such import", "The project has no import of this id: its imports are listed at …/imports.");
    public static readonly ProblemKind UnknownSubscription = new(404, "unknown-subscription", "There is no such subscription", "The project has no subscription of this id: its subscriptions are listed at …/subscriptions.");
    public static readonly ProblemKind UnknownDelivery = new(404, "unknown-delivery", "There is nothing of that to deliver", "Nothing under this sequence was given up: what was is listed at …/undelivered.");
    public static readonly ProblemKind UnknownLink = new(404, "unknown-link", "There is no such link", "The project has no approval link of this id: its links are listed at …/links.");
    public static readonly ProblemKind LinkUsed = new(409, "link-used", "The link can not be used any more", "Ask for another one where you found it.");
    public static readonly ProblemKind UnknownExport = new(404, "unknown-export", "There is no such export", "Exports are 'screenplay.pdf', 'fdx', 'fountain', 'storyboard.pdf', 'shots.csv', 'animatic.html', 'bible.pdf', 'authorship.pdf', 'authorship.json', 'bundle.zip' and 'project.json'.");
    public static readonly ProblemKind UnknownChart = new(404, "unknown-chart", "There is no such chart", "Look at the description of the operation for the charts that there are.");
    public static readonly ProblemKind UnknownBinding = new(404, "unknown-binding", "You are nobody of this id", "You are bound under no such id: GET /api/bindings lists who you are elsewhere.");
    public static readonly ProblemKind UnknownKey = new(404, "unknown-key", "There is no such key", "No key has this id: GET /api/keys lists them.");
    public static readonly ProblemKind MethodNotAllowed = new(405, "method-not-allowed", "The address does not take this method", "Use one of the methods in the 'Allow' header.");
    public static readonly ProblemKind StaleDecision = new(409, RejectionKinds.StaleDecision, "The decision is about an older draft", "Look at the current draft and decide again.");
    public static readonly ProblemKind AlreadyDecided = new(409, RejectionKinds.AlreadyDecided, "It was decided already", "Look at what was decided, here or elsewhere.");
    public static readonly ProblemKind AlreadyStarted = new(409, RejectionKinds.AlreadyStarted, "The project exists already", "Use another Idempotency-Key.");
    public static readonly ProblemKind KeyReused = new(409, "idempotency-key-reused", "The Idempotency-Key was used for something else", "Use another Idempotency-Key.");
    public static readonly ProblemKind ChatBusy = new(409, RejectionKinds.ChatBusy, "Too many messages wait for an answer", "Wait for an answer, or stop one, and send the message again.");
    public static readonly ProblemKind BudgetSpent = new(409, FailureKinds.BudgetSpent, "The project has spent its budget", "Raise the project's budget of tokens, then send the message again.");
    public static readonly ProblemKind TooLarge = new(413, "too-large", "The request is too large", "A body may have 1 MiB (1048576 bytes): send less at once.");
    public static readonly ProblemKind NotJson = new(415, "not-json", "The body is not JSON", "Send JSON with 'Content-Type: application/json'.");
    public static readonly ProblemKind NotForm = new(415, "not-a-form", "The body is not a form", "Send the form of the page, with 'Content-Type: application/x-www-form-urlencoded'.");
    public static readonly ProblemKind NotPicture = new(415, "not-a-picture", "The body is not a picture", "Send the bytes of a picture with 'Content-Type: image/png', 'image/jpeg' or 'image/webp'.");
    public static readonly ProblemKind NotScript = new(415, "not-a-script", "The body is not a script", "Send Fountain as UTF-8 with 'Content-Type: text/plain', or Final Draft's XML with 'Content-Type: application/xml'.");
    public static readonly ProblemKind UnreadableScript = new(422, "unreadable-script", "The script can not be read", "Correct the script and send it again.");
    public static readonly ProblemKind TooManyImports = new(422, "too-many-imports", "The project keeps as many imports as it may", "Delete an import that you need no more, and send the script again.");
    public static readonly ProblemKind VerbDoesNotFit = new(422, RejectionKinds.VerbDoesNotFit, "The verb does not fit now", "Look at the document's status and choose another verb.");
    public static readonly ProblemKind UnknownOption = new(422, RejectionKinds.UnknownOption, "The draft has no such option", "Name an option of the draft.");
    public static readonly ProblemKind InvalidValue = new(422, RejectionKinds.InvalidValue, "A value is not possible", "Correct the value.");
    public static readonly ProblemKind InvalidContent = new(422, "invalid-content", "The content breaks the rules of its document", "Correct what 'errors' lists and send it again.");
    public static readonly ProblemKind TooManyRequests = new(429, "too-many-requests", "Too many requests", "Wait as many seconds as 'Retry-After' says, and ask less often.");
    public static readonly ProblemKind TooManyStreams = new(429, "too-many-streams", "Too many event streams", "Close one of your event streams first.");
    public static readonly ProblemKind Internal = new(500, "internal-error", "Something went wrong here", "This is the service's fault. Nothing that was answered before is lost: try again, and tell the owner if it stays.");
    public static readonly ProblemKind UnreadableProject = new(500, "unreadable-project", "The project can not be read", "What is stored of this project is damaged, or a newer version wrote it. The log says where; other projects are not affected.");
    public static readonly ProblemKind StorageUnavailable = new(503, "storage-unavailable", "The storage does not answer", "Try again in some seconds. What was accepted before is not lost.");

    private static IReadOnlyList<ProblemKind> OfRejections { get; } =
        [UnknownDocument, UnknownDraft, StaleDecision, AlreadyDecided, VerbDoesNotFit, UnknownOption, InvalidValue, AlreadyStarted, UnknownProject, UnknownChat, UnknownFact, ChatBusy];

    public static ProblemKind Of(string rejection) =>
        rejection == RejectionKinds.NotStarted ? UnknownProject : OfRejections.FirstOrDefault(kind => kind.Slug == rejection) ?? InvalidValue;

    /// <summary>The kind of a response that has a status and says nothing more.</summary>
    public static ProblemKind Of(int status) => status switch
    {
        404 => NotFound,
        405 => MethodNotAllowed,
        413 => TooLarge,
        415 => NotJson,
        >= 500 => Internal with { Status = status },
        _ => Malformed with { Status = status },
    };
}
