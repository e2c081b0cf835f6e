using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MovieChat.Functions.FrontDoor;

/// <summary>All of Movie Chat's HTTP: one trigger, which hands the request to the endpoints that every head has.</summary>
public sealed class FrontDoorFunction(FrontDoorPipeline pipeline, TaskHub hub)
{
    [Function("FrontDoor")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", "head", "options", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        hub.Connect(client);
        await pipeline.RunAsync(request.HttpContext);
        return Results.Empty;
    }
}
