using System.Text;

namespace MovieChat.Core.Scripts;

/// <summary>Reads a writer's file as a script. Whatever it holds, it is data: nothing in it is followed, fetched or run.</summary>
public static class ScriptReader
{
    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Most scenes of a script: as many as a film may have.</summary>
    public const int MostScenes = 300;

    /// <summary>Most elements of a scene: as many as a dialogue may have.</summary>
    public const int MostElements = 1_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="UnreadableScriptException">It is no script of that format, or none that can be taken.</exception>
    public static Script Read(ReadOnlyMemory<byte> bytes, ScriptFormat format)
    {
        if (bytes.Length > MostBytes) throw new UnreadableScriptException($"The script has {bytes.Length} bytes and may have {MostBytes}: send it in parts.");
        var script = format is ScriptFormat.Fdx ? FdxScriptReader.Read(bytes) : FountainScriptReader.Read(Text(bytes.Span));
        if (script.Scenes.FirstOrDefault(scene => scene.Elements.Count > MostElements) is { } endless)
        {
            throw new UnreadableScriptException($"The scene '{endless.Heading}' has {endless.Elements.Count} elements and may have {MostElements}: make it two.", endless.Line);
        }

        return script.Scenes.Count switch
        {
            0 => throw new UnreadableScriptException("The script has no scene: a scene begins with a heading such as 'INT. KITCHEN - NIGHT', with an empty line before and after it."),
            > MostScenes => throw new UnreadableScriptException($"The script has {script.Scenes.Count} scenes and a film may have {MostScenes}: send fewer.", script.Scenes[MostScenes].Line),
            _ => script,
        };
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new UnreadableScriptException($"The script is no UTF-8 text: byte {wrong.Index + 1} can not be read. Save it as UTF-8.");
        }

        var start = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<FinalDraft", StringComparison.Ordinal))
        {
            throw new UnreadableScriptException("The body is XML and was sent as plain text: send Final Draft's files with 'Content-Type: application/xml'.", 1);
        }

        return text;
    }
}
