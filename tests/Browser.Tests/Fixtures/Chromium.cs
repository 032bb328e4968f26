using Microsoft.Playwright;

namespace Browser.Tests.Fixtures;

/// <summary>The browser that the machine has: Debian's, or the one that HUB_TEST_CHROMIUM names.</summary>
internal static class Chromium
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Null when there is none.</summary>
    public static string? Program { get; } =
        Environment.GetEnvironmentVariable("HUB_TEST_CHROMIUM") is { Length: > 0 } named ? named : Array.Find(Usual, File.Exists);

    public static string WhyMissing => "There is no Chromium. On Debian: apt-get install chromium; elsewhere HUB_TEST_CHROMIUM names the program.";

    public static bool IsMustHave => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    public static async Task<IBrowser> Start(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Program,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        ],
    });
}
