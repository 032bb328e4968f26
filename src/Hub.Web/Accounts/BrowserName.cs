namespace Hub.Web.Accounts;

/// <summary>Names a browser by what it says of itself, roughly: for people to tell their own apart.</summary>
internal static class BrowserName
{
    // The first that is found counts: most browsers claim to be others too.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <param name="agent">Hostile; nothing of it is kept but these names.</param>
    public static string Of(string? agent)
    {
        var names = new[] { Find(Browsers, agent), Find(Systems, agent) }.Where(name => name.Length > 0);
        return string.Join(", ", names);
    }

    private static string Find((string Mark, string Name)[] known, string? agent) =>
        known.FirstOrDefault(each => agent?.Contains(each.Mark, StringComparison.Ordinal) is true).Name ?? "";
}
