using System.Globalization;
using System.Net;
using Hub.Content.Items;
using Hub.Web.Appearance;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests;

/// <summary>A region's colour: read, checked, served.</summary>
public sealed class AppearanceTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Path = "/toscana/gestione/impostazioni/aspetto";

    private readonly Portal portal = own.Portal;

    [Theory]
    [InlineData("#8f1733", "#8f1733")]
    [InlineData(" 8F1733 ", "#8f1733")]
    [InlineData("346 84 56", "#8f1733")]
    [InlineData("346° / 84% / 56%", "#8f1733")]
    [InlineData("131;66;47,7", "#297a38")]
    [InlineData("rosso", null)]
    [InlineData("#8f17", null)]
    [InlineData("400 10 10", null)]
    [InlineData("url(//example.it)", null)]
    public void AColourIsReadAsDesignersWriteIt(string typed, string? expected) => Assert.Equal(expected, Colour.Parse(typed)?.ToString());

    [Fact]
    public void ContrastIsThatOfWcag()
    {
        var onWhite = Contrast.Of(Colour.Parse("#767676")!.Value).Single(pair => pair.Key == "OnWhite");

        Assert.Equal(4.54, onWhite.Ratio, 2); // the grey that is known for just passing
        Assert.Equal(21, Contrast.Of(Colour.Parse("#000000")!.Value)[0].Ratio, 2);
    }

    [Fact]
    public void TheNearestColourAlwaysPassesAndIsTheSameWhereTheColourDoes()
    {
        foreach (var red in Steps())
        {
            foreach (var green in Steps())
            {
                foreach (var blue in Steps())
                {
                    var colour = new Colour(red, green, blue);
                    var nearest = Contrast.Nearest(colour);

                    Assert.True(Contrast.Passes(nearest), $"{colour} gives {nearest}");
                    Assert.Equal(Contrast.Passes(colour), nearest == colour);
                }
            }
        }

        static IEnumerable<double> Steps() => Enumerable.Range(0, 6).Select(step => step * 51.0);
    }

    [Theory]
    [InlineData("#ffd500", "non si leggono")]
    [InlineData("#0066CC", "riservati")]
    [InlineData("#0a68c8", "riservati")]
    [InlineData("verde", "non è un colore")]
    public async Task AColourThatCannotBeReadIsRefusedAndTheNearestOffered(string typed, string reason)
    {
        using var administrator = await portal.Person($"{Guid.NewGuid():N}@example.it", "toscana", Roles.RegionAdministrator);

        var answer = await administrator.Send(Path, Path, ("primary", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(typed, answer.Page.QuerySelector("[name=primary]")!.GetAttribute("value"));
        Assert.Contains(reason, answer.Page.QuerySelector("#campo-primary-errore")!.TextContent, StringComparison.Ordinal);
        if (Colour.Parse(typed) is { } colour)
            Assert.Contains(answer.Page.QuerySelectorAll("main a"), link => link.TextContent.Contains(Contrast.Nearest(colour).ToString(), StringComparison.Ordinal));
        Assert.Empty((await portal.Reader.Ask("/toscana/")).Page.QuerySelectorAll("link[href*=aspetto]"));
    }

    [Fact]
    public async Task AColourIsOnEveryPageOfItsRegionWithoutABuild()
    {
        using var administrator = await portal.Person("colori@example.it", "liguria", Roles.RegionAdministrator);
        const string Page = "/gestione/impostazioni/aspetto";

        var tried = await administrator.Ask(Page + "?colore=%231d5c3a", host: SmallContent.Liguria);
        var token = tried.Page.QuerySelector("main form[method=post] input[name=__RequestVerificationToken], form[data-colour] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var saved = await administrator.Ask(Page, HttpMethod.Post, SmallContent.Liguria, new FormUrlEncodedContent([new("primary", "#1D5C3A"), new("__RequestVerificationToken", token)]));

        Assert.Single(tried.Page.QuerySelectorAll("link[href^='/aspetto-1d5c3a-']"));
        Assert.Equal(HttpStatusCode.Found, saved.Status);
        var link = (await portal.Reader.Ask("/", host: SmallContent.Liguria)).Page.QuerySelector("link[href^='/aspetto-1d5c3a-']")!.GetAttribute("href")!;
        var sheet = await portal.Reader.Ask(link, host: SmallContent.Liguria);
        Assert.Equal(HttpStatusCode.OK, sheet.Status);
        Assert.StartsWith("text/css", sheet.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("immutable", sheet.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("#1d5c3a", sheet.Text, StringComparison.Ordinal);
        Assert.Empty((await portal.Reader.Ask("/puglia/")).Page.QuerySelectorAll("link[href*=aspetto]"));
    }

    [Fact]
    public async Task TheServedValuesAreThoseOfTheBuild()
    {
        var sheet = (await portal.Reader.Ask("/themes/italia/css/italia-toscana.css")).Text;
        var version = (await portal.Reader.Ask("/toscana/aspetto-8f1733-00000000.css")).Text;
        var built = Values(sheet[sheet.IndexOf(":root{", StringComparison.Ordinal)..]);
        var served = Values(version);

        Assert.True(served.Count > 40);
        Assert.Equal(built.Keys, served.Keys);
        Assert.All(built, value => Assert.True(IsAsGood(value.Value, served[value.Key]), $"{value.Key}: {value.Value} and {served[value.Key]}"));
    }

    [Theory]
    [InlineData("/toscana/aspetto-zzzzzz-00000000.css")]
    [InlineData("/toscana/aspetto-8f17-00000000.css")]
    public async Task NoStylesheetIsMadeOfWhatIsNoColour(string path) => Assert.Equal(HttpStatusCode.NotFound, (await portal.Reader.Ask(path)).Status);

    private static Dictionary<string, string> Values(string rule) =>
        rule[(rule.IndexOf('{', StringComparison.Ordinal) + 1)..rule.IndexOf('}', StringComparison.Ordinal)].Split(';').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The variant's primary is 346/84/56, a hair's breadth from #8f1733.</summary>
    private static bool IsAsGood(string built, string served) => Channels(built).Zip(Channels(served)).All(pair => Math.Abs(pair.First - pair.Second) <= 1);

    private static int[] Channels(string value) => value[0] == '#'
        ? [.. Enumerable.Range(0, (value.Length - 1) / 2).Select(at => int.Parse(value.AsSpan(1 + (at * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))]
        : [.. value.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
}
