using System.Text;
using System.Text.Json.Nodes;
using Hub.Content.Tables;
using Hub.Content.Types;

namespace Hub.Content.Tests.Tables;

public sealed class TableTests
{
    private static readonly FieldDefinition Meetings = new()
    {
        Name = "meetings", KindId = "group", Label = "Incontri",
        Fields =
        [
            new() { Name = "title", KindId = "text", Label = "Titolo" },
            new() { Name = "topics", KindId = "texts", Label = "Temi" },
            new() { Name = "page", KindId = "link", Label = "Pagina" },
        ],
    };

    [Theory]
    [InlineData("""{"kind":"text","value":"=SOMMA(A1), \"detta\" | così; e\\o\ndue righe"}""")]
    [InlineData("""{"kind":"texts","value":["uno|due","tre\\","; quattro"]}""")]
    [InlineData("""{"kind":"period","value":{"from":"2023-01-05"}}""")]
    [InlineData("""{"kind":"norms","value":[{"urn":"urn:nir:stato:legge:1990-08-07;241","label":"l. 241|1990"},{"urn":"urn:nir:x","label":"x"}]}""")]
    [InlineData("""{"kind":"people","value":[{"name":"Ufficio"},{"name":"Comune; servizi","role":"capofila"}]}""")]
    [InlineData("""{"kind":"group","value":[{"title":"Primo; plenaria","topics":["a;b","c|d"],"page":{"url":"https://esempio.it/?a=1|2","label":"Pagina"}},{"title":"Secondo","page":{"url":"/pagine/x"}}]}""")]
    public void AFieldComesBackFromItsCellsAsItWentIn(string json)
    {
        var given = JsonNode.Parse(json)!;
        var kind = given["kind"]!.ToString();
        var field = kind == "group" ? Meetings : new FieldDefinition { Name = "x", KindId = kind };
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);

        Cells.Write(field, given["value"], cells.Add);
        var read = Cells.Read(field, part => cells[part]);

        Assert.Equal(Cells.PartsOf(field).Select(part => part.Part), cells.Keys);
        Assert.True(JsonNode.DeepEquals(given["value"], read), read?.ToJsonString());
    }

    [Fact]
    public void EmptyCellsAreNoValue()
    {
        Assert.Null(Cells.Read(Meetings, _ => ""));
        Assert.Null(Cells.Read(Meetings, _ => " | | "));
        Assert.Null(Cells.Read(new FieldDefinition { Name = "x", KindId = "period" }, _ => " "));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("'=1", "''=1")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("l'avviso", "l'avviso")]
    [InlineData("uno;due", "\"uno;due\"")]
    [InlineData("detto \"qui\"", "\"detto \"\"qui\"\"\"")]
    public async Task NoCellIsTakenForAFormulaAndEachComesBack(string cell, string written)
    {
        using var stream = new MemoryStream();
        await using var lines = new CsvLines(stream);

        await lines.Add([cell, "x"], TestContext.Current.CancellationToken);
        await lines.Flush(TestContext.Current.CancellationToken);

        Assert.Equal($"\uFEFF{written},x\r\n", Encoding.UTF8.GetString(stream.ToArray()));
        if (!written.StartsWith('"'))
            Assert.Equal(cell, CsvLines.Unguarded(written));
    }

    [Fact]
    public void WhatIsPersonalHasNoColumnInGroupsEither()
    {
        var type = new TypeDefinition
        {
            Id = "scheda", Section = "schede", Name = "Scheda", Plural = "Schede", ViewName = "Sheet",
            Fields =
            [
                new() { Name = "title", KindId = "text" },
                new() { Name = "phone", KindId = "text", IsPersonal = true },
                new() { Name = "contacts", KindId = "group", Fields = [new() { Name = "role", KindId = "text" }, new() { Name = "mail", KindId = "text", IsPersonal = true }] },
            ],
        };

        Assert.Equal(["contacts.role"], new TypeTable(type).Columns.Skip(9).Select(column => column.Name));
        Assert.Equal("""{"contacts":[{"role":"Referente"}]}""", OpenFields.Values(JsonNode.Parse("""{"phone":"055 1","contacts":[{"role":"Referente","mail":"a@b.it"}]}""")!.AsObject(), type.Open().Fields).ToJsonString());
    }
}
