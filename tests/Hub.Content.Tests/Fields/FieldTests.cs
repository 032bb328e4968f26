using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Types;
using Hub.Content.Vocabularies;

namespace Hub.Content.Tests.Fields;

public sealed class FieldTests
{
    private static readonly Guid Known = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly TypeDefinition Sheet = DefinitionReader.Read(typeof(Sheet));

    [Fact]
    public void ADefinitionComesFromTheRecordAndItsTexts()
    {
        var title = Sheet.Find("title")!;

        Assert.Equal(("scheda", "schede", "Scheda", "Schede", "-day"), (Sheet.Id, Sheet.Section, Sheet.Name, Sheet.Plural, Sheet.Sort));
        Assert.Equal(("Titolo", "Al massimo 60 caratteri.", true, 60), (title.Label, title.Help, title.IsRequired, title.Max));
        Assert.Equal("text", Sheet.Body!.Name);
        Assert.Equal((0d, true), (Sheet.Find("phone")!.Weight, Sheet.Find("phone")!.IsPersonal));
        Assert.Equal(["name", "when"], Sheet.Find("meetings")!.Fields.Select(field => field.Name));
    }

    /// <summary>But for the kind that settings alone have.</summary>
    [Fact]
    public void EveryFieldKindHasAFieldHere() =>
        Assert.Equal(FieldKinds.All.Select(kind => kind.Id).Except(["type"]), Sheet.Fields.Select(field => field.KindId).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("title", "\" Due  parole \"", "\"Due  parole\"")]
    [InlineData("title", "\"riga\\nnuova\"", "\"riga nuova\"")]
    [InlineData("text", "\"\\n\\n  codice\\r\\nx  \"", "\"  codice\\nx\"")]
    [InlineData("aliases", "[\"a\", \"\", \"b\"]", "[\"a\",\"b\"]")]
    [InlineData("isOpen", "\"Sì\"", "true")]
    [InlineData("isOpen", "false", "false")]
    [InlineData("participants", "\"1.234,50\"", "1234.5")]
    [InlineData("participants", "\"-3.140\"", "-3.14")]
    [InlineData("amount", "\"25.000\"", "25000")]
    [InlineData("amount", "\"25.741.242,72\"", "25741242.72")]
    [InlineData("day", "\"4/7/2023\"", "\"2023-07-04\"")]
    [InlineData("until", "\"4/7/2023\"", "\"2023-07-04\"")]
    [InlineData("start", "\"2023-07-14T09:30\"", "\"2023-07-14T07:30:00Z\"")]
    [InlineData("start", "\"2026-10-25T00:30:00Z\"", "\"2026-10-25T00:30:00Z\"")]
    [InlineData("window", "{\"to\":\"31/12/2024\"}", "{\"to\":\"2024-12-31\"}")]
    [InlineData("source", "\"https://example.it\"", "{\"url\":\"https://example.it\"}")]
    [InlineData("document", "\"media/a.pdf\"", "{\"path\":\"media/a.pdf\"}")]
    [InlineData("picture", "{\"path\":\"media/a.png\",\"alt\":\"Un tavolo\"}", "{\"path\":\"media/a.png\",\"alt\":\"Un tavolo\"}")]
    [InlineData("target", "\"anziani\"", "[\"anziani\"]")]
    [InlineData("related", "[\"schede/nota\"]", "[\"01890a5d-ac96-774b-bcce-b302099a8057\"]")]
    [InlineData("places", "[\"046017\",\"prato\"]", "[\"046017\",\"100005\"]")]
    [InlineData("legalBasis", "{\"urn\":\"urn:nir:stato:legge:2017;117\"}", "[{\"urn\":\"urn:nir:stato:legge:2017;117\",\"label\":\"urn:nir:stato:legge:2017;117\"}]")]
    [InlineData("staff", "[\"Ufficio di Piano\"]", "[{\"name\":\"Ufficio di Piano\"}]")]
    [InlineData("meetings", "[{\"name\":\"Plenaria\",\"when\":\"\"},{}]", "[{\"name\":\"Plenaria\"}]")]
    public void AGoodValueIsReadAndComesBackFromItsFile(string field, string input, string canonical)
    {
        var (read, issues) = Read(field, input);

        var written = Sheet.Find(field)!.Kind.Write(read!, Sheet.Find(field)!);
        var (again, _) = Read(field, written.ToJsonString());

        Assert.Empty(issues);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(canonical), JsonNode.Parse(read!.ToJsonString())), read.ToJsonString());
        Assert.Equal(read.ToJsonString(), again!.ToJsonString());
    }

    [Theory]
    [InlineData("title", "{}", "title: Qui serve un testo.")]
    [InlineData("title", "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"", "title: Il testo ha 61 caratteri; il massimo è 60.")]
    [InlineData("text", "[]", "text: Qui serve un testo.")]
    [InlineData("isOpen", "\"forse\"", "isOpen: Scrivi sì o no.")]
    [InlineData("participants", "\"14.07.2023\"", "participants: “14.07.2023” non è un numero.")]
    [InlineData("participants", "\"1e400\"", "participants: “1e400” non è un numero.")]
    [InlineData("amount", "\"-1\"", "amount: “-1” non è un importo in euro: scrivi per esempio 1.234,56.")]
    [InlineData("amount", "\"1,234\"", "amount: “1,234” non è un importo in euro: scrivi per esempio 1.234,56.")]
    [InlineData("day", "\"2023-02-30\"", "day: “2023-02-30” non è una data: scrivi per esempio 14/07/2023.")]
    [InlineData("window", "{\"from\":\"2024-01-01\",\"to\":\"2023-01-01\"}", "window: La fine del periodo viene prima dell'inizio.")]
    [InlineData("window", "{\"da\":\"2024-01-01\"}", "window: La chiave “da” non è prevista qui.")]
    [InlineData("source", "\"javascript:alert(1)\"", "source: “javascript:alert(1)” non è un indirizzo ammesso: usa https://, un indirizzo del portale o mailto:.")]
    [InlineData("source", "\"//evil.example\"", "source: “//evil.example” non è un indirizzo ammesso: usa https://, un indirizzo del portale o mailto:.")]
    [InlineData("document", "\"media/../../etc/passwd\"", "document: “media/../../etc/passwd” non è un file della raccolta: il percorso comincia con media/.")]
    [InlineData("document", "\"media/%2e%2e/x\"", "document: “media/%2e%2e/x” non è un file della raccolta: il percorso comincia con media/.")]
    [InlineData("picture", "\"media/a.png\"", "picture: Descrivi l'immagine con un testo alternativo.")]
    [InlineData("target", "[\"manca\"]", "target: Il termine “manca” non è nel vocabolario “Target”. I termini ammessi sono: Anziani.")]
    [InlineData("related", "[\"schede/manca\"]", "related: “schede/manca” non porta a nessun contenuto.")]
    [InlineData("places", "[\"Atlantide\"]", "places: “Atlantide” non è il codice ISTAT né il nome di un solo comune.")]
    [InlineData("legalBasis", "[\"legge 1\"]", "legalBasis: “legge 1” non è un riferimento normativo: serve un URN che comincia con urn:nir:.")]
    [InlineData("staff", "[{\"role\":\"capo\"}]", "staff: Manca il nome della persona o dell'ufficio.")]
    [InlineData("meetings", "[{\"when\":\"mai\",\"name\":\"x\"}]", "meetings[0].when: “mai” non è una data con ora, oppure quell'ora non esiste per il cambio dell'ora legale: scrivi per esempio 14/07/2023 09:30.")]
    [InlineData("meetings", "[{\"dove\":\"x\",\"name\":\"x\"}]", "meetings[0].dove: Il campo “dove” non esiste in “Meetings”.")]
    [InlineData("meetings", "[\"x\"]", "meetings: La riga 1 non è composta di campi.")]
    public void ABadValueIsToldInItalian(string field, string input, string issue)
    {
        var (_, issues) = Read(field, input);

        Assert.Equal(issue, Assert.Single(issues).ToString());
    }

    [Fact]
    public void NoValueMakesAKindThrow()
    {
        string[] hostile =
        [
            "{}", "[]", "[[[]]]", "[null]", "{\"url\":{}}", "{\"from\":[]}", "\"\\ud800\"", "\"\\u0000\"", "true", "1e999", "-0", "\"\\u202e\"", "[{\"urn\":[]}]",
            "{\"path\":null}", "\"0001-01-01T00:00\"", "\"9999-12-31T23:59:59Z\"", "\"9999-12-31\"", "\"99999999999999999999999999999999\"", "[{\"name\":{}}]", "\"/\"", "\"//\"",
        ];
        foreach (var field in Sheet.Fields)
        {
            foreach (var input in hostile)
            {
                var (read, _) = Read(field.Name, input);
                if (read is null)
                    continue;
                _ = field.Kind.Write(read, field);
                _ = field.Kind.Values(read, field, (_, _) => []).ToList();
                _ = field.Kind.Words(read, field).ToList();
            }
        }
    }

    private static (JsonNode? Value, IReadOnlyList<Issue> Issues) Read(string name, string json)
    {
        var vocabulary = VocabularyMerge.Merge(new VocabularySource("target", "Target", [new TermSource("anziani", "Anziani")]), null, "nazionale");
        var reading = new FieldReading(new VocabularySet([vocabulary]), path => path == "schede/nota" ? Known : null);
        return (Sheet.Find(name)!.Kind.Read(JsonNode.Parse(json)!, Sheet.Find(name)!, reading), reading.Issues);
    }
}
