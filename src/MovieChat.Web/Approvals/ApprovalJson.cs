using System.Text.Json.Serialization;

namespace MovieChat.Web.Approvals;

/// <summary>JSON of what links hold.</summary>
[JsonSerializable(typeof(BindingWish))]
internal sealed partial class ApprovalJson : JsonSerializerContext;
