using System.Xml.Linq;

namespace MovieChat.Tests.House;

/// <summary>The project files against the plan of docs/architecture.md: references run one way.</summary>
public sealed class ProjectPlanTests
{
    /// <summary>What each project may name. What it reaches through another it does not name again.</summary>
    private static readonly Dictionary<string, string[]> s_plan = new()
    {
        ["MovieChat.Core"] = [],
        ["MovieChat.Understudy"] = ["MovieChat.Core"],
        ["MovieChat.Storage"] = ["MovieChat.Core"],
        ["MovieChat.Workflows"] = ["MovieChat.Core", "MovieChat.Understudy", "MovieChat.Storage"],
        ["MovieChat.Web"] = ["MovieChat.Workflows"],
        ["MovieChat.Local"] = ["MovieChat.Web"],
        ["MovieChat.Functions"] = ["MovieChat.Web"],
    };

    private static readonly string[] s_free = ["MovieChat.Tests", "MovieChat.Behaviour", "MovieChat.Studio.Tests", "MovieChat.Functions.Tests", "MovieChat.Bench"];

    public static TheoryData<string> Names => [.. Source.Projects.Keys.Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Project_ReferencesOtherProjects_OnlyAsPlanned(string name)
    {
        var outside = OutsideThePlan(name, Source.Projects[name]);

        Assert.True(outside.Length == 0, $"{name} references {string.Join(", ", outside)}, which the plan of the house does not have.");
    }

    [Fact]
    public void Project_WithAnEdgeAgainstThePlan_IsFound()
    {
        var upwards = XDocument.Parse("""<Project><ItemGroup><ProjectReference Include="..\MovieChat.Web\MovieChat.Web.csproj" /></ItemGroup></Project>""");

        Assert.Equal(["MovieChat.Web"], OutsideThePlan("MovieChat.Storage", upwards));
        Assert.Equal(["MovieChat.Unplanned"], OutsideThePlan("MovieChat.Unplanned", upwards));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Project_PackageReferences_NameNoVersion(string name)
    {
        var versioned = Source.Projects[name].Descendants("PackageReference")
            .Where(item => item.Attributes().Select(each => each.Name.LocalName).Concat(item.Elements().Select(each => each.Name.LocalName))
                .Any(part => part is "Version" or "VersionOverride"))
            .Select(item => (string)item.Attribute("Include")!);

        Assert.Empty(versioned);
    }

    [Fact]
    public void Core_Packages_HoldNoAzureAndNoHttp()
    {
        var core = Source.Projects["MovieChat.Core"];
        var packages = Source.References(core, "PackageReference").ToArray();

        Assert.NotEmpty(packages);
        Assert.DoesNotContain(packages, package => package.Contains("Azure", StringComparison.Ordinal)
            || package.Contains("Http", StringComparison.Ordinal)
            || package.Contains("AspNetCore", StringComparison.Ordinal)
            || package.Contains("OpenAI", StringComparison.Ordinal));
        Assert.Empty(Source.References(core, "FrameworkReference"));
    }

    [Fact]
    public void Core_LoadedAssembly_ReferencesNoAzureAndNoHttp() =>
        Assert.DoesNotContain(
            typeof(Core.Journey.WritingProject).Assembly.GetReferencedAssemblies(),
            assembly => assembly.Name is { } name && (name.StartsWith("Azure", StringComparison.Ordinal)
                || name.StartsWith("System.Net", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));

    private static string[] OutsideThePlan(string name, XDocument project)
    {
        if (s_free.Contains(name)) return [];
        if (!s_plan.TryGetValue(name, out var planned)) return [name];
        return [.. Source.References(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).Except(planned)];
    }
}
