using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MovieChat.Core.Chatting;

/// <summary>A tool of the companion: its name, what it is for, the form of its arguments, and what it does.</summary>
/// <param name="schema">JSON schema of the arguments.</param>
/// <param name="use">From the arguments, as one JSON object, to the result as text.</param>
internal sealed class FilmTool(string name, string description, string schema, Func<JsonElement, CancellationToken, Task<string>> use) : AIFunction
{
    public override string Name => name;

    public override string Description => description;

    public override JsonElement JsonSchema { get; } = JsonElement.Parse(schema);

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        await use(ToJson(arguments), cancellationToken);

    /// <summary>Models give arguments as JSON, doubles in tests as plain values.</summary>
    private static JsonElement ToJson(AIFunctionArguments arguments)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in arguments)
            {
                writer.WritePropertyName(key);
                Write(writer, value);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case JsonElement json: json.WriteTo(writer); break;
            case System.Text.Json.Nodes.JsonNode node: node.WriteTo(writer); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            default: writer.WriteStringValue(value.ToString()); break;
        }
    }
}
