using System.Text;
using Hub.Content.Media.Checks;

namespace Hub.Content.Tests.Media;

public class FileSnifferTests
{
    [Fact]
    public void FilesAreKnownByTheirFirstBytes()
    {
        Assert.Equal(Nature.Jpeg, FileSniffer.Of(Samples.Jpeg()));
        Assert.Equal(Nature.Png, FileSniffer.Of(Samples.Png()));
        Assert.Equal(Nature.Webp, FileSniffer.Of(Samples.Webp()));
        Assert.Equal(Nature.Gif, FileSniffer.Of(Samples.MovingGif()));
        Assert.Equal(Nature.Pdf, FileSniffer.Of(Samples.Pdf()));
        Assert.Equal(Nature.Zip, FileSniffer.Of(Samples.Docx()));
        Assert.Equal(Nature.Ole, FileSniffer.Of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]));
    }

    [Theory]
    [InlineData("comune;abitanti\nPisa;90000", Nature.Text)]
    [InlineData("  Perché no?\r\n\tFine\f", Nature.Text)]
    [InlineData("a < b", Nature.Text)]
    [InlineData("\uFEFF<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Nature.Svg)]
    [InlineData("<?xml version=\"1.0\"?><!-- di prova --><!DOCTYPE svg PUBLIC \"a\" \"b\" [<!ENTITY x \"y\">]>\n<svg>", Nature.Svg)]
    [InlineData("<svgx>", Nature.Markup)]
    [InlineData("<!doctype html><p>", Nature.Markup)]
    [InlineData("\n <HTML>", Nature.Markup)]
    [InlineData("<!-- x --><script>alert(1)</script>", Nature.Markup)]
    [InlineData("<!-- without an end", Nature.Markup)]
    [InlineData("<?php echo 1", Nature.Markup)]
    [InlineData("<rss/>", Nature.Markup)]
    [InlineData("MZ\u0090\0", Nature.Unknown)]
    [InlineData("abc\0", Nature.Unknown)]
    [InlineData("", Nature.Unknown)]
    public void TextIsToldFromMarkupAndFromBytes(string text, Nature expected) => Assert.Equal(expected, FileSniffer.Of(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void NoBytesMakeItThrow()
    {
        var random = new Random(7);
        byte[][] seeds = [Samples.Jpeg(8, 8), Samples.Png(8, 8), Samples.Webp(8, 8), Samples.MovingGif(), Samples.Pdf(), Samples.Docx(), "<?xml?><!DOCTYPE svg [<svg"u8.ToArray(), "<!--<?"u8.ToArray()];
        for (var i = 0; i < 20_000; i++)
        {
            var seed = seeds[random.Next(seeds.Length)];
            var bytes = seed[..random.Next(Math.Min(seed.Length, 300) + 1)];
            for (var change = random.Next(6); change > 0 && bytes.Length > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            Assert.True(Enum.IsDefined(FileSniffer.Of(bytes)));
        }
    }
}
