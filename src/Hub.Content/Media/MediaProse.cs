using System.Globalization;
using AngleSharp.Dom;
using Hub.Content.Prose;
using Hub.Kernel.Regions;

namespace Hub.Content.Media;

/// <summary>
/// Gives pictures in rich text their smaller sizes and their measures, and documents their format and size. What the library
/// doesn't have stays as it was written.
/// </summary>
internal sealed class MediaProse(MediaReader media) : IProseEnricher
{
    public async Task Enrich(IElement prose, ProseOrigin origin, Region region, CancellationToken cancel)
    {
        foreach (var image in prose.QuerySelectorAll("img[src*='media/']").ToList())
        {
            if (await media.Picture(image.GetAttribute("src")!, cancel) is { } picture)
                Show(image, picture, region);
        }

        foreach (var link in prose.QuerySelectorAll("a[href*='media/']").ToList())
        {
            if (await media.At(link.GetAttribute("href")!, cancel) is { IsRestricted: false } file)
                Tell(link, file);
        }
    }

    private static void Show(IElement image, PictureSource picture, Region region)
    {
        var file = picture.File;
        image.SetAttribute("src", picture.Source(region.PathBase));
        if (picture.SourceSet(region.PathBase) is { } set)
        {
            image.SetAttribute("srcset", set);
            image.SetAttribute("sizes", PictureSource.InText);
        }

        if (file.Width > 0)
        {
            image.SetAttribute("width", file.Width.ToString(CultureInfo.InvariantCulture));
            image.SetAttribute("height", file.Height.ToString(CultureInfo.InvariantCulture));
        }

        if (string.IsNullOrEmpty(image.GetAttribute("alt")))
            image.SetAttribute("alt", file.Alt);
        if (file.Credit.Length > 0 && image.ParentElement is { LocalName: "figure" } figure)
            Credit(figure, file.Credit);
    }

    /// <summary>Below the picture, after its caption when it has one.</summary>
    private static void Credit(IElement figure, string credit)
    {
        var caption = figure.QuerySelector("figcaption");
        if (caption is null)
            figure.Append(caption = figure.Owner!.CreateElement("figcaption"));
        var small = figure.Owner!.CreateElement("small");
        small.ClassName = "credit";
        small.TextContent = Texts.Get("Media.Credit", credit);
        caption.Append(small);
    }

    private static void Tell(IElement link, MediaFileRow file)
    {
        var facts = link.Owner!.CreateElement("span");
        facts.ClassName = "file-facts";
        facts.TextContent = $" ({FileFormat.Of(file.Format)!.Label}, {FileSize.Of(file.Size)})";
        link.Append(facts);
    }
}
