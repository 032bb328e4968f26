using System.Globalization;
using Hub.Content;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hub.Web.Frame;

/// <summary><c>&lt;day of="item.Updated" /&gt;</c>: a day in words, which machines can read too.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayTag : TagHelper
{
    public DateOnly Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Of.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.SetContent(Of.InWords());
    }
}

/// <summary><c>&lt;moment of="meeting.When" /&gt;</c>: a moment in UTC, shown as day and hour in Rome.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTag : TagHelper
{
    /// <summary>In UTC.</summary>
    public DateTime Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        var utc = DateTime.SpecifyKind(Of, DateTimeKind.Utc);
        output.Attributes.SetAttribute("datetime", utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var local = RomeTime.FromUtc(utc);
        output.Content.SetContent(Texts.Get("Moment", DateOnly.FromDateTime(local).InWords(), local.ToString("H.mm", CultureInfo.InvariantCulture)));
    }
}

/// <summary>Days as people write them.</summary>
public static class ItalianDays
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>“14 luglio 2023”, “1° ottobre 2021”.</summary>
    public static string InWords(this DateOnly day) => day.ToString(day.Day == 1 ? "d'°' MMMM yyyy" : "d MMMM yyyy", Italian);
}
