using System.Security.Cryptography;
using MovieChat.Web;
using MovieChat.Web.Access;

namespace MovieChat.Local;

/// <summary>The key of the owner of this service: from the setting, or made at the first start and kept in the data folder.</summary>
internal static class OwnerKeyFile
{
    public const string Setting = "MOVIECHAT_OWNER_KEY";
    private const string FileName = "owner-key";

    /// <exception cref="SettingException">The setting, or the file, holds a key that is too short.</exception>
    public static string Read(string? setting, string dataFolder)
    {
        if (!string.IsNullOrEmpty(setting)) return Checked(setting, $"the setting {Setting}");
        var file = Path.Combine(dataFolder, FileName);
        if (!File.Exists(file)) Write(file, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        return Checked(File.ReadAllText(file).Trim(), $"the file '{file}'");
    }

    private static string Checked(string key, string where) =>
        OwnerKey.IsPossible(key)
            ? key
            : throw new SettingException($"The owner's key in {where} must be {OwnerKey.LeastCharacters} or more visible ASCII characters: set another one.");

    /// <summary>Readable by the owner of the process alone, from its first moment on.</summary>
    private static void Write(string file, string key)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new StreamWriter(file, options);
        stream.Write(key);
    }
}
