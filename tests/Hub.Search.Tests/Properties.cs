using FsCheck;

namespace Hub.Search.Tests;

/// <summary>How thoroughly properties are tried.</summary>
internal static class Properties
{
    public static Config Many { get; } = Config.QuickThrowOnFailure.WithMaxTest(500);

    public static Config Some { get; } = Config.QuickThrowOnFailure.WithMaxTest(100);
}
