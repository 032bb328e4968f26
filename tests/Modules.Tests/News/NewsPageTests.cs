using Modules.Tests.Fixtures;

namespace Modules.Tests.News;

public sealed class NewsPageTests(Portal portal)
{
    [Fact]
    public async Task TheMappafondoNewsShowsItsThreeDatesItsDayAndItsSources()
    {
        var page = await portal.Page("/toscana/notizie/mappafondo-tre-incontri");
        var words = Portal.Words(page.QuerySelector("main")!);

        foreach (var day in new[] { "14 luglio", "19 luglio", "21 luglio" })
            Assert.Contains(day, words, StringComparison.Ordinal);
        foreach (var town in new[] { "Prato", "Siena", "Pisa" })
            Assert.Contains(town, words, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".sources li"));
        Assert.NotEmpty(page.QuerySelectorAll(".facts time"));
    }

    [Fact]
    public async Task NewsStandByTheDayOfWhatTheyTellTheNewestFirst()
    {
        var page = await portal.Page("/toscana/notizie");

        var days = page.QuerySelectorAll(".results .summary-foot time").Select(day => day.GetAttribute("datetime")!).ToList();
        Assert.True(days.Count > 3);
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
    }
}
