using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Hub.Content.Prose;

/// <summary>Rich text that stands below a heading of its page, or beside other texts on one.</summary>
public static class NestedProse
{
    /// <summary>
    /// The same text with its headings one level lower, and with every anchor, and what points to it, behind a prefix, so
    /// that no two texts of a page share one.
    /// </summary>
    /// <param name="prefix">Empty leaves anchors as they are.</param>
    public static ProseText Under(this ProseText text, string prefix = "")
    {
        var document = new HtmlParser().ParseDocument("");
        var body = document.Body!;
        body.InnerHtml = text.Html;
        foreach (var heading in body.QuerySelectorAll("h2, h3, h4, h5").ToList())
            Lower(heading);
        if (prefix.Length > 0)
            Prefix(body, prefix);
        return new ProseText(body.InnerHtml, [.. text.Headings.Select(heading => heading with { Level = heading.Level + 1, Id = prefix + heading.Id })]);
    }

    private static void Lower(IElement heading)
    {
        var lower = heading.Owner!.CreateElement($"h{heading.LocalName[1] - '0' + 1}");
        foreach (var attribute in heading.Attributes)
            lower.SetAttribute(attribute.Name, attribute.Value);
        lower.Append([.. heading.ChildNodes]);
        heading.Replace(lower);
    }

    private static void Prefix(IElement body, string prefix)
    {
        foreach (var element in body.QuerySelectorAll("[id]"))
            element.Id = prefix + element.Id;
        foreach (var link in body.QuerySelectorAll("a[href^='#']"))
            link.SetAttribute("href", $"#{prefix}{link.GetAttribute("href")![1..]}");
        foreach (var name in new[] { "aria-describedby", "aria-labelledby" })
        {
            foreach (var element in body.QuerySelectorAll($"[{name}]"))
                element.SetAttribute(name, string.Join(' ', element.GetAttribute(name)!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => prefix + id)));
        }
    }
}
