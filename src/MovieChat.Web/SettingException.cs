namespace MovieChat.Web;

/// <summary>A setting has a value it can not have. The message names the setting and what it may be.</summary>
public sealed class SettingException(string message) : Exception(message);
