using System.Buffers.Binary;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using MovieChat.Tests.House;
using MovieChat.Web.Teams;

namespace MovieChat.Tests.Teams;

public sealed class TeamsSettingsTests
{
    private static readonly Dictionary<string, string?> s_good = new()
    {
        ["MovieChat:Teams:AppId"] = TeamsCloud.AppId,
        ["MovieChat:Teams:AppPassword"] = TeamsCloud.Secret,
        ["MovieChat:Teams:TenantId"] = TeamsCloud.Tenant,
    };

    [Fact]
    public void Settings_WithNone_AreOff() => Assert.False(Read([]).IsOn);

    [Fact]
    public void Settings_WithThePlaygroundAlone_LetNobodyElseIn()
    {
        var settings = Read(new() { ["MovieChat:Teams:Playground"] = "true" });

        Assert.True(settings.IsOn);
        Assert.False(settings.HasApp);
    }

    [Theory]
    [InlineData("AppId", "movie-chat")]
    [InlineData("AppPassword", "")]
    [InlineData("TenantId", "")]
    [InlineData("TenantId", "common")]
    [InlineData("Playground", "yes")]
    [InlineData("LoginUrl", "http://login.film.example")]
    [InlineData("OpenIdUrl", "login")]
    public void Settings_WithAWrongValue_NameTheSetting(string name, string value)
    {
        var wrong = Assert.Throws<FormatException>(() => Read(new(s_good) { [$"MovieChat:Teams:{name}"] = value }));

        Assert.Contains($"MovieChat__Teams__{name}", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TeamsCloud.Secret, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_AsText_HoldNoSecret() => Assert.DoesNotContain(TeamsCloud.Secret, $"{Read(s_good)}", StringComparison.Ordinal);

    [Fact]
    public async Task Sample_OfAnApp_IsOneThatTeamsTakes()
    {
        var folder = Path.Combine(Source.Root, "samples", "teams");
        var text = await File.ReadAllTextAsync(Path.Combine(folder, "manifest.json"), TestContext.Current.CancellationToken);
        var manifest = JsonNode.Parse(text.Replace("${APP_ID}", TeamsCloud.AppId, StringComparison.Ordinal).Replace("${HOST}", "film.example", StringComparison.Ordinal))!;

        Assert.DoesNotContain("${", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["[]"], await CardPrograms.CheckAsync("manifest", [manifest]));
        Assert.Equal((192, 192), SizeOf(Path.Combine(folder, (string)manifest["icons"]!["color"]!)));
        Assert.Equal((32, 32), SizeOf(Path.Combine(folder, (string)manifest["icons"]!["outline"]!)));
    }

    private static TeamsSettings Read(Dictionary<string, string?> settings) => TeamsSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

    /// <summary>A PNG tells its size at the same place always.</summary>
    private static (int Width, int Height) SizeOf(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
    }
}
