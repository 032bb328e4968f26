using Hub.Practices.Reading;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Practices;

public sealed class SimilarPracticesTests(Portal portal)
{
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Two = Guid.NewGuid();

    [Fact]
    public void TheOneThatSharesMostTermsComesFirst()
    {
        var terms = new SharedTerms();
        terms.Put(One, 1, ["areas casa"]);
        terms.Put(Two, 1, ["areas casa", "target minori"]);

        var likest = terms.Likest(["instruments co-programmazione", "areas casa", "target minori"], Guid.Empty, 3);

        Assert.Equal([(Two, 2), (One, 1)], likest.Select(likeness => (likeness.Id, likeness.Shared)));
    }

    [Fact]
    public void OneThatSharesNothingAndThePracticeItselfAreLeftOut()
    {
        var terms = new SharedTerms();
        terms.Put(One, 1, ["areas lavoro"]);
        terms.Put(Two, 1, ["areas casa"]);

        Assert.Empty(terms.Likest(["areas casa"], Two, 3));
    }

    [Fact]
    public void TheSameCodeInAnotherVocabularyIsNotShared()
    {
        var terms = new SharedTerms();
        terms.Put(One, 1, [TermsOfPractices.Key("target", "disabilita")]);

        Assert.Empty(terms.Likest([TermsOfPractices.Key("areas", "disabilita")], Guid.Empty, 3));
    }

    [Fact]
    public void AmongEqualsTheNewestComeAndNoMoreThanAsked()
    {
        var terms = new SharedTerms();
        var practices = Enumerable.Range(0, 9).Select(_ => Guid.NewGuid()).ToList();
        for (var day = 0; day < practices.Count; day++)
            terms.Put(practices[day], day, ["areas casa"]);

        Assert.Equal([practices[8], practices[7], practices[6]], terms.Likest(["areas casa"], Guid.Empty, 3).Select(likeness => likeness.Id));
    }

    [Fact]
    public void APracticeThatChangesOrGoesIsKnownByItsNewTermsOrNotAtAll()
    {
        var terms = new SharedTerms();
        terms.Put(One, 1, ["areas casa"]);
        terms.Put(One, 2, ["areas lavoro"]);
        terms.Put(Two, 1, ["areas casa"]);
        terms.Remove(Two);

        Assert.Empty(terms.Likest(["areas casa"], Guid.Empty, 3));
        Assert.Equal(One, Assert.Single(terms.Likest(["areas lavoro"], Guid.Empty, 3)).Id);
        Assert.Equal(1, terms.Count);
    }

    [Fact]
    public async Task ThePageOfAPracticeLeadsToTheOnesLikeIt()
    {
        var page = await portal.Page("/lombardia/pratiche/piano-di-zona-varese");

        var similar = page.QuerySelectorAll(".similar a").Select(link => link.TextContent).ToList();
        Assert.Contains("Tavoli per il Piano di Zona nel Casalasco", similar);
        Assert.InRange(similar.Count, 1, 3);
    }
}
