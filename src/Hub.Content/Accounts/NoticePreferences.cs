namespace Hub.Content.Accounts;

/// <summary>When somebody wants to be told by mail of what happens to their content.</summary>
public static class NoticePreferences
{
    public const string AtOnce = "subito";

    /// <summary>One mail a day.</summary>
    public const string Daily = "riepilogo";

    public const string Never = "mai";

    public static IReadOnlyList<string> All { get; } = [AtOnce, Daily, Never];
}
