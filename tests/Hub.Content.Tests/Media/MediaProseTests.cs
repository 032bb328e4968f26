using Hub.Content.Media;
using Hub.Content.Prose;
using Hub.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Media;

public sealed class MediaProseTests() : OnDatabase(false)
{
    [Fact]
    public async Task PicturesInTextGetTheirSizesAndMeasures()
    {
        var file = await Upload(Samples.Jpeg(700, 350), "foto.jpg", new MediaDetails { Alt = "Una piazza" });
        var at = $"/toscana/media/{file.Id}/{file.Hash[..16]}";

        Assert.Equal(
            $"<figure><img src=\"{at}/640.jpg\" alt=\"Una piazza\" loading=\"lazy\" srcset=\"{at}/320.webp 320w, {at}/640.webp 640w\" sizes=\"(min-width: 768px) 720px, 100vw\" width=\"700\" height=\"350\"></figure>",
            (await Render($"![](/media/{file.Id}/foto.jpg)")).Trim());
    }

    [Fact]
    public async Task WhoMadeAPictureStandsBelowIt()
    {
        var file = await Upload(Samples.Png(), "foto.png", new MediaDetails { Alt = "Una piazza", Credit = "Anna <Bianchi>" });

        Assert.Contains("<figcaption>La piazza<small class=\"credit\">Foto o grafica: Anna &lt;Bianchi&gt;</small></figcaption>", await Render($"![](/media/{file.Id}/foto.png \"La piazza\")"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DocumentsTellFormatAndSize()
    {
        var file = await Upload([.. Samples.Pdf(), .. new byte[1_258_000]], "avviso.pdf", new MediaDetails());

        Assert.Equal(
            $"<p>Leggi <a href=\"/toscana/media/{file.Id}/avviso.pdf\">l'avviso<span class=\"file-facts\"> (PDF, 1,2 MB)</span></a>.</p>",
            (await Render($"Leggi [l'avviso](/media/{file.Id}/avviso.pdf).")).Trim());
    }

    [Fact]
    public async Task WhatTheLibraryDoesNotHaveStaysAsItWasWritten() =>
        Assert.Contains("src=\"/toscana/media/tavolo.jpg\"", await Render("![Un tavolo](media/tavolo.jpg)"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/media/a/320.webp 320w, https://example.org/a.webp 640w")]
    [InlineData("//example.org/a.webp 320w")]
    [InlineData("/a.webp 320w,javascript:alert(1) 640w")]
    [InlineData("/a.webp 2x")]
    public void SetsOfOtherAddressesDoNotPass(string set) =>
        Assert.Equal("<img src=\"/a.jpg\" alt=\"\">", Sanitizer.Clean($"<img src=\"/a.jpg\" alt=\"\" srcset=\"{set}\">"));

    [Theory]
    [InlineData(0, "0 byte")]
    [InlineData(900, "900 byte")]
    [InlineData(1024, "1 kB")]
    [InlineData(1025, "2 kB")]
    [InlineData(1_258_291, "1,2 MB")]
    [InlineData(5L * 1024 * 1024, "5 MB")]
    [InlineData(3L * 1024 * 1024 * 1024 / 2, "1,5 GB")]
    public void SizesAreTold(long bytes, string expected) => Assert.Equal(expected, FileSize.Of(bytes));

    [Theory]
    [InlineData(21_000_000, "20,1 MB")]
    [InlineData((20 * 1024 * 1024) + 1, "20,1 MB")]
    [InlineData(25L * 1024 * 1024, "25 MB")]
    public void WhatExceedsALimitIsNeverToldLikeTheLimit(long bytes, string expected) => Assert.Equal(expected, FileSize.Over(bytes, 20 * 1024 * 1024));

    [Theory]
    [InlineData("media/k3v7abc/avviso.pdf", "k3v7abc")]
    [InlineData("/toscana/media/k3v7abc/avviso.pdf", "k3v7abc")]
    [InlineData("media/avviso.pdf", null)]
    [InlineData("https://example.org/media/k3v7abc/a.pdf?x=1", null)]
    [InlineData("media/K3V7/avviso.pdf", null)]
    [InlineData("media/../../a", null)]
    public void AddressesHaveAnId(string path, string? expected) => Assert.Equal(expected, MediaPath.IdOf(path));

    private async Task<MediaFileRow> Upload(byte[] bytes, string name, MediaDetails details)
    {
        var outcome = await Hub.In(Hub.Toscana, scope => scope.GetRequiredService<MediaLibrary>().Upload(new MemoryStream(bytes), name, "", details, TestHub.Root));
        Assert.Equal("Done", outcome.ToString());
        return outcome.File!;
    }

    private Task<string> Render(string markdown) =>
        Hub.In(Hub.Toscana, async scope => (await scope.GetRequiredService<ProseRenderer>().Render(Hub.Toscana, markdown, Guid.NewGuid().ToString())).Html);
}
