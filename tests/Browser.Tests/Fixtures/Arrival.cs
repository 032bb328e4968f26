using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Browser.Tests.Fixtures;

/// <summary>Waits for pages, with script and without.</summary>
public static class Arrival
{
    /// <summary>Signs in on the way to a page of the desk.</summary>
    public static async Task SignIn(this IPage page, string email, string path)
    {
        await page.GotoAsync(path);
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", Administrator.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.Arrives(path + "$");
    }

    /// <summary>Waits until the page has an address that holds the pattern, and is read to its end.</summary>
    public static async Task Arrives(this IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address, RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 30_000 });
        while (!string.Equals(await page.EvaluateAsync<string>("document.readyState"), "complete", StringComparison.Ordinal))
            await Task.Delay(50);
    }
}
