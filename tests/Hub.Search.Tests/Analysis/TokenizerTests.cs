using Hub.Search.Analysis;

namespace Hub.Search.Tests.Analysis;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("il d.lgs. 117/2017, art. 55-bis", "il|d.lgs.|117/2017|art|55-bis")]
    [InlineData("la L.R. 3/2023 della Regione", "la|L.R.|3/2023|della|Regione")]
    [InlineData("scrivere a info@comune.fi.it subito", "scrivere|a|info@comune.fi.it|subito")]
    [InlineData("pari a 25.741.242,72 euro", "pari|a|25.741.242,72|euro")]
    [InlineData("fine.Inizio", "fine|Inizio")]
    [InlineData("dell'acqua e dell’aria", "dell|acqua|e|dell|aria")]
    [InlineData("co-progettazione 2014-2020", "co|progettazione|2014|2020")]
    [InlineData("55 bis e 12-ter", "55 bis|e|12-ter")]
    [InlineData("città perché", "città|perché")]
    [InlineData("漢字", "漢|字")]
    [InlineData("", "")]
    public void WhatBelongsTogetherStaysTogether(string text, string expected)
    {
        var tokens = new List<RawToken>();

        Tokenizer.Tokenize(text, tokens);

        Assert.Equal(expected, string.Join('|', tokens.Select(token => text[token.Start..token.End])));
    }

    [Fact]
    public void NoTokenIsLongerThanTheLongest()
    {
        var tokens = new List<RawToken>();

        Tokenizer.Tokenize(new string('a', 10_000) + " " + string.Concat(Enumerable.Repeat("1.", 5_000)), tokens);

        Assert.All(tokens, token => Assert.InRange(token.End - token.Start, 1, 2 * Tokenizer.MaxTokenLength));
    }
}
