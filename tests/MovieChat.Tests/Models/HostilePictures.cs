using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MovieChat.Tests.Models;

/// <summary>What an image model answers, well or badly, and small pictures.</summary>
public static class HostilePictures
{
    private const string Start = "{\"created\":1700000000,\"data\":[{\"b64_json\":\"";

    /// <summary>Of one pixel.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Only the beginning of one.</summary>
    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF"u8, 0x00];

    /// <summary>Only the beginning of one.</summary>
    public static byte[] WebP { get; } = [.. "RIFF"u8, 0x1A, 0x00, 0x00, 0x00, .. "WEBPVP8L"u8];

    /// <summary>A PNG to the eye of a program that looks at its beginning, told from others by its number.</summary>
    public static byte[] Numbered(byte number, int length = 1000) => [.. Png, .. Enumerable.Repeat(number, length - Png.Length)];

    public static RequestDelegate Pictures(params byte[][] pictures) => HostileAnswers.Raw(PicturesJson(pictures));

    public static string PicturesJson(params byte[][] pictures) =>
        Answer([.. pictures.Select(each => new JsonObject { ["b64_json"] = Convert.ToBase64String(each) })]);

    /// <summary>Pictures by their addresses.</summary>
    public static RequestDelegate At(params string[] addresses) => HostileAnswers.Raw(Answer([.. addresses.Select(each => new JsonObject { ["url"] = each })]));

    /// <summary>The bytes of a picture, or whatever they are.</summary>
    public static RequestDelegate Bytes(byte[] bytes) => context => context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();

    /// <summary>An answer that begins as one should and goes on for <paramref name="bytes"/>, with no length told beforehand.</summary>
    public static RequestDelegate Flood(long bytes) => async context =>
    {
        var block = Encoding.ASCII.GetBytes(new string('A', 1024 * 1024));
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Start, context.RequestAborted);
        for (; bytes > 0; bytes -= block.Length) await context.Response.Body.WriteAsync(block, context.RequestAborted);
        await context.Response.WriteAsync("\"}]}", context.RequestAborted);
    };

    private static string Answer(JsonArray data) => new JsonObject
    {
        ["created"] = 1_700_000_000,
        ["data"] = data,
        ["usage"] = new JsonObject { ["input_tokens"] = 40, ["output_tokens"] = 1056, ["total_tokens"] = 1096 },
    }.ToJsonString();
}
