using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Hub.Practices.Reading;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Practices;

public sealed class SimilarPracticesTests
{
    [Fact]
    public void TheOneThatSharesMostTermsComesFirst()
    {
        var practice = Practice("a", "istituti:co-programmazione", "aree:casa", "target:minori");

        var similar = SimilarPractices.Among([Told(Practice("one", "aree:casa")), Told(Practice("two", "aree:casa", "target:minori"))], practice);

        Assert.Equal(["two", "one"], similar.Select(other => other.Item.Title));
    }

    [Fact]
    public void OneThatSharesNothingIsLeftOut() =>
        Assert.Empty(SimilarPractices.Among([Told(Practice("other", "aree:lavoro"))], Practice("a", "aree:casa")));

    [Fact]
    public void ThePracticeItselfIsLeftOut()
    {
        var practice = Practice("a", "aree:casa");

        Assert.Empty(SimilarPractices.Among([Told(practice)], practice));
    }

    [Fact]
    public void TheSameCodeInAnotherVocabularyIsNotShared() =>
        Assert.Empty(SimilarPractices.Among([Told(Practice("other", "target:disabilita"))], Practice("a", "aree:disabilita")));

    [Fact]
    public void NoMoreThanThreeAreNamed()
    {
        var candidates = Enumerable.Range(0, 5).Select(i => Told(Practice($"other {i}", "aree:casa")));

        Assert.Equal(3, SimilarPractices.Among(candidates, Practice("a", "aree:casa")).Count);
    }

    private static RegionalPractice Told(Item practice) =>
        new(new Region(new RegionDefinition { Id = practice.Region, Name = practice.Region, Title = practice.Region }, ModuleCatalog.Of([])), practice);

    private static Item Practice(string title, params string[] terms)
    {
        JsonArray Codes(string taxonomy) => [.. terms.Where(term => term.StartsWith(taxonomy + ':', StringComparison.Ordinal)).Select(term => JsonValue.Create(term.Split(':')[1]))];
        var data = new JsonObject { ["instruments"] = Codes("istituti"), ["areas"] = Codes("aree"), ["target"] = Codes("target"), ["territories"] = Codes("territori") };
        return Some.Item("pratica", title, data, "puglia");
    }
}
