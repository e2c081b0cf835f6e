using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MovieChat.Functions.FrontDoor;
using MovieChat.Workflows.Notices;

namespace MovieChat.Functions.Tests;

/// <summary>The cloud head as it is put together, with every surface set up, without the Functions host.</summary>
public sealed class CloudHeadTests
{
    [Fact]
    public async Task Head_WithEverySurface_HasWhatItsFunctionsAskForAndAnswers()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            ["MOVIECHAT_OWNER_KEY"] = "the-owner-key-of-these-tests-0123456789",
            ["WEBSITE_HOSTNAME"] = "func-movie-chat.example",
            ["MovieChat:Slack:SigningSecret"] = "8f742231b10e8888abcd99yyyzzz85a5",
            ["MovieChat:Slack:BotToken"] = "xoxb-1-2-three",
            ["MovieChat:Teams:AppId"] = "8f2d7c1a-93b4-4c55-a0de-6f1b2a3c4d02",
            ["MovieChat:Teams:AppPassword"] = "a-secret-of-these-tests",
            ["MovieChat:Teams:TenantId"] = "5b1f0a52-6a0e-4c0e-9d5f-0f8a3c1d2e01",
        });
        builder.ConfigureFunctionsWebApplication();
        builder.AddCloudHead();
        using var head = builder.Build();

        var functions = typeof(FrontDoorFunction).Assembly.GetTypes().Where(type => !type.IsAbstract && type.GetMethods().Any(method => method.GetCustomAttribute<FunctionAttribute>() is not null)).ToArray();
        Assert.True(functions.Length >= 6);
        Assert.All(functions, type => ActivatorUtilities.CreateInstance(head.Services, type));
        Assert.Equal(["slack", "teams", "webhook"], head.Services.GetServices<INoticeChannel>().Select(channel => channel.Kind).Order());
        Assert.Equal("https://func-movie-chat.example", head.Services.GetRequiredService<PublicLinks>().Address);
        Assert.Equal(404, await StatusAsync(head, "GET", "/a/nothing"));
        Assert.Equal(401, await StatusAsync(head, "POST", "/api/slack/commands"));
        Assert.Equal(401, await StatusAsync(head, "GET", "/api/projects"));
    }

    private static async Task<int> StatusAsync(IHost head, string method, string path)
    {
        var context = new DefaultHttpContext { RequestServices = head.Services };
        (context.Request.Method, context.Request.Path) = (method, path);
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Response.Body = new MemoryStream();
        await head.Services.GetRequiredService<FrontDoorPipeline>().RunAsync(context);
        return context.Response.StatusCode;
    }
}
