using Hub.Content.Items;
using Hub.Content.Tests.Support;

namespace Hub.Content.Tests.Items;

public abstract class ListTests(bool isPostgres) : OnDatabase(isPostgres)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Hub.SaveTerms(Hub.Nazionale, "target",
            new("anziani", "Anziani"), new("soli", "Anziani soli", Parent: "anziani"), new("giovani", "Giovani"));
        await Hub.Publish(Hub.Toscana, "Zappa", """{ "target": ["soli"], "kind": "orto", "weight": 9 }""");
        await Hub.Publish(Hub.Toscana, "Àncora", """{ "target": ["anziani"], "kind": "mare", "weight": 10 }""");
        await Hub.Publish(Hub.Toscana, "ancella", """{ "target": ["giovani"], "kind": "Orto" }""");
        await Hub.Publish(Hub.Nazionale, "Èlite", """{ "target": ["giovani", "soli"], "text": "Perché la **comunità** conta", "weight": -1 }""");
        await Hub.Publish(Hub.Puglia, "Pugliese");
    }

    [Fact]
    public async Task TitlesAreSortedWithoutCaseAndAccentsOnEveryDatabase()
    {
        Assert.Equal("ancella, Àncora, Èlite, Zappa", await Hub.Titles(Hub.Toscana, new()));
        Assert.Equal("Zappa, Èlite, Àncora, ancella", await Hub.Titles(Hub.Toscana, new() { Sort = "-title" }));
    }

    [Fact]
    public async Task ValuesSortAsNumbersOrAsTextAndItemsWithoutOneStandLast()
    {
        Assert.Equal("Èlite, Zappa, Àncora, ancella", await Hub.Titles(Hub.Toscana, new() { Sort = "weight" }));
        Assert.Equal("Àncora, Zappa, Èlite, ancella", await Hub.Titles(Hub.Toscana, new() { Sort = "-weight" }));
        Assert.Equal("Àncora, ancella, Zappa, Èlite", await Hub.Titles(Hub.Toscana, new() { Sort = "kind" }));
    }

    [Fact]
    public async Task ValuesOfOneFieldAreAlternativesAndFieldsAreConditions()
    {
        var either = await Hub.Titles(Hub.Toscana, With(("target", ["soli", "giovani"])));
        var both = await Hub.Titles(Hub.Toscana, With(("target", ["soli", "giovani"]), ("kind", ["orto"])));

        Assert.Equal("ancella, Èlite, Zappa", either);
        Assert.Equal("Zappa", both);
    }

    [Fact]
    public async Task ATermFindsWhatHasTheTermsBelowIt() =>
        Assert.Equal("Àncora, Èlite, Zappa", await Hub.Titles(Hub.Toscana, With(("target", ["anziani"]))));

    [Fact]
    public async Task MovingATermMovesWhatItFinds()
    {
        await Hub.SaveTerms(Hub.Nazionale, "target",
            new("anziani", "Anziani"), new("giovani", "Giovani"), new("soli", "Persone sole", Parent: "giovani"));

        Assert.Equal("Àncora", await Hub.Titles(Hub.Toscana, With(("target", ["anziani"]))));
        Assert.Equal("ancella, Èlite, Zappa", await Hub.Titles(Hub.Toscana, With(("target", ["giovani"]))));
    }

    [Fact]
    public async Task AFacetCountsAsIfItWereNotFiltered()
    {
        var page = await Hub.List(Hub.Toscana, With(("target", ["giovani"])) with { Facets = ["target", "kind"] });

        Assert.Equal(2, page.Total);
        Assert.Equal(["anziani 3", "giovani 2", "soli 2"], page.Facets["target"].Select(count => $"{count.Value} {count.Count}"));
        Assert.Equal(["Orto 1"], page.Facets["kind"].Select(count => $"{count.Value} {count.Count}"));
    }

    [Fact]
    public async Task PagesFollowEachOtherAndTheirTotalIsThatOfAll()
    {
        var second = await Hub.List(Hub.Toscana, new() { Size = 3, Page = 2 });
        var absurd = await Hub.List(Hub.Toscana, new() { Size = int.MaxValue, Page = int.MaxValue });

        Assert.Equal(("Zappa", 4), (second.Items.Single().Title, second.Total));
        Assert.Empty(absurd.Items);
    }

    [Fact]
    public async Task WordsAreFoundWithoutCaseAndAccentsButKeysAreNot()
    {
        Assert.Equal("Èlite", await Hub.Titles(Hub.Toscana, new() { Text = "COMUNITA perche" }));
        Assert.Equal("Àncora", await Hub.Titles(Hub.Toscana, new() { Text = "àncor" }));
        Assert.Equal("", await Hub.Titles(Hub.Toscana, new() { Text = "target" }));
        Assert.Equal("", await Hub.Titles(Hub.Toscana, new() { Text = "100%_' \0" }));
    }

    [Fact]
    public async Task ARegionMayListItsOwnAlone() =>
        Assert.Equal("ancella, Àncora, Zappa", await Hub.Titles(Hub.Toscana, new() { OwnOnly = true }));

    [Fact]
    public async Task ValuesThatLookLikeTwoAreNotMistakenForThem()
    {
        var one = await Hub.Titles(Hub.Toscana, With(("target", ["soli,giovani"])));
        var two = await Hub.Titles(Hub.Toscana, With(("target", ["soli", "giovani"])));

        Assert.Equal("", one);
        Assert.Equal("ancella, Èlite, Zappa", two);
    }

    private static ItemQuery With(params (string Field, string[] Values)[] filters) => new()
    {
        Filters = filters.ToDictionary(filter => filter.Field, filter => (IReadOnlyList<string>)filter.Values, StringComparer.Ordinal),
    };
}

public sealed class ListOnSqlite() : ListTests(false);

public sealed class ListOnPostgres() : ListTests(true);
