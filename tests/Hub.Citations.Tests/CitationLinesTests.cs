using System.Globalization;
using System.Text.Json;

namespace Hub.Citations.Tests;

public sealed class CitationLinesTests
{
    [Fact]
    public void ATextGivesOneObjectForEachCitation()
    {
        var lines = Lines("Visto l'art. 55 del d.lgs. 117/2017 e la LR 3/2023.");

        Assert.Equal(2, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal((8, 35), (first.RootElement.GetProperty("start").GetInt32(), first.RootElement.GetProperty("end").GetInt32()));
        Assert.Equal("art. 55 del d.lgs. 117/2017", first.RootElement.GetProperty("text").GetString());
        Assert.Equal("state-act", first.RootElement.GetProperty("kind").GetString());
        Assert.Equal("urn:nir:stato:decreto.legislativo:2017-07-03;117~art55", first.RootElement.GetProperty("identifiers")[0].GetString());
        Assert.False(first.RootElement.GetProperty("ambiguous").GetBoolean());
        using var second = JsonDocument.Parse(lines[1]);
        Assert.True(second.RootElement.GetProperty("ambiguous").GetBoolean());
        Assert.Equal(20, second.RootElement.GetProperty("identifiers").GetArrayLength());
    }

    [Fact]
    public void AnImpossibleReferenceIsReported() => Assert.EndsWith(",\"problems\":[\"InTheFuture\"]}", Assert.Single(Lines("LR 65/2090")), StringComparison.Ordinal);

    [Fact]
    public void OffsetsCountCharactersNotUtf16Units()
    {
        using var line = JsonDocument.Parse(Assert.Single(Lines("😀😀 legge 241/1990")));

        Assert.Equal((3, 17), (line.RootElement.GetProperty("start").GetInt32(), line.RootElement.GetProperty("end").GetInt32()));
    }

    [Fact]
    public void ARecordGivesOneReferenceForEachIdentifier()
    {
        var line = Assert.Single(References("""{"id":"a#1","text":"articoli da 55 a 57 del d.lgs. 117/2017 e art. 6 GDPR"}"""));

        using var document = JsonDocument.Parse(line);
        Assert.Equal("a#1", document.RootElement.GetProperty("id").GetString());
        Assert.Equal(
            ["urn:nir:stato:decreto.legislativo:2017-07-03;117~art55", "urn:nir:stato:decreto.legislativo:2017-07-03;117~art56", "urn:nir:stato:decreto.legislativo:2017-07-03;117~art57", "CELEX:32016R0679~art6"],
            document.RootElement.GetProperty("refs").EnumerateArray().Select(mark => mark.GetProperty("urn").GetString()));
    }

    [Theory]
    [InlineData("Il d.lgs. 117/2017 e il medesimo decreto", 1)]
    [InlineData("Il d.lgs. 117/2017 e l'art. 3 del medesimo decreto", 2)]
    [InlineData("LR 12/1998", 0)]
    [InlineData("causa C-113/13", 1)]
    [InlineData("art. 7 del codice dei contratti pubblici", 1)]
    public void OnlyWhatIsNamedOrPreferredIsReferred(string text, int count)
    {
        using var document = JsonDocument.Parse(References(JsonSerializer.Serialize(new { id = 1, text }))[0]);

        Assert.Equal(count, document.RootElement.GetProperty("refs").GetArrayLength());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"id\":1}")]
    [InlineData("{\"id\":1,\"text\":3}")]
    [InlineData("{\"id\":1,\"text\":\"\\ud800\"}")]
    public void ABadRecordIsAnsweredAndTheNextIsRead(string record)
    {
        var lines = References(record + "\n" + """{"id":2,"text":"legge 241/1990"}""");

        Assert.Equal(2, lines.Length);
        Assert.Contains("241", lines[1], StringComparison.Ordinal);
        JsonDocument.Parse(lines[0]).Dispose();
    }

    [Fact]
    public void TextIsEscaped()
    {
        var line = Assert.Single(Lines("art. 5 del \"codice\tdel terzo settore\" e «legge\n241/1990»"), line => line.Contains("1990", StringComparison.Ordinal));

        using var document = JsonDocument.Parse(line);
        Assert.Equal("legge\n241/1990", document.RootElement.GetProperty("text").GetString());
    }

    private static string[] Lines(string text)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        CitationLines.WriteCitations(new StringReader(text), output);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string[] References(string records)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        CitationLines.WriteReferences(new StringReader(records), output);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
