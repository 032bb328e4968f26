using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Hub.Content.Prose;
using Hub.Kernel.Regions;

namespace SampleModule;

/// <summary>Makes the hours of a notice stand out: “ore 17.30”.</summary>
internal sealed partial class HoursStandOut : IProseEnricher
{
    public Task Enrich(IElement prose, ProseOrigin origin, Region region, CancellationToken cancel)
    {
        if (origin.Item?.Type != "avviso-bacheca")
            return Task.CompletedTask;
        foreach (var text in prose.QuerySelectorAll("p, li").SelectMany(block => block.ChildNodes.OfType<IText>()).ToList())
        {
            if (Hours().Match(text.Data) is not { Success: true } hours)
                continue;
            var found = text.Split(hours.Index);
            found.Split(hours.Length);
            var strong = prose.Owner!.CreateElement("strong");
            strong.TextContent = hours.Value;
            found.ReplaceWith(strong);
        }

        return Task.CompletedTask;
    }

    [GeneratedRegex(@"\bore [0-9]{1,2}(\.[0-9]{2})?\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hours();
}
