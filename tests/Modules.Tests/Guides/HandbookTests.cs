using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Guides;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Guides;

public sealed class HandbookTests
{
    private static readonly Item Past = Guide("2024", new DateOnly(2024, 1, 1), false);
    private static readonly Item Present = Guide("2026", new DateOnly(2026, 1, 1), true);
    private static readonly Item Draft = Guide("2027", new DateOnly(2027, 1, 1), false);

    [Fact]
    public void TheCurrentEditionComesFirstThenTheNewest() =>
        Assert.Equal(["2026", "2027", "2024"], new Handbook([Past, Draft, Present], []).Editions.Select(edition => edition.Guide!.Title));

    [Fact]
    public void ChaptersStandByNumberInTheirOwnEdition()
    {
        var handbook = new Handbook([Past, Present], [Chapter("two", 2, "Le basi", Present), Chapter("own", 101, "Nella tua regione", Present), Chapter("old", 1, "Le basi", Past), Chapter("one", 1, "Le basi", Present)]);

        Assert.Equal(["one", "two", "own"], handbook.Editions[0].Chapters.Select(chapter => chapter.Title));
        Assert.Equal(["Le basi", "Nella tua regione"], handbook.Editions[0].Parts.Select(part => part.Title));
        Assert.Equal(["old"], handbook.Editions[1].Chapters.Select(chapter => chapter.Title));
    }

    [Fact]
    public void NeighboursEndWhereTheEditionEnds()
    {
        var (one, two) = (Chapter("one", 1, "Le basi", Present), Chapter("two", 2, "Le basi", Present));
        var edition = new Handbook([Present], [two, one]).EditionOf(one);

        Assert.Null(edition.Before(one));
        Assert.Equal(two, edition.After(one));
        Assert.Equal(one, edition.Before(two));
        Assert.Null(edition.After(two));
    }

    [Fact]
    public void AChapterOfAnEditionThatARegionReplacesStandsInTheRegionsOwn()
    {
        var own = Guide("toscana", new DateOnly(2026, 2, 1), true, Present.Id);
        var handbook = new Handbook([own], [Chapter("one", 1, "Le basi", Present)]);

        Assert.Equal(own, handbook.Editions.Single().Guide);
        Assert.Single(handbook.Editions.Single().Chapters);
    }

    [Fact]
    public void AChapterWithoutAVisibleEditionIsNotLost()
    {
        Assert.Single(new Handbook([Present], [Chapter("lost", 9, "Le basi", Past)]).Editions.Single().Chapters);
        Assert.Single(new Handbook([], [Chapter("lost", 9, "Le basi", Past)]).Editions.Single().Chapters);
    }

    private static Item Guide(string title, DateOnly date, bool isCurrent, Guid? overrides = null) => Some.Item(
        "guida", title, new JsonObject { ["edition"] = title, ["date"] = date.ToString("yyyy-MM-dd", null), ["current"] = isCurrent }, overrides: overrides);

    private static Item Chapter(string title, int number, string part, Item guide) => Some.Item(
        "capitolo", title, new JsonObject { ["number"] = number, ["part"] = part, ["guide"] = Some.List(guide.Id.ToString()) });
}
