using Hub.Glossary;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Glossary;

public sealed class GlossaryLettersTests
{
    [Fact]
    public void EntriesStandUnderTheirLetterWhateverItsAccentOrCase()
    {
        var letters = GlossaryLetters.Of([Entry("Età"), Entry("èlite"), Entry("Ente")]);

        Assert.Equal(["èlite", "Ente", "Età"], letters.Single(letter => letter.Letter == "E").Entries.Select(entry => entry.Title));
    }

    [Fact]
    public void TheWholeItalianAlphabetIsThereAndForeignLettersOnlyWhenInUse()
    {
        Assert.Equal("ABCDEFGHILMNOPQRSTUVZ", string.Concat(GlossaryLetters.Of([]).Select(letter => letter.Letter)));
        Assert.Contains("W", GlossaryLetters.Of([Entry("Welfare")]).Select(letter => letter.Letter));
    }

    [Fact]
    public void WhatBeginsWithNoLetterComesLast()
    {
        var letters = GlossaryLetters.Of([Entry("5 per mille"), Entry("Zona")]);

        Assert.Equal(GlossaryLetters.Other, letters[^1].Letter);
        Assert.Equal("lettera-altro", GlossaryLetters.AnchorOf(letters[^1].Letter));
    }

    private static Hub.Content.Items.Item Entry(string title) => Some.Item("voce", title, []);
}
