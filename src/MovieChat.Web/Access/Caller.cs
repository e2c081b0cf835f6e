using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace MovieChat.Web.Access;

/// <summary>Who asks, as their key tells.</summary>
/// <param name="Writer">The writer's id.</param>
/// <param name="IsOwner">Whether it is whoever runs the service.</param>
internal sealed record Caller(string Writer, bool IsOwner) : IBindableFromHttpContext<Caller>
{
    public const string OwnerWriter = "owner";

    public static Caller Owner { get; } = new(OwnerWriter, true);

    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) => new(Of(context));

    /// <exception cref="InvalidOperationException">The request did not pass the gate.</exception>
    public static Caller Of(HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("No caller is known: the endpoint is reached without UseMovieChat.");
}
