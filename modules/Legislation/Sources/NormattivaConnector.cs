using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Outside;

namespace Hub.Legislation.Sources;

/// <summary>
/// Asks Normattiva's open data (dati.normattiva.it, documented in public, no account) for the acts whose words match a
/// query, the newest first.
/// </summary>
internal sealed class NormattivaConnector : ISourceConnector
{
    private const string Search = "https://api.normattiva.it/t/normattiva.api/bff-opendata/v1/api/v1/ricerca/semplice";

    public string Kind => "normattiva";

    public SourceRequest? Ask(SourceSettings source)
    {
        if (source.Query.Length is 0 or > 200 || WebAddress.Of(source.Address.Length > 0 ? source.Address : Search) is not { } address)
            return null;
        var body = new JsonObject
        {
            ["testoRicerca"] = source.Query,
            ["orderType"] = "recente",
            ["paginazione"] = new JsonObject { ["paginaCorrente"] = 1, ["numeroElementiPerPagina"] = 20 },
        };
        return new SourceRequest(address, body.ToJsonString());
    }

    public IReadOnlyList<SourceEntry> Read(SourceSettings source, byte[] answer)
    {
        try
        {
            var told = JsonNode.Parse(answer, null, new JsonDocumentOptions { MaxDepth = 32 }) as JsonObject;
            return told?["listaAtti"] switch
            {
                JsonArray acts => [.. acts.OfType<JsonObject>().Take(FeedConnector.MostEntries).Select(Entry).OfType<SourceEntry>()],
                null when told?["numeroAttiTrovati"] is JsonValue count && count.ToString() == "0" => [],
                _ => throw new FormatException(Complaint(told)),
            };
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>The service explains a request that it refuses in "message" or "description".</summary>
    private static string Complaint(JsonObject? told)
    {
        var words = told is null ? "" : PlainWords.Of(Value(told, "message") is { Length: > 0 } message ? message : Value(told, "description"), 200);
        return words.Length > 0 ? $"The answer has no listaAtti: {words}" : "The answer has no listaAtti.";
    }

    private static SourceEntry? Entry(JsonObject act)
    {
        var (code, gazette) = (Value(act, "codiceRedazionale"), Value(act, "dataGU"));
        var title = PlainWords.Of(Value(act, "descrizioneAtto"), 300);
        if (code.Length is 0 or > 40 || !code.All(char.IsAsciiLetterOrDigit) || title.Length == 0)
            return null;
        DateOnly? day = DateOnly.TryParseExact(gazette, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var told) ? told : null;
        var address = day is null ? null : new Uri($"https://www.normattiva.it/atto/caricaDettaglioAtto?atto.dataPubblicazioneGazzetta={gazette}&atto.codiceRedazionale={code}");
        return new SourceEntry($"{code} {gazette}", title, PlainWords.Of(Value(act, "titoloAtto").Trim().TrimStart('[').TrimEnd(']'), 1000), address, day);
    }

    private static string Value(JsonObject act, string name) => act[name] is JsonValue value ? value.ToString() : "";
}
