using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MovieChat.Web;

namespace MovieChat.Functions.FrontDoor;

/// <summary>The middleware and endpoints of <see cref="WebServices"/>, built once and run within a function.</summary>
public sealed class FrontDoorPipeline
{
    private readonly RequestDelegate _run;

    public FrontDoorPipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseRouting();
        app.UseMovieChat();
        app.UseEndpoints(endpoints => endpoints.MapMovieChat());
        _run = app.Build();
    }

    public Task RunAsync(HttpContext context)
    {
        // What the worker's own routing has found is the function that runs this.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return _run(context);
    }
}
