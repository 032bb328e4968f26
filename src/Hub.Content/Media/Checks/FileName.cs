using Hub.Content.Items;

namespace Hub.Content.Media.Checks;

/// <summary>Names that browsers and folders send.</summary>
public static class FileName
{
    private const int MaxLength = 80;

    /// <summary>
    /// A name that can stand in every address and on every disk: the last part of a path, as a slug, with the extension of
    /// what the content is. Never throws.
    /// </summary>
    /// <param name="sent">Hostile.</param>
    public static string Clean(string sent, FileFormat format)
    {
        var stem = Slug.From(WellFormed(Path.GetFileNameWithoutExtension(Last(sent))));
        if (stem == "senza-titolo")
            stem = format.IsImage ? "immagine" : "documento";
        if (stem.Length > MaxLength)
            stem = stem[..MaxLength].Trim('-');
        return $"{stem}.{format.Extension}";
    }

    /// <summary>What the name says of the format; empty when it says nothing.</summary>
    public static string Extension(string sent) => Path.GetExtension(Last(sent)).TrimStart('.').ToLowerInvariant();

    /// <summary>
    /// A name that would mislead: control characters, or an extension before the last one that runs somewhere, as in
    /// <c>avviso.pdf.exe</c> or <c>foto.php.jpg</c>.
    /// </summary>
    public static bool IsMisleading(string sent)
    {
        var name = Last(sent);
        return sent.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)
            || name.Split('.').Skip(1).SkipLast(1).Any(part => Runs.Contains(part.Trim().ToLowerInvariant()));
    }

    private static readonly HashSet<string> Runs = new(
        ("exe com bat cmd scr pif msi dll js jse mjs vbs vbe wsf wsh hta ps1 jar sh php php5 phtml phar asp aspx jsp cgi pl py rb html htm xhtml shtml "
        + "svg xml swf lnk url reg cpl apk app dmg iso docm xlsm pptm dotm xltm").Split(' '), StringComparer.Ordinal);

    private static string Last(string sent) => sent.Split('/', '\\')[^1].TrimEnd('.', ' ');

    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
