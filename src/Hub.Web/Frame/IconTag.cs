using Hub.Kernel.Regions;
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
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Class.Length == 0 ? "icon" : $"icon {Class}");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        var use = new TagBuilder("use");
        use.MergeAttribute("href", $"{sprite}#{Name}");
        output.Content.SetHtmlContent(use);
    }
}
