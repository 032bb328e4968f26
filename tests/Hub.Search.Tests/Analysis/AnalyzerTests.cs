using FsCheck;
using FsCheck.Fluent;
using Hub.Search.Analysis;

namespace Hub.Search.Tests.Analysis;

public sealed class AnalyzerTests
{
    [Theory]
    [InlineData("progetto", "progetti")]
    [InlineData("amica", "amiche")]
    [InlineData("lago", "laghi")]
    [InlineData("società", "societa")]
    [InlineData("convenzione", "convenzioni")]
    [InlineData("coprogettare", "coprogettato")]
    [InlineData("anziano", "anziani")]
    [InlineData("numero", "numeri")]
    [InlineData("settimana", "settimane")]
    [InlineData("quartiere", "quartieri")]
    [InlineData("attività", "attivita")]
    [InlineData("pubblico", "pubbliche")]
    [InlineData("scrivere", "scrissero")]
    [InlineData("iscritto", "iscrivere")]
    [InlineData("richiedere", "richiesta")]
    [InlineData("produrre", "produzione")]
    [InlineData("riduce", "ridotta")]
    [InlineData("proporre", "proposta")]
    [InlineData("intervenire", "interviene")]
    [InlineData("sospensione", "sospeso")]
    [InlineData("costruire", "costruzione")]
    [InlineData("condiviso", "condivisione")]
    [InlineData("nacque", "nascere")]
    public void InflectionsMeet(string one, string other) => Assert.Equal(StemOf(one), StemOf(other));

    [Theory]
    [InlineData("comune", "comunità")]
    [InlineData("comune", "comunicazione")]
    [InlineData("porto", "portale")]
    [InlineData("regione", "regime")]
    [InlineData("ente", "entrata")]
    [InlineData("qualità", "qualifica")]
    [InlineData("statuto", "statistica")]
    [InlineData("posto", "porre")]
    [InlineData("corso", "correre")]
    [InlineData("chiesa", "chiedere")]
    [InlineData("commissione", "commettere")]
    [InlineData("impresa", "imprendere")]
    public void DifferentWordsKeepApart(string one, string other) =>
        Assert.False(StemOf(one) == StemOf(other) && one.Length != other.Length, $"{one} and {other} are both {StemOf(one)}");

    [Theory]
    [InlineData("co-progettazione")]
    [InlineData("coprogettazione")]
    [InlineData("co progettazione")]
    [InlineData("Co‑Progettazione")]
    public void SpellingsOfACompoundShareAStemAndAPlace(string written)
    {
        var tokens = Analyzer.Italian.Analyze("la " + written + " pubblica");

        Assert.Contains(tokens, token => token.Word == "coprogettazione" && token.Position == 1);
        Assert.Equal(2, tokens.Single(token => token.Word == "pubblica").Position);
    }

    [Fact]
    public void ElidedArticlesTakeNoPlace()
    {
        var tokens = Analyzer.Italian.Analyze("dell'acqua quest’anno un'azione l' embargo");

        Assert.Equal(["acqua", "anno", "azione", "embargo"], tokens.Select(token => token.Word));
        Assert.Equal([0, 1, 2, 3], tokens.Select(token => token.Position));
    }

    [Theory]
    [InlineData("L.R.", "lr")]
    [InlineData("d.lgs.", "dlgs")]
    [InlineData("1.000", "1000")]
    [InlineData("25.741.242,72", "25741242,72")]
    [InlineData("55-bis", "55bis")]
    [InlineData("117/2017", "117/2017")]
    [InlineData("Info@Comune.it", "info@comune.it")]
    public void SignsOfWritingDontMatter(string written, string expected) => Assert.Equal(expected, Analyzer.Italian.Analyze(written)[0].Word);

    [Fact]
    public void AnArticleOfLawIsOneTermWithItsNumber() =>
        Assert.Contains(Analyzer.Italian.Analyze("ai sensi dell'articolo 55-bis"), token => token.Word == "art.55bis");

    [Fact]
    public void OffsetsPointIntoTheOriginalText() => Prop.ForAll<string>(text =>
    {
        var tokens = Analyzer.Italian.Analyze(text ?? "");
        return tokens.All(token => token.Start >= 0 && token.Start < token.End && token.End <= text!.Length)
            && tokens.Zip(tokens.Skip(1)).All(pair => pair.First.Position <= pair.Second.Position);
    }).Check(Properties.Many);

    [Fact]
    public void FoldingTwiceChangesNothing() => Prop.ForAll<string>(text =>
    {
        var once = Folding.Fold(text ?? "");
        return Folding.Fold(once) == once;
    }).Check(Properties.Many);

    [Fact]
    public void TheVersionNamesEveryStep()
    {
        Assert.Contains("stem-it", Analyzer.Italian.Version, StringComparison.Ordinal);
        Assert.DoesNotContain("stem-it", Analyzer.Plain.Version, StringComparison.Ordinal);
    }

    private static string? StemOf(string word) => Analyzer.Italian.Analyze(word)[0].Stem;
}
