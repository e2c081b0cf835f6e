using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MovieChat.Core.Journey;

namespace MovieChat.Storage;

/// <summary>How keys of tables and names of blobs are made.</summary>
/// <remarks>Row keys end with their project, although the partition has it: Azurite finds a row by its row key first, in the whole table, and
/// would look through the first event of every project for the first event of one.</remarks>
internal static partial class StorageKeys
{
    /// <summary>The error of an insert whose keys a row has already.</summary>
    public static readonly string Taken = Azure.Data.Tables.Models.TableErrorCode.EntityAlreadyExists.ToString();

    /// <summary>After every row key that begins with a digit, before every one that begins with a letter.</summary>
    public const string AfterDigits = ":";

    public static string Sequence(string project, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{sequence:D19}.{project}");

    public static string Command(string id) => $"command-{Hash(id)}";

    public static string Draft(string project, DocumentId document, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Drafts(document)}{number:D6}.{project}");

    public static string Drafts(DocumentId document) => $"draft-{document}@";

    public static string Fork(string project) => $"fork-{Id(project)}";

    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>A project's or a writer's id, when it is one that can stand in a key and in a blob's name.</summary>
    /// <exception cref="ArgumentException">It can not.</exception>
    public static string Id(string id) => IdPattern().IsMatch(id)
        ? id
        : throw new ArgumentException($"'{id}' can not be a key: give 1 to 100 letters, digits, dashes, underscores, colons, at signs, and dots inside.");

    [GeneratedRegex(@"\A[A-Za-z0-9_:@-]([A-Za-z0-9._:@-]{0,98}[A-Za-z0-9_:@-])?\z")]
    private static partial Regex IdPattern();
}
