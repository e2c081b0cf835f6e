using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace MovieChat.Tests.House;

/// <summary>The cloud's infrastructure, compiled by the real compiler: a warning is a fault.</summary>
public sealed class InfrastructureTests
{
    private static string Compiler { get; } = typeof(InfrastructureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "Bicep").Value!;

    private static string Folder { get; } = Path.Combine(Source.Root, "infra");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.bicep", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Bicep_Formatted_StaysAsItIs(string file)
    {
        var (exitCode, formatted, errors) = await RunAsync("format", Path.Combine(Folder, file), "--stdout");

        Assert.True(exitCode == 0, errors);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken), formatted);
    }

    /// <summary>The compiler tells of the modules that a file names as well. What is compiled holds no key, and gives every role on one
    /// resource.</summary>
    [Fact]
    public async Task Bicep_Compiled_HasNoWarningNoKeyAndNoRoleAtLarge()
    {
        var main = Path.Combine(Folder, "main.bicep");
        var text = await File.ReadAllTextAsync(main, TestContext.Current.CancellationToken);
        Assert.All(Directory.EnumerateFiles(Path.Combine(Folder, "modules")), module => Assert.Contains($"'modules/{Path.GetFileName(module)}'", text, StringComparison.Ordinal));

        var (exitCode, template, errors) = await RunAsync("build", main, "--stdout");

        Assert.True(exitCode == 0 && errors.Length == 0, errors);
        foreach (var secret in (string[])["listKeys", "AccountKey=", "SharedAccessSignature", "listSecrets"]) Assert.DoesNotContain(secret, template, StringComparison.OrdinalIgnoreCase);
        var roles = Resources(JsonNode.Parse(template)!).Where(each => (string?)each["type"] == "Microsoft.Authorization/roleAssignments").ToArray();
        Assert.Equal(4, roles.Length);
        Assert.All(roles, role => Assert.NotNull(role["scope"]));
        Assert.All(roles, role => Assert.Contains("guid(", (string)role["name"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bicep_WithAWrongProperty_IsRefused()
    {
        var file = Path.Combine(Path.GetTempPath(), $"moviechat-{Guid.NewGuid():N}.bicep");
        await File.WriteAllTextAsync(file, "resource s 'Microsoft.Storage/storageAccounts@2023-05-01' = {\n  name: 'films'\n  kind: 'StorageV2'\n  location: 'westeurope'\n  sku: { name: 'Standard_LRS' }\n  properties: { allowSharedKeys: false }\n}\n", TestContext.Current.CancellationToken);
        try
        {
            var (_, _, errors) = await RunAsync("build", file, "--stdout");

            Assert.Contains("BCP037", errors, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<JsonNode> Resources(JsonNode template)
    {
        var found = template["resources"] switch
        {
            JsonArray list => list.Select(each => each!),
            JsonObject named => named.Select(each => each.Value!),
            _ => [],
        };
        return found.SelectMany(each => each["properties"]?["template"] is { } inner ? Resources(inner) : [each]);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Compiler, File.GetUnixFileMode(Compiler) | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(Compiler, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output, await errors);
    }
}
