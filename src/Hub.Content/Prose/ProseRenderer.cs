using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Hub.Content.Changes;
using Hub.Content.Items;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Markdig;

namespace Hub.Content.Prose;

/// <summary>
/// Makes Markdown into safe HTML for one region: links gain the region's path, tables and figures their frame, modules
/// add their marks, and the whole is sanitised last. Kept until content changes. For one scope.
/// </summary>
public sealed class ProseRenderer(EnabledExtensions extensions, ContentCache cache)
{
    /// <summary>A Markdown field of an item; empty when it has no value.</summary>
    /// <param name="field">The field's name.</param>
    public ValueTask<ProseText> Render(Region region, Item item, string field, CancellationToken cancel = default) =>
        item.Data[field] is { } markdown
            ? Render(region, item, markdown.ToString(), field, cancel)
            : ValueTask.FromResult(ProseText.Empty);

    /// <summary>Markdown within an item, such as a row of a group.</summary>
    /// <param name="part">Names the place in the item: <c>phases 3 what</c>.</param>
    public ValueTask<ProseText> Render(Region region, Item item, string markdown, string part, CancellationToken cancel = default) =>
        Render(region, markdown, new ProseOrigin($"{item.Id} {item.Version} {part}", item), cancel);

    /// <summary>Any Markdown.</summary>
    /// <param name="key">Names the text and its version; the result is kept under it.</param>
    public ValueTask<ProseText> Render(Region region, string markdown, string key, CancellationToken cancel = default) =>
        Render(region, markdown, new ProseOrigin(key, null), cancel);

    private ValueTask<ProseText> Render(Region region, string markdown, ProseOrigin origin, CancellationToken cancel) =>
        cache.Get(region, $"prose {origin.Key}", () => Make(region, markdown, origin, cancel));

    private async Task<ProseText> Make(Region region, string markdown, ProseOrigin origin, CancellationToken cancel)
    {
        var document = new HtmlParser().ParseDocument("");
        var body = document.Body!;
        body.InnerHtml = ToHtml(markdown);
        Shape(body, region);
        foreach (var enricher in extensions.Of<IProseEnricher>(region))
            await enricher.Enrich(body, origin, region, cancel);
        Sanitizer.Clean(body);
        var headings = body.QuerySelectorAll("h2[id], h3[id]")
            .Select(heading => new ProseHeading(heading.LocalName == "h2" ? 2 : 3, heading.Id!, heading.TextContent.Trim()));
        return new ProseText(body.InnerHtml, [.. headings]);
    }

    private static string ToHtml(string markdown)
    {
        try
        {
            return MarkdownLimits.IsAbsurd(markdown) ? AsWritten(markdown) : Markdown.ToHtml(markdown, MarkdownPipelines.Page);
        }
        catch (ArgumentException) // nested beyond Markdig's limit: shown as it was written
        {
            return AsWritten(markdown);
        }
    }

    private static string AsWritten(string markdown) => $"<pre>{System.Net.WebUtility.HtmlEncode(markdown)}</pre>";

    private static void Shape(IElement body, Region region)
    {
        foreach (var heading in body.QuerySelectorAll("h1").ToList())
            Rename(heading, "h2");
        foreach (var link in body.QuerySelectorAll("a[href]"))
            Resolve(link, region);
        foreach (var image in body.QuerySelectorAll("img").ToList())
            Frame(image, region);
        Frame(body.QuerySelectorAll("h2, h3, table").ToList());
        foreach (var box in body.QuerySelectorAll("li > input[type=checkbox]:not([checked]), li > p > input[type=checkbox]:not([checked])").ToList())
            Check(box);
    }

    /// <summary>A thing to check is an item of a checklist, which the theme marks: a box that nobody can tick needs no control.</summary>
    private static void Check(IElement box)
    {
        box.Closest("ul, ol")!.ClassName = "checklist";
        box.Remove();
    }

    /// <summary>Tables scroll in a frame of their own, named by their caption or by the heading that they stand under.</summary>
    private static void Frame(IReadOnlyList<IElement> headingsAndTables)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var heading = "";
        foreach (var element in headingsAndTables)
        {
            if (element.LocalName != "table")
            {
                heading = element.TextContent.Trim();
                continue;
            }

            var name = element.QuerySelector("caption")?.TextContent.Trim() is { Length: > 0 } caption ? caption
                : heading.Length > 0 ? $"{Texts.Get("Table")}: {heading}" : Texts.Get("Table");
            var unique = name;
            for (var number = 2; !names.Add(unique); number++)
                unique = $"{name} ({number})";
            Frame(element, unique);
        }
    }

    /// <summary>The page has its own first heading.</summary>
    private static void Rename(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        if (element.Id is { } id)
            renamed.Id = id;
        renamed.Append([.. element.ChildNodes]);
        element.Replace(renamed);
    }

    private static void Resolve(IElement link, Region region)
    {
        var address = link.GetAttribute("href")!;
        if (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal))
            link.SetAttribute("href", region.PathBase + address);
        else if (SafeAddress.IsExternal(address))
            link.SetAttribute("rel", "noopener");
    }

    /// <summary>A picture alone in a paragraph becomes a figure, with its title as caption.</summary>
    private static void Frame(IElement image, Region region)
    {
        var source = image.GetAttribute("src") ?? "";
        if (SafeAddress.IsMediaPath(source.TrimStart('/')))
            image.SetAttribute("src", $"{region.PathBase}/{source.TrimStart('/')}");
        image.SetAttribute("loading", "lazy");
        if (SafeAddress.IsExternal(source) || image.ParentElement is not { LocalName: "p", ChildNodes.Length: 1 } paragraph)
            return;
        var figure = paragraph.Owner!.CreateElement("figure");
        paragraph.Replace(figure);
        figure.Append(image);
        if (image.GetAttribute("title") is not { Length: > 0 } title)
            return;
        var caption = figure.Owner!.CreateElement("figcaption");
        caption.TextContent = title;
        figure.Append(caption);
        image.RemoveAttribute("title");
    }

    private static void Frame(IElement table, string name)
    {
        table.ClassName = "table";
        foreach (var head in table.QuerySelectorAll("thead th"))
            head.SetAttribute("scope", "col");
        foreach (var cell in table.QuerySelectorAll("[style]"))
            Align(cell);
        var frame = table.Owner!.CreateElement("div");
        frame.ClassName = "table-scroll";
        frame.SetAttribute("tabindex", "0");
        frame.SetAttribute("role", "group");
        frame.SetAttribute("aria-label", name);
        table.Replace(frame);
        frame.Append(table);
    }

    /// <summary>Markdig sets the columns' alignment as a style, which pages don't allow.</summary>
    private static void Align(IElement cell)
    {
        var style = cell.GetAttribute("style")!;
        cell.RemoveAttribute("style");
        if (style.Contains("center", StringComparison.Ordinal))
            cell.ClassName = "text-center";
        else if (style.Contains("right", StringComparison.Ordinal))
            cell.ClassName = "text-end";
    }
}
