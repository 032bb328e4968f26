using Hub.Content.Editing;
using Hub.Content.Items;
using Hub.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Editing;

public abstract class DeskListTests(bool isPostgres) : OnDatabase(isPostgres)
{
    [Fact]
    public async Task TheLatestChangeStandsFirstWhoeverMadeItAndWhateverReadersSee()
    {
        var old = await Save("Vecchia", Status.Published, TestHub.Reviewer);
        await Save("Di mezzo", Status.Draft, TestHub.Editor);
        await Hub.Publish(Hub.Puglia, "Di altri");
        Hub.Clock.Now = Hub.Clock.Now.AddMinutes(1);
        await Hub.Save(Hub.Toscana, TestHub.Note("Vecchia, corretta") with { Id = old }, TestHub.Editor);

        var items = await List(new DeskQuery());

        Assert.Equal(["Vecchia", "Di mezzo"], items.Select(item => item.Title));
        Assert.Equal((TestHub.Editor.Name, 2, 1), (items[0].Author, items[0].Version, items[0].Live));
    }

    [Fact]
    public async Task ListsAreNarrowedByStatusTypeAuthorWordsAndLateness()
    {
        await Save("Perché così", Status.InReview, TestHub.Editor);
        await Save("Bozza mia", Status.Draft, TestHub.Reviewer);
        await Hub.Save(Hub.Toscana, TestHub.Note("Scaduta", Status.Published) with { Review = DateOnly.FromDateTime(Hub.Clock.Now).AddDays(-1) });

        Assert.Equal("Perché così", await Titles(new DeskQuery { Status = Status.InReview }));
        Assert.Equal("Bozza mia", await Titles(new DeskQuery { Author = TestHub.Reviewer.Name }));
        Assert.Equal("Bozza mia, Perché così", await Titles(new DeskQuery { NotBy = "prova", Sort = "title" }));
        Assert.Equal("Perché così", await Titles(new DeskQuery { Words = "PERCHE cosi" }));
        Assert.Equal("Scaduta", await Titles(new DeskQuery { IsLate = true }));
        Assert.Equal("", await Titles(new DeskQuery { Type = "scheda" }));
        Assert.Equal("", await Titles(new DeskQuery { Words = "%_'\"" }));
    }

    [Fact]
    public async Task PagesFollowEachOtherAndTheTotalIsOfAll()
    {
        for (var number = 1; number <= DeskQuery.PageSize + 2; number++)
            await Save($"Nota {number:00}", Status.Draft, TestHub.Editor);

        var (first, total) = await Hub.In(Hub.Toscana, scope => scope.GetRequiredService<DeskItems>().List(new DeskQuery { Sort = "title" }));
        var second = await List(new DeskQuery { Sort = "title", Page = 2 });

        Assert.Equal(DeskQuery.PageSize + 2, total);
        Assert.Equal(DeskQuery.PageSize, first.Count);
        Assert.Equal(["Nota 31", "Nota 32"], second.Select(item => item.Title));
    }

    [Fact]
    public async Task WhatReadersDoNotSeeIsOfferedHoweverMuchTheySee()
    {
        for (var number = 1; number <= DeskQuery.PageSize; number++)
            await Save($"Nota {number:00}", Status.Published, TestHub.Reviewer);
        await Save("Zeta, in bozza", Status.Draft, TestHub.Editor);
        await Hub.Save(Hub.Puglia, TestHub.Note("Bozza di altri"), TestHub.Editor);

        var unseen = await Hub.In(Hub.Toscana, scope => scope.GetRequiredService<DeskItems>().Unseen(TestHub.Note("").Type));

        Assert.Equal(["Zeta, in bozza"], unseen.Select(item => item.Title));
    }

    [Fact]
    public async Task DecisionsAreFoundUnderEveryAddressThatTheItemHad()
    {
        var id = await Save("Un capitolo", Status.InReview, TestHub.Editor);
        await Hub.Move(Hub.Toscana, id, Status.ToComplete, TestHub.Reviewer, reason: "Manca la fonte.");
        await Hub.Save(Hub.Toscana, TestHub.Note("Un capitolo") with { Id = id, Slug = "un-altro-indirizzo", Status = Status.ToComplete }, TestHub.Editor);

        var (reason, decisions) = await Hub.In(Hub.Toscana, async scope =>
        {
            var desk = scope.GetRequiredService<DeskItems>();
            var item = (await desk.Find(id))!;
            return (await desk.Reason(item), await desk.Decisions(item));
        });

        Assert.Equal("Manca la fonte.", reason);
        Assert.Contains(decisions, row => row.Action == "item.created");
    }

    [Fact]
    public async Task FiltersHaveANameOfTheirOwnersAndTheSameNameReplaces()
    {
        await Filters(filters => filters.Add(TestHub.Editor, " Le mie ", "di=me"));
        await Filters(filters => filters.Add(TestHub.Editor, "Le mie", "di=me&stato=bozza"));
        var nameless = await Filters(filters => filters.Add(TestHub.Editor, "  ", "di=me"));

        var own = await Filters(filters => filters.Of(TestHub.Editor));

        Assert.False(nameless);
        Assert.Equal(("Le mie", "di=me&stato=bozza"), (Assert.Single(own).Name, own[0].Query));
        Assert.Empty(await Filters(filters => filters.Of(TestHub.Reviewer)));
    }

    private async Task<Guid> Save(string title, Status status, Actor by)
    {
        var outcome = await Hub.Save(Hub.Toscana, TestHub.Note(title, status), by);
        Assert.Equal("Done", outcome.ToString());
        return outcome.ItemId!.Value;
    }

    private async Task<IReadOnlyList<DeskItem>> List(DeskQuery query) =>
        (await Hub.In(Hub.Toscana, scope => scope.GetRequiredService<DeskItems>().List(query))).Items;

    private async Task<string> Titles(DeskQuery query) => string.Join(", ", (await List(query)).Select(item => item.Title));

    private Task<T> Filters<T>(Func<SavedFilters, Task<T>> work) => Hub.In(Hub.Toscana, scope => work(scope.GetRequiredService<SavedFilters>()));
}

public sealed class DeskListOnSqlite() : DeskListTests(false);

public sealed class DeskListOnPostgres() : DeskListTests(true);
