using Microsoft.Playwright;

namespace Browser.Tests.Fixtures;

/// <summary>
/// Every kind of public page in every portal, seen once: as a phone and as a desktop by turns, so that each kind is seen as
/// both and in all themes; then as narrow as a small phone and as a desktop magnified twice.
/// </summary>
public sealed class Tour(Stage stage)
{
    private const int AtOnce = 2;

    private readonly Lock door = new();
    private Task<IReadOnlyList<Sight>>? sights;

    public Task<IReadOnlyList<Sight>> Sights()
    {
        lock (door)
            return sights ??= See();
    }

    private async Task<IReadOnlyList<Sight>> See()
    {
        var ways =
            (from portal in PublicPages.Portals.Index()
             from kind in PublicPages.Of(portal.Item).Index()
             select (Portal: portal.Item, Kind: kind.Item, Size: (portal.Index + kind.Index) % 2 == 0 ? Stage.Phone : Stage.Desktop)).ToList();
        var halves = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(half => See(ways.Where((_, index) => index % AtOnce == half))));
        return [.. halves.SelectMany(half => half)];
    }

    private async Task<List<Sight>> See(IEnumerable<(string Portal, PageKind Kind, ViewportSize Size)> ways)
    {
        await using var reader = await stage.NewReader(Stage.Desktop);
        var page = await reader.NewPageAsync();
        var complaints = page.Complaints();
        var seen = new List<Sight>();
        foreach (var (portal, kind, size) in ways)
        {
            complaints.Clear();
            await page.SetViewportSizeAsync(size.Width, size.Height);
            var answer = await page.GotoAsync(portal + kind.Path);
            var barriers = await page.Barriers();
            await page.SetViewportSizeAsync(320, 640);
            var narrow = await page.Overflow();
            await page.SetViewportSizeAsync(Stage.Desktop.Width / 2, Stage.Desktop.Height / 2);
            var magnified = await page.Overflow();
            seen.Add(new Sight($"{kind} {portal}{kind.Path} at {size.Width} px", kind, answer!.Status, barriers, [.. complaints], narrow, magnified));
        }

        return seen;
    }
}

/// <summary>A page as it was seen.</summary>
/// <param name="Where">Kind, address and width, for messages.</param>
/// <param name="Barriers">What axe found.</param>
/// <param name="Complaints">Errors of scripts, files and the content security policy.</param>
/// <param name="Narrow">What sticks out at 320 px.</param>
/// <param name="Magnified">What sticks out at 200 %.</param>
public sealed record Sight(
    string Where, PageKind Kind, int Status,
    IReadOnlyList<string> Barriers, IReadOnlyList<string> Complaints, IReadOnlyList<string> Narrow, IReadOnlyList<string> Magnified);
