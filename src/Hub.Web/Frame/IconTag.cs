using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hub.Web.Frame;

/// <summary>
/// <c>&lt;icon name="it-search" class="icon-sm" /&gt;</c>: a mark from the sprite of the region's theme, at
/// <c>/themes/{theme}/svg/sprites.svg</c>. Decoration only: screen readers pass over it.
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag : TagHelper
{
    /// <summary>Views name a few dozen.</summary>
    private static readonly ConcurrentDictionary<(string Sprite, string Name, string Class), HtmlString> Drawn = new();

    /// <summary>Of the symbol in the sprite.</summary>
    public string Name { get; set; } = "";

    /// <summary>Added to <c>icon</c>.</summary>
    public string Class { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var http = ViewContext.HttpContext;
        var sprite = http.Asset($"themes/{http.GetRegion().Definition.Theme.ToLowerInvariant()}/svg/sprites.svg");
        output.TagName = null;
        output.Content.SetHtmlContent(Drawn.GetOrAdd((sprite, Name, Class), static icon => Draw(icon.Sprite, icon.Name, icon.Class)));
    }

    private static HtmlString Draw(string sprite, string name, string more)
    {
        var encoder = HtmlEncoder.Default;
        var classes = more.Length == 0 ? "icon" : $"icon {encoder.Encode(more)}";
        return new HtmlString($"<svg class=\"{classes}\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{encoder.Encode(sprite)}#{encoder.Encode(name)}\"></use></svg>");
    }
}
