using MovieChat.Local;
using MovieChat.Web;

var builder = WebApplication.CreateBuilder(args);
try
{
    await using var storage = await EmbeddedStorage.OpenAsync(builder.Configuration);
    builder.AddEmbeddedHead(storage);
    var app = builder.Build();
    app.UseRouting();
    app.UseMovieChat();
    app.MapMovieChat();
    await app.RunEmbeddedAsync(storage);
    return 0;
}
catch (Exception failed) when (StartFailures.Explain(failed) is { } explanation)
{
    await Console.Error.WriteLineAsync(explanation);
    return 1;
}
