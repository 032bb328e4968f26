using System.Text.Json;
using Browser.Tests.Fixtures;

namespace Browser.Tests;

public sealed class HomePageWeightTests(Stage stage)
{
    private const int Budget = 150 * 1024;

    [Fact]
    public async Task HomePagesAreTransferredInUnder150KilobytesBesideImagesAndFonts()
    {
        var weights = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var portal in PublicPages.Portals)
            weights[portal + "/"] = await Weight(portal + "/");

        Console.WriteLine("Home pages, transferred without images and fonts: " + string.Join(", ", weights.Select(home => $"{home.Key} {home.Value / 1024.0:0.0} KB")));
        Assert.All(weights, home => Assert.InRange(home.Value, 10_000, Budget));
    }

    /// <summary>What crosses the wire, headers included, for a browser that has nothing yet.</summary>
    private async Task<long> Weight(string path)
    {
        await using var reader = await stage.NewReader(Stage.Desktop);
        var page = await reader.NewPageAsync();
        var network = await reader.NewCDPSessionAsync(page);
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        var encodings = new Dictionary<string, string>(StringComparer.Ordinal);
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        network.Event("Network.responseReceived").OnEvent += (_, sent) =>
        {
            var answer = sent!.Value;
            kinds[IdOf(answer)] = answer.GetProperty("type").GetString()!;
            encodings[IdOf(answer)] = EncodingOf(answer.GetProperty("response").GetProperty("headers"));
        };
        network.Event("Network.loadingFinished").OnEvent += (_, sent) => sizes[IdOf(sent!.Value)] = sent.Value.GetProperty("encodedDataLength").GetInt64();
        await network.SendAsync("Network.enable");
        await page.GotoAsync(path, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        var weighed = sizes.Where(size => kinds[size.Key] is not ("Image" or "Font")).ToList();
        Assert.Contains(weighed, size => kinds[size.Key] == "Document" && encodings[size.Key] == "br");
        Assert.Contains(weighed, size => kinds[size.Key] == "Stylesheet" && encodings[size.Key] == "br");
        return weighed.Sum(size => size.Value);
    }

    private static string IdOf(JsonElement message) => message.GetProperty("requestId").GetString()!;

    private static string EncodingOf(JsonElement headers) =>
        headers.EnumerateObject().FirstOrDefault(header => header.NameEquals("content-encoding") || header.NameEquals("Content-Encoding")) is { Value.ValueKind: JsonValueKind.String } found
            ? found.Value.GetString()! : "";
}
