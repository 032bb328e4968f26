using Hub.Content.Items;
using Hub.Content.Tests.Support;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Vocabularies;

/// <summary>What an administrator does to a vocabulary.</summary>
public abstract class VocabularyEditTests(bool isPostgres) : OnDatabase(isPostgres)
{
    private static readonly Actor Administrator = new("amministratrice", new HashSet<string>(StringComparer.Ordinal) { VocabularyWriter.ManagePermission });

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Hub.SaveTerms(Hub.Nazionale, "target", new("a", "Anziani"), new("aa", "Grandi anziani", Parent: "a"), new("b", "Bambini"), new("c", "Caregiver"));
    }

    [Fact]
    public async Task ATermIsAddedWhereItBelongsWithACodeFromItsName()
    {
        var done = await Change(Hub.Toscana, state => VocabularyEdit.Add(state, "Minori stranieri", "", "b", ""));
        var twice = await Change(Hub.Toscana, state => VocabularyEdit.Add(state, "Minori stranieri", "", "", ""));
        var lost = await Change(Hub.Toscana, state => VocabularyEdit.Add(state, "Altri", "", "manca", ""));

        Assert.Equal(OutcomeKind.Done, done.Kind);
        Assert.Equal("a aa b minori-stranieri c", await Shown(Hub.Toscana));
        Assert.Equal("b", (await Hub.Terms(Hub.Toscana)).Find("target")!.Find("minori-stranieri")!.Parent);
        Assert.Equal("name", Assert.Single(twice.Issues).Field);
        Assert.Equal("parent", Assert.Single(lost.Issues).Field);
        Assert.Equal("a aa b c", await Shown(Hub.Puglia));
    }

    [Fact]
    public async Task MergingMovesContentAndTheOldCodeStillLeadsThere()
    {
        await Hub.Publish(Hub.Toscana, "Per i bambini", """{ "target": ["b"] }""");
        await Hub.Publish(Hub.Toscana, "Per chi cura", """{ "target": ["c"] }""");

        var outcome = await Change(Hub.Toscana, state => VocabularyEdit.Merge(state, "b", "c"), "term.merged");
        var again = await Hub.Publish(Hub.Toscana, "Con il vecchio codice", """{ "target": ["b"] }""");

        Assert.Equal(OutcomeKind.Done, outcome.Kind);
        Assert.Equal("Con il vecchio codice, Per chi cura, Per i bambini", await Filtered(Hub.Toscana, "c"));
        Assert.Equal("Con il vecchio codice, Per chi cura, Per i bambini", await Filtered(Hub.Toscana, "b"));
        Assert.Equal("Caregiver", (await Hub.Terms(Hub.Toscana)).NameOf("target", "b"));
        Assert.Equal("c", (await Hub.Find(Hub.Toscana, again))!.Data["target"]![0]!.ToString());
        Assert.Equal("a aa b c", await Shown(Hub.Puglia));
        Assert.Contains("amministratrice term.merged target", await Audit());
    }

    [Fact]
    public async Task WhatStandsUnderAMergedTermStandsUnderTheOtherAndSeparatingPutsAllBack()
    {
        await Hub.Publish(Hub.Toscana, "Di grandi anziani", """{ "target": ["aa"] }""");
        await Change(Hub.Toscana, state => VocabularyEdit.Merge(state, "a", "c"));

        Assert.Equal("b c aa", await Shown(Hub.Toscana));
        Assert.Equal("Di grandi anziani", await Filtered(Hub.Toscana, "c"));

        await Change(Hub.Toscana, state => VocabularyEdit.Separate(state, "a"));

        Assert.Equal("a aa b c", await Shown(Hub.Toscana));
        Assert.Equal("", await Filtered(Hub.Toscana, "c"));
        Assert.Equal("Di grandi anziani", await Filtered(Hub.Toscana, "a"));
    }

    [Fact]
    public async Task ATermDoesNotMergeIntoItselfNorIntoWhatIsBelowItNorIntoNothing()
    {
        foreach (var (from, into) in new[] { ("a", "a"), ("a", "aa"), ("a", "manca"), ("a", "") })
            Assert.Equal("into", Assert.Single((await Change(Hub.Toscana, state => VocabularyEdit.Merge(state, from, into))).Issues).Field);

        Assert.Equal("a aa b c", await Shown(Hub.Toscana));
    }

    [Fact]
    public async Task MergesFollowOneAnother()
    {
        await Hub.Publish(Hub.Toscana, "Per i bambini", """{ "target": ["b"] }""");

        await Change(Hub.Toscana, state => VocabularyEdit.Merge(state, "b", "aa"));
        await Change(Hub.Toscana, state => VocabularyEdit.Merge(state, "aa", "c"));

        Assert.Equal("Per i bambini", await Filtered(Hub.Toscana, "c"));
        Assert.Equal("Caregiver", (await Hub.Terms(Hub.Toscana)).NameOf("target", "b"));
    }

    [Fact]
    public async Task ANationalMergeReachesEveryRegion()
    {
        await Hub.Publish(Hub.Toscana, "Per i bambini", """{ "target": ["b"] }""");
        await Hub.Publish(Hub.Puglia, "Pure qui", """{ "target": ["b"] }""");

        await Change(Hub.Nazionale, state => VocabularyEdit.Merge(state, "b", "c"));

        Assert.Equal("Per i bambini", await Filtered(Hub.Toscana, "c"));
        Assert.Equal("Pure qui", await Filtered(Hub.Puglia, "c"));
    }

    [Fact]
    public async Task ATermThatContentCarriesIsNotTakenOutDraftsIncluded()
    {
        await Change(Hub.Toscana, state => VocabularyEdit.Add(state, "Giovani", "giovani", "", ""));
        await Hub.Save(Hub.Toscana, TestHub.Note("Una bozza", Status.Draft, """{ "target": ["giovani"] }"""));

        var used = await Change(Hub.Toscana, state => VocabularyEdit.Remove(state, "giovani"));
        var inherited = await Change(Hub.Toscana, state => VocabularyEdit.Remove(state, "b"));
        var parent = await Change(Hub.Nazionale, state => VocabularyEdit.Remove(state, "a"));
        var free = await Change(Hub.Nazionale, state => VocabularyEdit.Remove(state, "c"));

        Assert.Contains("Una bozza", Assert.Single(used.Issues).Message, StringComparison.Ordinal);
        Assert.Contains("nazionale", Assert.Single(inherited.Issues).Message, StringComparison.Ordinal);
        Assert.Contains("Grandi anziani", Assert.Single(parent.Issues).Message, StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Done, free.Kind);
        Assert.Equal("a aa b giovani", await Shown(Hub.Toscana));
    }

    [Fact]
    public async Task ATermOfARegionIsInUseForTheNationToo()
    {
        await Hub.Publish(Hub.Puglia, "Per chi cura", """{ "target": ["c"] }""");

        var outcome = await Change(Hub.Nazionale, state => VocabularyEdit.Remove(state, "c"));

        Assert.Contains("Per chi cura", Assert.Single(outcome.Issues).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TermsMoveAmongTheirSiblingsOwnOnesAheadOfNationalOnesToo()
    {
        await Change(Hub.Toscana, state => VocabularyEdit.Add(state, "Giovani", "giovani", "", ""));
        for (var step = 0; step < 4; step++)
            await Change(Hub.Toscana, state => VocabularyEdit.Move(state, "giovani", isUp: true));
        Assert.Equal("giovani a aa b c", await Shown(Hub.Toscana));

        await Change(Hub.Toscana, state => VocabularyEdit.Move(state, "a", isUp: false));
        await Change(Hub.Toscana, state => VocabularyEdit.Move(state, "giovani", isUp: false));

        Assert.Equal("b giovani a aa c", await Shown(Hub.Toscana));
        Assert.Equal("a aa b c", await Shown(Hub.Puglia));
    }

    [Fact]
    public async Task MovingInOneGroupLeavesTheOrderOfAnother()
    {
        await Change(Hub.Toscana, state => VocabularyEdit.Add(state, "Altri anziani", "altri-anziani", "a", ""));
        await Change(Hub.Toscana, state => VocabularyEdit.Add(state, "Giovani", "giovani", "", ""));

        await Change(Hub.Toscana, state => VocabularyEdit.Move(state, "c", isUp: true));

        Assert.Equal("a aa altri-anziani c b giovani", await Shown(Hub.Toscana));
    }

    [Fact]
    public async Task ANameOfTheRegionsOwnCanBeGivenBack()
    {
        await Change(Hub.Toscana, state => VocabularyEdit.Describe(state, "b", "Bambine e bambini", "Fino a 14 anni", "", ""));
        Assert.Equal("Bambine e bambini", (await Hub.Terms(Hub.Toscana)).NameOf("target", "b"));

        await Change(Hub.Toscana, state => VocabularyEdit.Describe(state, "b", "Bambini", "", "", ""));

        Assert.Empty((await Hub.In(Hub.Toscana, scope => scope.GetRequiredService<VocabularyReader>().Own("toscana"))).Single().Terms);
    }

    [Fact]
    public async Task AHiddenTermIsNotOfferedAndStaysReadable()
    {
        await Change(Hub.Toscana, state => VocabularyEdit.Hide(state, "b", isHidden: true));
        var vocabulary = (await Hub.Terms(Hub.Toscana)).Find("target")!;

        Assert.Null(vocabulary.Find("b"));
        Assert.Equal("Bambini", vocabulary.NameOf("b"));

        await Change(Hub.Toscana, state => VocabularyEdit.Hide(state, "b", isHidden: false));
        Assert.Equal("a aa b c", await Shown(Hub.Toscana));
    }

    [Fact]
    public async Task WhatSaysTheSameIsFoundUnderTheNationalTerm()
    {
        await Change(Hub.Toscana, state => VocabularyEdit.Add(state, "Nonni", "nonni", "", ""));
        await Hub.Publish(Hub.Toscana, "Per i nonni", """{ "target": ["nonni"] }""");

        await Change(Hub.Toscana, state => VocabularyEdit.Describe(state, "nonni", "Nonni", "", "", "aa"));

        Assert.Equal("Per i nonni", await Filtered(Hub.Toscana, "aa"));
        Assert.Equal("Per i nonni", await Filtered(Hub.Toscana, "a"));
    }

    [Fact]
    public async Task AMovedTermCountsForWhatIsAboveItNow()
    {
        await Hub.Publish(Hub.Toscana, "Di grandi anziani", """{ "target": ["aa"] }""");

        await Change(Hub.Toscana, state => VocabularyEdit.Describe(state, "aa", "Grandi anziani", "", "", ""));
        var belowItself = await Change(Hub.Toscana, state => VocabularyEdit.Describe(state, "a", "Anziani", "", "a", ""));

        Assert.Equal("", await Filtered(Hub.Toscana, "a"));
        Assert.Equal("Di grandi anziani", await Filtered(Hub.Toscana, "aa"));
        Assert.Equal("parent", Assert.Single(belowItself.Issues).Field);
    }

    [Fact]
    public async Task WithoutThePermissionNothingChanges()
    {
        var outcome = await Hub.In(Hub.Toscana, scope => scope.GetRequiredService<VocabularyWriter>().Change("target", "term.hidden", "", state => VocabularyEdit.Hide(state, "b", true), TestHub.Editor));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Equal("a aa b c", await Shown(Hub.Toscana));
    }

    [Fact]
    public async Task TenThousandTermsStayUsable()
    {
        await Hub.SaveTerms(Hub.Nazionale, "target", [.. Enumerable.Range(0, 10_000).Select(number => new TermSource($"t{number}", $"Termine {number}", Parent: number < 100 ? null : $"t{number % 100}"))]);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(OutcomeKind.Done, (await Change(Hub.Toscana, state => VocabularyEdit.Add(state, "Nuovo", "nuovo", "t7", ""))).Kind);
        Assert.Equal(OutcomeKind.Done, (await Change(Hub.Toscana, state => VocabularyEdit.Move(state, "nuovo", isUp: true))).Kind);
        Assert.Equal(OutcomeKind.Done, (await Change(Hub.Toscana, state => VocabularyEdit.Merge(state, "t8", "t9"))).Kind);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"Three changes took {clock.Elapsed}.");
        Assert.Equal(10_000, (await Hub.Terms(Hub.Toscana)).Find("target")!.Terms.Count);
    }

    private Task<Outcome> Change(Region region, Func<VocabularyState, VocabularyChange> change, string action = "term.changed") =>
        Hub.In(region, scope => scope.GetRequiredService<VocabularyWriter>().Change("target", action, "", change, Administrator));

    private Task<string> Filtered(Region region, string code) =>
        Hub.Titles(region, new() { Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["target"] = [code] } });

    private Task<List<string>> Audit() => Hub.Db(db => db.Audit.IgnoreQueryFilters().Where(row => row.Action == "term.merged").Select(row => $"{row.Actor} {row.Action} {row.Target}").ToListAsync());

    private async Task<string> Shown(Region region) => string.Join(' ', (await Hub.Terms(region)).Find("target")!.Terms.Select(term => term.Code));
}

public sealed class VocabularyEditOnSqlite() : VocabularyEditTests(false);

public sealed class VocabularyEditOnPostgres() : VocabularyEditTests(true);
