using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Browser.Tests.Fixtures;

/// <summary>What is wrong with a page as it stands in the browser; each line names the fault and the element.</summary>
public static class Inspection
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe finds. Runs in the page itself: none has frames, for which the package's own way opens a tab each time.</summary>
    public static async Task<IReadOnlyList<string>> Barriers(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap((violation) =>
              violation.nodes.map((node) => `${violation.id} (${violation.impact}): ${node.target.join(' ')} ${node.html.slice(0, 200)}`))
            """);
    }

    /// <summary>What sticks out of the window sideways, at the window's present width.</summary>
    public static async Task<IReadOnlyList<string>> Overflow(this IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => {
          const width = document.documentElement.clientWidth
          if (document.documentElement.scrollWidth <= width) return []
          const out = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width + 1)
          const last = out.filter((element) => ![...element.children].some((child) => out.includes(child)))
          return [`${document.documentElement.scrollWidth} px wide`, ...last.slice(0, 5).map((element) => element.outerHTML.slice(0, 200))]
        }
        """);

    /// <summary>Collects what the page complains of from now on: errors of scripts, of files that are missing, of the content security policy.</summary>
    public static List<string> Complaints(this IPage page)
    {
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            var isAnswerItself = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(page.Url, StringComparison.Ordinal);
            if (message.Type is "error" && !isAnswerItself)
                complaints.Add($"{message.Text} {message.Location}");
        };
        return complaints;
    }
}
