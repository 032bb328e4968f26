using Hub.Content.Items;
using Hub.Content.Tests.Support;
using Hub.Content.Vocabularies;

namespace Hub.Content.Tests.Vocabularies;

public abstract class VocabularyTests(bool isPostgres) : OnDatabase(isPostgres)
{
    [Fact]
    public async Task ARegionAddsRenamesAndHides()
    {
        await Hub.SaveTerms(Hub.Nazionale, "target", new("a", "Anziani"), new("b", "Bambini"), new("c", "Caregiver"));
        await Hub.SaveTerms(Hub.Toscana, "target", new("b", "Bambine e bambini"), new("nuovo", "Nuovo"), new("c", "", IsHidden: true));

        Assert.Equal("a=Anziani b=Bambine e bambini nuovo=Nuovo", await Shown(Hub.Toscana));
        Assert.Equal("a=Anziani b=Bambini c=Caregiver", await Shown(Hub.Puglia));
    }

    [Fact]
    public async Task ListedTermsShareTheirPlacesInTheRegionsOrder()
    {
        await Hub.SaveTerms(Hub.Nazionale, "target", new("a", "A"), new("b", "B"), new("c", "C"), new("d", "D"));
        await Hub.SaveTerms(Hub.Toscana, "target", new("ultimo", "U"), new("d", ""), new("dopo-d", "X"), new("a", ""));

        Assert.Equal("d=D dopo-d=X b=B c=C a=A ultimo=U", await Shown(Hub.Toscana));
    }

    [Fact]
    public async Task AHiddenTermTakesAlongThoseBelow()
    {
        await Hub.SaveTerms(Hub.Nazionale, "target", new("a", "A"), new("aa", "AA", Parent: "a"), new("aaa", "AAA", Parent: "aa"), new("b", "B"));
        var outcome = await Hub.SaveTerms(Hub.Toscana, "target", new TermSource("a", "", IsHidden: true));

        Assert.Equal(OutcomeKind.Done, outcome.Kind);
        Assert.Equal("b=B", await Shown(Hub.Toscana));
    }

    [Fact]
    public async Task CirclesUnknownParentsAndDoublesAreRefused()
    {
        var circle = await Hub.SaveTerms(Hub.Nazionale, "target", new("a", "A", Parent: "b"), new("b", "B", Parent: "a"));
        var parent = await Hub.SaveTerms(Hub.Nazionale, "target", new TermSource("a", "A", Parent: "manca"));
        var twice = await Hub.SaveTerms(Hub.Nazionale, "target", new("a", "A"), new("a", "B"));
        var code = await Hub.SaveTerms(Hub.Nazionale, "target", new TermSource("A b/../", "A"));
        var taxonomy = await Hub.SaveTerms(Hub.Nazionale, "../target", new TermSource("a", "A"));

        Assert.Contains("Il termine “a” sta sotto se stesso: a → b.", circle.ToString(), StringComparison.Ordinal);
        Assert.Equal("Invalid: terms: Il termine “a” sta sotto “manca”, che non esiste.", parent.ToString());
        Assert.Equal("Invalid: terms: Il termine “a” compare due volte.", twice.ToString());
        Assert.Equal(OutcomeKind.Invalid, code.Kind);
        Assert.Equal(OutcomeKind.Invalid, taxonomy.Kind);
    }

    [Fact]
    public async Task AChainOfFiftyThousandTermsIsRefusedAtOnce()
    {
        var terms = Enumerable.Range(0, 50_000).Select(i => new TermSource($"t{i}", "T", Parent: i == 0 ? null : $"t{i - 1}")).ToArray();

        var outcome = await Hub.SaveTerms(Hub.Nazionale, "target", terms);

        Assert.Equal(OutcomeKind.Invalid, outcome.Kind);
    }

    [Fact]
    public async Task SavingTheSameAgainChangesNothing()
    {
        await Hub.SaveTerms(Hub.Nazionale, "target", new TermSource("a", "A"));

        var again = await Hub.SaveTerms(Hub.Nazionale, "target", new TermSource("a", " A\n"));

        Assert.Equal(OutcomeKind.Unchanged, again.Kind);
    }

    private async Task<string> Shown(global::Hub.Kernel.Regions.Region region) =>
        string.Join(' ', (await Hub.Terms(region)).Find("target")!.Terms.Select(term => $"{term.Code}={term.Name}"));
}

public sealed class VocabularyOnSqlite() : VocabularyTests(false);

public sealed class VocabularyOnPostgres() : VocabularyTests(true);
