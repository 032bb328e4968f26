using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Hub.Content.Prose;

/// <summary>Reduces HTML to what a page of text needs. An allow-list: what is not named here does not pass.</summary>
public static partial class Sanitizer
{
    private static readonly FrozenSet<string> Elements = Set(
        "a abbr b blockquote br caption cite code dd del dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img input ins "
        + "li ol p pre q s section small span strong sub sup table tbody td tfoot th thead tr u ul");

    /// <summary>Elements whose content is not text and goes with them.</summary>
    private static readonly FrozenSet<string> Dropped = Set(
        "script style template iframe frame frameset object embed applet noscript noembed noframes svg math textarea select option "
        + "button form title head base link meta audio video source track canvas xmp plaintext listing marquee");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Attributes = new Dictionary<string, FrozenSet<string>>
    {
        ["a"] = Set("href title rel"),
        ["abbr"] = Set("title"),
        ["img"] = Set("src srcset sizes alt title width height loading"),
        ["input"] = Set("type checked disabled"),
        ["ol"] = Set("start"),
        ["td"] = Set("colspan rowspan"),
        ["th"] = Set("colspan rowspan scope"),
    }.ToFrozenDictionary();

    /// <summary>Beyond it the parser's own work grows with the square of the text, and its recursion with the depth.</summary>
    private const int MaxOpen = 2000;

    private static readonly FrozenSet<string> Global = Set("id class lang role tabindex aria-describedby aria-label aria-labelledby");

    /// <summary>
    /// Safe HTML from a fragment of any HTML. Never throws. Ids and classes don't pass: they would be taken for the page's
    /// own. What is nested absurdly is shown as it was written.
    /// </summary>
    public static string Clean(string html)
    {
        if (OpenElements(html) > MaxOpen)
            return $"<pre>{System.Net.WebUtility.HtmlEncode(html)}</pre>";
        var document = new HtmlParser().ParseDocument("");
        document.Body!.InnerHtml = html;
        Clean(document.Body);
        foreach (var element in document.Body.QuerySelectorAll("[id], [class]"))
        {
            element.RemoveAttribute("id");
            element.RemoveAttribute("class");
        }

        return document.Body.InnerHtml;
    }

    /// <summary>At most so many elements can be open at once in the text: each start tag opens one, each end tag closes one.</summary>
    private static int OpenElements(string html)
    {
        var open = 0;
        var most = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (char.IsAsciiLetter(html[at + 1]))
                most = Math.Max(most, ++open);
            else if (html[at + 1] == '/')
                open = Math.Max(open - 1, 0);
        }

        return most;
    }

    /// <summary>Makes the content of an element safe, in place.</summary>
    public static void Clean(IElement root)
    {
        foreach (var node in root.Descendants().ToList())
        {
            if (node is IElement element)
                Clean(element, root);
            else if (node is not IText)
                node.Parent?.RemoveChild(node);
        }
    }

    private static void Clean(IElement element, IElement root)
    {
        if (!root.Contains(element))
            return; // gone with an element above it
        var name = element.LocalName;
        if (Dropped.Contains(name) || element.NamespaceUri != root.NamespaceUri)
            element.Remove();
        else if (!Elements.Contains(name) || (name == "input" && element.GetAttribute("type") != "checkbox"))
            Unwrap(element);
        else
            CleanAttributes(element, name);
    }

    private static void CleanAttributes(IElement element, string name)
    {
        foreach (var attribute in element.Attributes.ToList())
        {
            var isKnown = Global.Contains(attribute.Name) || (Attributes.TryGetValue(name, out var own) && own.Contains(attribute.Name));
            if (!isKnown || !IsGood(attribute))
                element.RemoveAttribute(attribute.Name);
        }

        if (name == "img" && (!element.HasAttribute("src") || !element.HasAttribute("alt")))
            element.Remove();
        if (name == "input")
            element.SetAttribute("disabled", "");
    }

    private static bool IsGood(IAttr attribute) => attribute.Name switch
    {
        "href" => SafeAddress.IsSafe(attribute.Value),
        "src" => SafeAddress.IsSafe(attribute.Value) && !SafeAddress.IsExternal(attribute.Value)
            && !attribute.Value.Contains(':', StringComparison.Ordinal),
        "srcset" => attribute.Value.Split(',').All(IsGoodCandidate),
        "sizes" => Sizes().IsMatch(attribute.Value),
        "id" or "class" or "rel" or "lang" or "scope" or "loading" or "role" or "tabindex" or "aria-describedby" or "aria-labelledby" => Names().IsMatch(attribute.Value),
        "width" or "height" or "start" or "colspan" or "rowspan" => attribute.Value.Length is > 0 and < 5 && attribute.Value.All(char.IsAsciiDigit),
        _ => true,
    };

    /// <summary>An address of this portal and a width, as in <c>/media/a/320.webp 320w</c>.</summary>
    private static bool IsGoodCandidate(string candidate) =>
        candidate.Trim().Split(' ') is [var address, [.. var width, 'w']] && width.All(char.IsAsciiDigit)
        && address.StartsWith('/') && SafeAddress.IsSafe(address) && !address.Contains(':', StringComparison.Ordinal);

    private static void Unwrap(IElement element)
    {
        var parent = element.Parent!;
        while (element.FirstChild is { } child)
            parent.InsertBefore(child, element);
        element.Remove();
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^[a-z0-9():, -]+$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Sizes();

    [GeneratedRegex(@"^[\p{L}\p{N}:_ -]+$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Names();
}
