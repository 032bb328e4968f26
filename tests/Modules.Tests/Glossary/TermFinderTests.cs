using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Glossary;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Glossary;

public sealed class TermFinderTests
{
    private static readonly Item Entity = Entry("Ente del Terzo settore", "ETS", "ente del Terzo settore", "enti del Terzo settore");
    private static readonly Item Plan = Entry("Piano di Zona", "Piano di Zona", "PdZ");
    private static readonly Item Volunteer = Entry("Volontario", "volontario", "volontari");
    private static readonly Item Interest = Entry("Manifestazione di interesse", "manifestazione d’interesse");
    private static readonly Item Design = Entry("Co-progettazione", "co-progettazione", "coprogettazione");

    [Theory]
    [InlineData("Un ETS iscritto", "ETS")]
    [InlineData("i compiti dell'ETS", "ETS")]
    [InlineData("i compiti dell’ETS", "ETS")]
    [InlineData("(ETS)", "ETS")]
    [InlineData("ETS", "ETS")]
    [InlineData("Gli ENTI del terzo settore", "ENTI del terzo settore")]
    [InlineData("un Piano\ndi Zona nuovo", "Piano\ndi Zona")]
    [InlineData("il piano di zona", "piano di zona")]
    [InlineData("manifestazione d'interesse", "manifestazione d'interesse")]
    [InlineData("la co\u2011progettazione", "co\u2011progettazione")]
    public void ATermIsFoundAsWholeWords(string text, string words)
    {
        var found = Finder().First(text, new HashSet<Guid>());

        Assert.NotNull(found);
        Assert.Equal(words, text.Substring(found.Start, found.Length));
    }

    [Theory]
    [InlineData("gli ets")] // an acronym is found as it is written
    [InlineData("pdz")]
    [InlineData("ETSI")]
    [InlineData("METS")]
    [InlineData("non-ETS")]
    [InlineData("volontariato")]
    [InlineData("Piano di Zonazione")]
    [InlineData("")]
    [InlineData("’")]
    public void WhatOnlyLooksLikeATermIsNot(string text) => Assert.Null(Finder().First(text, new HashSet<Guid>()));

    [Fact]
    public void TheLongestFormWins()
    {
        var finder = new TermFinder([Entry("Ente", "ente"), Entity]);

        Assert.Equal(Entity.Id, finder.First("ogni ente del Terzo settore", new HashSet<Guid>())!.Entry.Id);
    }

    [Fact]
    public void ATermThatWasMarkedIsPassedOverAndTheNextOneFound()
    {
        var found = Finder().First("volontari, volontari ed ETS", new HashSet<Guid> { Volunteer.Id });

        Assert.Equal(Entity.Id, found!.Entry.Id);
    }

    [Fact]
    public void NothingIsFoundWithinATermThatWasMarked()
    {
        var finder = new TermFinder([Entry("Settore", "settore"), Entity]);

        Assert.Null(finder.First("enti del Terzo settore", new HashSet<Guid> { Entity.Id }));
    }

    [Fact]
    public void TheTitleIsSearchedForOnlyWhenThereAreNoForms()
    {
        var finder = new TermFinder([Entry("Ambito", "ambito sociale"), Entry("Plenaria")]);

        Assert.Null(finder.First("in ogni ambito", new HashSet<Guid>()));
        Assert.NotNull(finder.First("la plenaria", new HashSet<Guid>()));
    }

    [Fact]
    public void OfTwoEntriesForOneFormTheRegionsOwnWins()
    {
        var own = Entry("Ambito territoriale sociale", "puglia", ["ATS"]);

        Assert.Equal(own.Id, new TermFinder([Entry("ATS", "ATS"), own]).First("l'ATS", new HashSet<Guid>())!.Entry.Id);
    }

    private static TermFinder Finder() => new([Entity, Plan, Volunteer, Interest, Design]);

    private static Item Entry(string title, params string[] forms) => Entry(title, "nazionale", forms);

    private static Item Entry(string title, string region, string[] forms) =>
        Some.Item("voce", title, new JsonObject { ["forms"] = Some.List(forms) }, region);
}
