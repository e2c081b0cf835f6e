using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MovieChat.Core.Chatting;
using MovieChat.Core.Exports;
using MovieChat.Core.Insights;
using MovieChat.Core.Journey;
using MovieChat.Core.Scripts.Comparing;
using MovieChat.Web.Api.Chats;
using MovieChat.Web.Api.Imports;
using MovieChat.Web.Api.Subscriptions;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Imports;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Api;

/// <summary>JSON of the HTTP API: camelCase, film text as it was written, names and types taken exactly.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = Body.MostDepth,
    Converters = [typeof(CamelCase<DocumentStatus>), typeof(CamelCase<ProjectStatus>), typeof(CamelCase<Verb>), typeof(CamelCase<TurnEnd>), typeof(CamelCase<ChangeKind>), typeof(CamelCase<DifferenceOp>), typeof(UtcTime)])]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(ForkRequest))]
[JsonSerializable(typeof(TitlePageRequest))]
[JsonSerializable(typeof(BudgetRequest))]
[JsonSerializable(typeof(KeyRequest))]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(ChatChange))]
[JsonSerializable(typeof(BranchRequest))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(FactRequest))]
[JsonSerializable(typeof(ChatView))]
[JsonSerializable(typeof(TurnItem))]
[JsonSerializable(typeof(MessageItem))]
[JsonSerializable(typeof(FactItem))]
[JsonSerializable(typeof(ImportDecision))]
[JsonSerializable(typeof(ImportView))]
[JsonSerializable(typeof(Page<ImportItem>))]
[JsonSerializable(typeof(PictureItem))]
[JsonSerializable(typeof(WordsItem))]
[JsonSerializable(typeof(DoingItem))]
[JsonSerializable(typeof(ProposalItem))]
[JsonSerializable(typeof(Page<ChatItem>))]
[JsonSerializable(typeof(Page<MessageItem>))]
[JsonSerializable(typeof(Page<FactItem>))]
[JsonSerializable(typeof(ProjectSnapshot))]
[JsonSerializable(typeof(DocumentView))]
[JsonSerializable(typeof(FilmInsights))]
[JsonSerializable(typeof(SubscriptionRequest))]
[JsonSerializable(typeof(SubscriptionChange))]
[JsonSerializable(typeof(SecretRequest))]
[JsonSerializable(typeof(Page<SubscriptionItem>))]
[JsonSerializable(typeof(Page<UndeliveredItem>))]
[JsonSerializable(typeof(ReplayItem))]
[JsonSerializable(typeof(LinkRequest))]
[JsonSerializable(typeof(Page<LinkItem>))]
[JsonSerializable(typeof(BindingRequest))]
[JsonSerializable(typeof(BindingItem))]
[JsonSerializable(typeof(Page<BindingItem>))]
[JsonSerializable(typeof(NewKey))]
[JsonSerializable(typeof(SessionItem))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(JournalItem))]
[JsonSerializable(typeof(Page<DraftItem>))]
[JsonSerializable(typeof(Page<JournalItem>))]
[JsonSerializable(typeof(Page<KeyItem>))]
[JsonSerializable(typeof(Page<ProjectItem>))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(long?))]
internal sealed partial class WebJson : JsonSerializerContext
{
    public static WebJson Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
    });

    /// <summary>Makes the host's JSON of responses the same as <see cref="Readable"/>. A type that is missing here fails, and is not written by
    /// reflection in another form.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Clear();
        options.TypeInfoResolverChain.Add(Default);
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = Body.MostDepth;
        foreach (var converter in Default.Options.Converters) options.Converters.Add(converter);
    }
}
