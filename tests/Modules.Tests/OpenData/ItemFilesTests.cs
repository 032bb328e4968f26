using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Hub.Content.Items;
using Hub.Content.Types;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.OpenData;

public sealed class ItemFilesTests(Portal portal)
{
    /// <summary>What modules add below a chapter.</summary>
    private static readonly string[] Added = ["Esperienze su questo passo", "Edizioni"];

    private const string Practice = "/toscana/pratiche/mappafondo-aree-vaste-2023";

    [Fact]
    public async Task EveryItemOfEveryTypeIsAWordDocumentWithoutAFault()
    {
        var paths = await Paths("toscana");

        Assert.True(paths.Count > 60, $"Only {paths.Count} items.");
        foreach (var path in paths)
        {
            using var stream = new MemoryStream(await Bytes($"/toscana/{path}.docx"));
            using var word = WordprocessingDocument.Open(stream, false);
            var faults = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(fault => $"{path}: {fault.Description} {fault.Path?.XPath}").Take(3).ToList();
            Assert.True(faults.Count == 0, string.Join('\n', faults));
            Assert.NotEmpty(word.PackageProperties.Title!);
            Assert.Equal("it-IT", word.PackageProperties.Language);
        }
    }

    [Fact]
    public async Task AWordDocumentHasHeadingsListsTablesAndLinksOfThePage()
    {
        using var stream = new MemoryStream(await Bytes("/toscana/sussidiario/leggi-regionali-a-confronto.docx"));
        using var word = WordprocessingDocument.Open(stream, false);
        var page = await portal.Page("/toscana/sussidiario/leggi-regionali-a-confronto");
        var body = word.MainDocumentPart!.Document.Body!;

        var headings = body.Elements<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value?.StartsWith("Heading", StringComparison.Ordinal) == true).Select(paragraph => paragraph.InnerText).ToList();
        Assert.All(page.QuerySelectorAll("main .prose h2").Select(heading => heading.TextContent.Trim()).Except(Added, StringComparer.Ordinal), heading => Assert.Contains(heading, headings));
        var heads = body.Elements<Table>().Select(table => table.Elements<TableRow>().First()).Where(row => row.Descendants<TableHeader>().Any())
            .Select(row => string.Join('|', row.Elements<TableCell>().Select(cell => cell.InnerText.Trim()))).ToList();
        var read = page.QuerySelectorAll("main .prose table").Select(table => string.Join('|', table.QuerySelectorAll("thead th").Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.NotEmpty(read);
        Assert.All(read, head => Assert.Contains(head, heads));
        Assert.NotEmpty(body.Descendants<Hyperlink>());
        Assert.All(word.MainDocumentPart.HyperlinkRelationships, link => Assert.True(link.Uri.IsAbsoluteUri));
        Assert.Equal("it-IT", word.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<Languages>().First().Val!.Value);
    }

    [Fact]
    public async Task ThePageOffersEveryFileAndEachIsThere()
    {
        var page = await portal.Page(Practice);

        var files = page.QuerySelectorAll(".page-actions .disclosure-panel a").Select(link => link.GetAttribute("href")!).Where(href => href.StartsWith(Practice + ".", StringComparison.Ordinal)).ToList();
        Assert.Equal([".docx", ".md", ".jsonld", ".txt", ".bib", ".ris"], files.Select(file => file[Practice.Length..]));
        foreach (var file in files)
            Assert.NotEmpty(await Bytes(file));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status(Practice + ".exe"));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("/toscana/pratiche/inesistente.docx"));
    }

    [Fact]
    public async Task MarkdownIsTheFileThatTheContentFolderHas()
    {
        var file = System.Text.Encoding.UTF8.GetString(await Bytes("/toscana/glossario/ats.md"));

        Assert.StartsWith("---\nid: ", file, StringComparison.Ordinal);
        Assert.Contains("\ntype: voce\n", file, StringComparison.Ordinal);
        Assert.Contains("\nsources:\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataSayOfANormAndATermWhatSchemaOrgHasForThem()
    {
        var norm = await Json("/toscana/norme/dlgs-117-2017.jsonld");
        var term = await Json("/toscana/glossario/ats.jsonld");
        var practice = await Json(Practice + ".jsonld");

        Assert.Equal("Legislation", norm.GetProperty("@type").GetString());
        Assert.StartsWith("urn:nir:stato:decreto.legislativo:2017", norm.GetProperty("legislationIdentifier").GetString(), StringComparison.Ordinal);
        Assert.Equal("2017-07-03", norm.GetProperty("legislationDate").GetString());
        Assert.Equal("DefinedTerm", term.GetProperty("@type").GetString());
        Assert.NotEmpty(term.GetProperty("description").GetString()!);
        Assert.Equal("Article", practice.GetProperty("@type").GetString());
        Assert.Contains(practice.GetProperty("about").EnumerateArray(), about => about.GetProperty("@type").GetString() == "DefinedTerm" && about.GetProperty("name").GetString() != about.GetProperty("termCode").GetString());
        Assert.StartsWith(portal.Address + "/id/", practice.GetProperty("@id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACitationNamesThePermanentAddressInEveryForm()
    {
        var text = System.Text.Encoding.UTF8.GetString(await Bytes(Practice + ".txt"));
        var bib = System.Text.Encoding.UTF8.GetString(await Bytes(Practice + ".bib"));
        var ris = System.Text.Encoding.UTF8.GetString(await Bytes(Practice + ".ris"));

        Assert.All([text, bib, ris], form => Assert.Contains(portal.Address + "/id/", form, StringComparison.Ordinal));
        Assert.Equal(bib.Count(c => c == '{'), bib.Count(c => c == '}'));
        Assert.StartsWith("TY  - ELEC\r\n", ris, StringComparison.Ordinal);
        Assert.EndsWith("ER  - \r\n", ris, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PagesTellProgramsOfTheirData()
    {
        Assert.Equal("/toscana/pratiche.atom", (await portal.Page("/toscana/pratiche")).QuerySelector("head link[type='application/atom+xml']")!.GetAttribute("href"));
        Assert.Equal(Practice + ".jsonld", (await portal.Page(Practice)).QuerySelector("head link[type='application/ld+json']")!.GetAttribute("href"));
        Assert.Equal("/toscana/dati-aperti/catalogo.ttl", (await portal.Page("/toscana/dati-aperti")).QuerySelector("head link[type='text/turtle']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task TheFilesOfAPracticeHaveItsEvidence()
    {
        const string Varese = "/lombardia/pratiche/piano-di-zona-varese";
        using var stream = new MemoryStream(await Bytes(Varese + ".docx"));
        using var word = WordprocessingDocument.Open(stream, false);
        var text = word.MainDocumentPart!.Document.Body!.InnerText;
        var markdown = System.Text.Encoding.UTF8.GetString(await Bytes(Varese + ".md"));
        var data = await Json(Varese + ".jsonld");

        Assert.Contains("Certificata da", text, StringComparison.Ordinal);
        Assert.All(["Completezza", "Prove", "Trasferibilità", "Correttezza della procedura", "Inclusione", "Attualità"], axis => Assert.Matches(axis + "[0-3] su 3", text));
        Assert.StartsWith("---\n# Certificazione\n# - Certificata da", markdown, StringComparison.Ordinal);
        Assert.Contains("\n# - Aspetto: Completezza; Livello: ", markdown, StringComparison.Ordinal);
        Assert.Equal(7, data.GetProperty("review").GetArrayLength());
        Assert.Equal(3, data.GetProperty("review")[1].GetProperty("reviewRating").GetProperty("bestRating").GetInt32());
        Assert.Equal("Organization", data.GetProperty("author")[0].GetProperty("@type").GetString());
        Assert.NotEmpty(data.GetProperty("contributor").EnumerateArray());
        Assert.Contains(data.GetProperty("hasPart").EnumerateArray(), part => part.GetProperty("name").GetString() == "Gli obiettivi" && part.GetProperty("text").GetString()!.Length > 0);
    }

    [Fact]
    public async Task TheOwnerOfAPracticeIsCitedAsItsAuthor()
    {
        const string Varese = "/lombardia/pratiche/piano-di-zona-varese";
        var owner = (await Json("/lombardia/api/v1/pratiche")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("url").GetString()!.EndsWith(Varese, StringComparison.Ordinal)).GetProperty("fields").GetProperty("owner").GetString()!;

        Assert.StartsWith(owner + ", ", System.Text.Encoding.UTF8.GetString(await Bytes(Varese + ".txt")), StringComparison.Ordinal);
        Assert.Contains($"\n  author = {{{{{owner}}}}},\n", System.Text.Encoding.UTF8.GetString(await Bytes(Varese + ".bib")), StringComparison.Ordinal);
        Assert.Contains($"\r\nAU  - {owner}\r\n", System.Text.Encoding.UTF8.GetString(await Bytes(Varese + ".ris")), StringComparison.Ordinal);
        Assert.Contains($"{owner}, ", Portal.Words((await portal.Page(Varese)).QuerySelector(".cite")!), StringComparison.Ordinal);
        Assert.DoesNotContain("author", System.Text.Encoding.UTF8.GetString(await Bytes("/toscana/glossario/ats.bib")), StringComparison.Ordinal);
    }

    private Task<List<string>> Paths(string id) => portal.In(id, async (services, region) =>
    {
        var paths = new List<string>();
        foreach (var type in services.GetRequiredService<ContentTypes>().All)
            paths.AddRange((await services.GetRequiredService<ItemReader>().All(region, type.Id)).Select(item => item.Path));
        return paths;
    });

    private async Task<JsonElement> Json(string path) => JsonDocument.Parse(await Bytes(path)).RootElement;

    private async Task<byte[]> Bytes(string path)
    {
        using var answer = await portal.Ask(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
