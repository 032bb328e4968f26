using System.Text.Json.Nodes;
using Hub.Content.Types;
using Hub.Links.Finding;

namespace Modules.Tests.Links;

public sealed class LinkFinderTests
{
    private static readonly TypeDefinition Type = new()
    {
        Id = "prova", Section = "prove", Name = "Prova", Plural = "Prove", ViewName = "Proof",
        Fields =
        [
            new() { Name = "body", KindId = "markdown" },
            new() { Name = "site", KindId = "link" },
            new() { Name = "picture", KindId = "image" },
            new() { Name = "rows", KindId = "group", Fields = [new() { Name = "text", KindId = "markdown" }, new() { Name = "file", KindId = "file" }] },
        ],
    };

    [Theory]
    [InlineData("[a](/sussidiario/avviso)", "/sussidiario/avviso")]
    [InlineData("[a](/sussidiario/avviso#cosa) e [b](/sussidiario/avviso)", "/sussidiario/avviso")]
    [InlineData("[a][uno]\n\n[uno]: https://esempio.it/x \"titolo\"", "https://esempio.it/x")]
    [InlineData("<https://esempio.it/y>", "https://esempio.it/y")]
    [InlineData("![foto](/media/foto.png)", "/media/foto.png")]
    [InlineData("| a |\n| --- |\n| [b](/pagine/c) |", "/pagine/c")]
    [InlineData("`[a](/codice)` e [salto](#qui) e [posta](mailto:a@esempio.it) e <b@esempio.it>", "")]
    [InlineData("[a](javascript:alert(1)) [b](//altrove.it/x) [c](relativo)", "")]
    [InlineData("[a]( [b](( ![[[", "")]
    public void LinksOfATextAreFoundOnce(string markdown, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), LinkFinder.Find(Type, new JsonObject { ["body"] = markdown }).Order());

    [Fact]
    public void LinksOfFieldsAndRowsAreFound()
    {
        var data = JsonNode.Parse("""
            {"site": {"url": "https://esempio.it/"}, "picture": {"path": "media/a.png", "alt": "a"},
             "rows": [{"text": "[a](/uno)"}, {"file": {"path": "media/b.pdf"}}, {"text": 3}]}
            """)!.AsObject();

        Assert.Equal(["/media/a.png", "/media/b.pdf", "/uno", "https://esempio.it/"], LinkFinder.Find(Type, data).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ATextNestedWithoutEndHasNoLinks() =>
        Assert.Empty(LinkFinder.Find(Type, new JsonObject { ["body"] = new string('>', 50_000) + "[a](/uno)" }));
}
