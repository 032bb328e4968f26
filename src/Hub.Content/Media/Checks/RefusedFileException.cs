namespace Hub.Content.Media.Checks;

/// <summary>Why a file is not taken, in Italian, for whoever uploads it.</summary>
public sealed class RefusedFileException(string message) : Exception(message)
{
    /// <param name="key">Of the message, without <c>Media.Refused.</c></param>
    internal static RefusedFileException Because(string key, params object?[] arguments) => new(Texts.Get($"Media.Refused.{key}", arguments));
}
