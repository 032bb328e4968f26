using FsCheck;
using FsCheck.Fluent;

namespace Hub.Citations.Tests;

public sealed class PropertyTests
{
    // Pieces of citations in any order: what a fuzzer needs to get deep into the grammar.
    private static readonly string[] Pieces =
    [
        "art. ", "artt. ", "articolo ", "articoli ", "comma ", "commi ", "lett. ", "lettera a) ", "n. ", "nn. ", "1", "55", "55-bis", " bis ", ", ", " e ", "; ", ". ", " ", "(", ")", "((", "))",
        "del ", "della ", "dell'", "al ", "da ", "a ", "di cui al ", "medesimo ", "citato ", "presente ", "cit. ", "ivi, ", "legge ", "l. ", "d.lgs. ", "decreto ", "decreto-legge ", "D.P.R. ", "DM ", "L.R. ", "Toscana ", "DGR ",
        "regolamento ", "(UE) ", "direttiva ", "2016/679", "98/34/CE", "Codice del Terzo settore", "CTS", "Costituzione", "Cost. ", "c.c. ", "codice dei contratti pubblici ", "Corte cost., ", "sentenza ", "Cass. ", "sez. III, ", "TAR ", "Corte dei conti ",
        "C-113/13", "241/1990", "7 agosto 1990", "31/02/2020", "117", "/2017", "2030", "999999999999", "ECLI:IT:COST:2020:131", "urn:nir:stato:legge:1990;241~art", "CELEX:32016R", "di seguito «", "» ", "\"", "\n", "\n\n", "è", "😀", "\u00AD", "\ud800", "<b>", "</p>", "**", "`", "[x](", "&nbsp;", "&#",
        "Ministro del lavoro ", "di concerto con ", "approvato con ", "ha disposto (con l'", "in particolare ", "primo ", "ultimo comma", "seguenti ", "§ ", "°", "–",
    ];

    private static readonly Gen<string> Texts =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));

    [Theory]
    [InlineData(TextFormat.Plain)]
    [InlineData(TextFormat.Html)]
    [InlineData(TextFormat.Markdown)]
    public void NoTextThrowsAndCitationsNeitherOverlapNorLeaveTheText(TextFormat format) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(60), Prop.ForAll(Texts.ToArbitrary(), text => IsSound(text, format)));

    [Fact]
    public void NoRandomTextThrows() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll<string?>(text => IsSound(text ?? "", TextFormat.Plain)));

    [Fact]
    public void ReadingTwiceGivesTheSame() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Texts.ToArbitrary(), text =>
            CitationFinder.Find(text).Select(citation => citation.ToString()).SequenceEqual(CitationFinder.Find(text).Select(citation => citation.ToString()), StringComparer.Ordinal)));

    [Fact]
    public void WhatStandsInAParagraphOfItsOwnIsFoundWhateverComesBefore() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var whole = text + "\n\nart. 12 della legge 7 agosto 1990, n. 241";
            return CitationFinder.Find(whole) is [.., var last] && last.Identifiers is [{ Value: "urn:nir:stato:legge:1990-08-07;241~art12" }];
        }));

    private static bool IsSound(string text, TextFormat format)
    {
        var end = 0;
        foreach (var citation in CitationFinder.Find(text, new CitationOptions { Format = format }))
        {
            if (citation.Start < end || citation.End <= citation.Start || citation.End > text.Length)
                return false;
            if (citation.Identifiers.Count > 0 && citation.Ambiguous)
                return false;
            if (citation.Act is null == citation.Decision is null || citation.Candidates.Count < citation.Preferred.Count)
                return false;
            end = citation.End;
        }
        return true;
    }
}
