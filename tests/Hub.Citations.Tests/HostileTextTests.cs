using System.Diagnostics;

namespace Hub.Citations.Tests;

public sealed class HostileTextTests
{
    private const int Length = 1_600_000;
    private const int Whole = 10_000_000;

    public static TheoryData<string, TextFormat> Patterns() => new()
    {
        { "art. 1, ", TextFormat.Plain },
        { "1, ", TextFormat.Plain },
        { "artt. 1 e 2 e ", TextFormat.Plain },
        { "art. 1 del codice ", TextFormat.Plain },
        { "del decreto ", TextFormat.Plain },
        { "l. n. d.lgs. ", TextFormat.Plain },
        { "LR 1/20 ", TextFormat.Plain },
        { "artt. 1-200 d.lgs. 117/2017 ", TextFormat.Plain },
        { "sentenza Corte cost. sez. n. ", TextFormat.Plain },
        { "decreto del Ministro del lavoro e delle ", TextFormat.Plain },
        { "il medesimo decreto ", TextFormat.Plain },
        { "d.lgs. 117/2017 (di seguito «A», ", TextFormat.Plain },
        { "((", TextFormat.Plain },
        { "urn:nir:", TextFormat.Plain },
        { "nn. 1, 2 e ", TextFormat.Plain },
        { "art. 1, che ", TextFormat.Plain },
        { "art. 1 (a ", TextFormat.Plain },
        { "sia l'art. 1 sia ", TextFormat.Plain },
        { "il d.lgs. 1/2000 dice all'art. 1, ", TextFormat.Plain },
        { "nel d.lgs. 1/2000: l'art. 1; l'art. 2, ", TextFormat.Plain },
        { "l. 1/2000 \"a ", TextFormat.Plain },
        { "artt. 1 ss., 2 e ss. e ", TextFormat.Plain },
        { "a-\n", TextFormat.Plain },
        { "a\u00AD", TextFormat.Plain },
        { "x", TextFormat.Plain },
        { "9", TextFormat.Plain },
        { "<a", TextFormat.Html },
        { "<!--", TextFormat.Html },
        { "<script>", TextFormat.Html },
        { "&", TextFormat.Html },
        { "```", TextFormat.Markdown },
        { "](", TextFormat.Markdown },
        { "`a", TextFormat.Markdown },
    };

    [Theory]
    [MemberData(nameof(Patterns))]
    public void OnePatternRepeatedIsReadInLinearTime(string pattern, TextFormat format)
    {
        var options = new CitationOptions { Format = format };
        var whole = string.Concat(Enumerable.Repeat(pattern, Length / pattern.Length));
        var eighth = whole[..(whole.Length / 8)];
        CitationFinder.Find(eighth, options);

        var shortTime = Time(eighth, options);
        var longTime = Time(whole, options);

        // Eight times the text may take twenty-four times the time on a busy machine; sixty-four times would be quadratic.
        Assert.True(longTime < (shortTime * 24) + TimeSpan.FromSeconds(1), $"{shortTime} for an eighth, {longTime} for the whole");
    }

    [Fact]
    public void TenMegabytesOfAllPatternsAreRead()
    {
        var all = string.Concat(Patterns().Select(row => string.Concat(Enumerable.Repeat(row.Data.Item1, 500))));
        var whole = string.Concat(Enumerable.Repeat(all, (Whole / all.Length) + 1));

        Assert.True(Time(whole, new CitationOptions { Format = TextFormat.Html }) < TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void AnEmptyTextHasNoCitations() => Assert.Empty(CitationFinder.Find(""));

    private static TimeSpan Time(string text, CitationOptions options)
    {
        var watch = Stopwatch.StartNew();
        CitationFinder.Find(text, options);
        return watch.Elapsed;
    }
}
