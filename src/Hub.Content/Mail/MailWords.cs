using System.Text.RegularExpressions;
using Hub.Content.Settings;
using Hub.Kernel.Regions;

namespace Hub.Content.Mail;

/// <summary>A region's words for its mails, by kind.</summary>
public sealed record MailTextSettings
{
    public const string Key = "mail";

    public IReadOnlyDictionary<string, OwnWords> Kinds { get; init; } = new Dictionary<string, OwnWords>(StringComparer.Ordinal);
}

/// <summary>What a region says in place of the hub; empty keeps the hub's words.</summary>
public sealed record OwnWords(string Subject = "", string Opening = "", string Closing = "");

/// <summary>The words around what a mail tells.</summary>
public sealed partial record MailWords(string Subject, string Opening, string Closing)
{
    /// <summary>A region's words for a kind of mail, each of them the hub's where the region has none, with their places filled.</summary>
    /// <param name="values">By name of the place.</param>
    public static MailWords Of(Region region, MailKind kind, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Fill(kind, RegionSettings.Of<MailTextSettings>(region, MailTextSettings.Key).Kinds.GetValueOrDefault(kind.Key) ?? new OwnWords(), values);

    internal static MailWords Fill(MailKind kind, OwnWords own, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            known[name] = value?.ToString() ?? "";
        return new MailWords(In(own.Subject, kind.Subject), In(own.Opening, kind.Opening), In(own.Closing, kind.Closing));

        string In(string words, string usual) => Place().Replace(words.Length > 0 ? words : usual, match => known.GetValueOrDefault(match.Groups["name"].Value) ?? match.Value);
    }

    /// <summary>The names in braces that a text has.</summary>
    internal static IEnumerable<string> PlacesIn(string text) => Place().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<name>[^{}\r\n]{0,40})\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
