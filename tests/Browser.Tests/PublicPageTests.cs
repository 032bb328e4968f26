using Browser.Tests.Fixtures;

namespace Browser.Tests;

public sealed class PublicPageTests(Stage stage)
{
    [Fact]
    public async Task EveryKindOfPageIsSeenInEveryThemeAndAnswersAsItShould()
    {
        var sights = await stage.Tour.Sights();

        Assert.True(sights.Count > 130, $"Only {sights.Count} pages were seen.");
        None(sights.Where(sight => sight.Status != sight.Kind.Status).Select(sight => $"{sight.Where}: {sight.Status}"));
    }

    [Fact]
    public async Task NoPageBreaksARuleOfAccessibility()
    {
        var sights = await stage.Tour.Sights();

        None(sights.SelectMany(sight => sight.Barriers, (sight, barrier) => $"{sight.Where}: {barrier}"));
    }

    [Fact]
    public async Task NoPageLogsAnErrorOrBreaksItsContentSecurityPolicy()
    {
        var sights = await stage.Tour.Sights();

        None(sights.SelectMany(sight => sight.Complaints, (sight, complaint) => $"{sight.Where}: {complaint}"));
    }

    [Fact]
    public async Task NoPageScrollsSidewaysOnASmallPhone()
    {
        var sights = await stage.Tour.Sights();

        None(sights.Where(sight => sight.Narrow.Count > 0).Select(sight => $"{sight.Where}: {string.Join(" | ", sight.Narrow)}"));
    }

    [Fact]
    public async Task NoPageScrollsSidewaysWhenMagnifiedTwice()
    {
        var sights = await stage.Tour.Sights();

        None(sights.Where(sight => sight.Magnified.Count > 0).Select(sight => $"{sight.Where}: {string.Join(" | ", sight.Magnified)}"));
    }

    [Theory]
    [InlineData("/pratiche/mappa")]
    [InlineData("/puglia/pratiche/mappa")]
    [InlineData("/statistiche")]
    public Task TablesOfTwoOrThreeColumnsShowTheirFiguresOnASmallPhone(string path) => stage.Read(Stage.Phone, async page =>
    {
        await page.GotoAsync(path);

        None(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.table-scroll')].filter(box => box.scrollWidth > box.clientWidth).map(box => `${box.getAttribute('aria-label')}: ${box.scrollWidth} px`)"));
    });

    [Fact]
    public Task FeedbackThatIsGivenBackForWantOfStarsBreaksNoRule() => stage.Read(Stage.Phone, async page =>
    {
        await page.GotoAsync("/lombardia/notizie");
        await page.Locator(".feedback form").EvaluateAsync("form => form.submit()"); // as a browser that checks nothing
        await page.Arrives("/lombardia/commenti$");

        None(await page.Barriers());
        None(await page.Overflow());
    });

    /// <summary>Names them all, which <c>Assert.Empty</c> doesn't.</summary>
    private static void None(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
