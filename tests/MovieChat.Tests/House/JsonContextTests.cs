using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MovieChat.Tests.House;

/// <summary>JSON is written by generated code: nothing that a context can meet falls back on reflection, or is found missing while running.</summary>
public sealed class JsonContextTests
{
    private static readonly Type[] s_contexts =
    [
        .. from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "MovieChat.*.dll")
           let assembly = Assembly.Load(Path.GetFileNameWithoutExtension(file))
           from type in assembly.GetTypes()
           where type.IsSubclassOf(typeof(JsonSerializerContext)) && assembly != typeof(JsonContextTests).Assembly
           select type,
    ];

    public static TheoryData<string> Names => [.. s_contexts.Select(type => type.FullName!).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Context_EveryTypeItCanMeet_IsGenerated(string name)
    {
        var roots = Context(name).GetCustomAttributesData()
            .Where(each => each.AttributeType == typeof(JsonSerializableAttribute))
            .Select(each => (Type)each.ConstructorArguments[0].Value!)
            .ToArray();

        Assert.NotEmpty(roots);
        Assert.All(Reached(InUse(name), roots), type => Assert.True(InUse(name).TryGetTypeInfo(type, out _), $"{name} has no {type}."));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Context_InUse_ResolvesByGeneratedCodeAlone(string name) =>
        Assert.All(InUse(name).TypeInfoResolverChain, resolver => Assert.IsType<JsonSerializerContext>(resolver, exactMatch: false));

    private static Type Context(string name) => s_contexts.Single(each => each.FullName == name);

    /// <summary>The options that the code uses: those of <c>Readable</c> where there is one.</summary>
    private static JsonSerializerOptions InUse(string name)
    {
        const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var used = (Context(name).GetProperty("Readable", Static) ?? Context(name).GetProperty("Default", Static))!.GetValue(null)!;
        return used as JsonSerializerOptions ?? ((JsonSerializerContext)used).Options;
    }

    private static HashSet<Type> Reached(JsonSerializerOptions options, Type[] roots)
    {
        HashSet<Type> reached = [];
        Queue<Type> next = new(roots);
        while (next.TryDequeue(out var type))
        {
            if (!reached.Add(type) || !options.TryGetTypeInfo(type, out var info)) continue;
            foreach (var inside in Inside(type, info)) next.Enqueue(inside);
        }

        return reached;
    }

    /// <summary>The types within <paramref name="type"/>. A converter of ours hides its items from the generator: its type arguments tell them.</summary>
    private static IEnumerable<Type> Inside(Type type, JsonTypeInfo info) =>
        info.Properties.Where(property => property.Get is not null || property.Set is not null).Select(property => property.PropertyType)
            .Concat(info.PolymorphismOptions?.DerivedTypes.Select(derived => derived.DerivedType) ?? [])
            .Concat(info.Converter.GetType().Assembly.GetName().Name!.StartsWith("MovieChat", StringComparison.Ordinal) ? type.GetGenericArguments() : []);
}
