using Hub.Content.Media;
using Hub.Content.Media.Checks;

namespace Hub.Content.Tests.Media;

public class FileNameTests
{
    [Theory]
    [InlineData("Avviso Pubblico (2026).PDF", "avviso-pubblico-2026.pdf")]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("C:\\Documenti\\È già città.pdf", "e-gia-citta.pdf")]
    [InlineData(".pdf", "documento.pdf")]
    [InlineData("日本.pdf", "documento.pdf")]
    [InlineData("CON.pdf", "con.pdf")]
    [InlineData("a\ud800b.pdf", "a-b.pdf")]
    public void NamesBecomeSlugsWithTheFormatsExtension(string sent, string expected) => Assert.Equal(expected, FileName.Clean(sent, FileFormat.Of("pdf")!));

    [Theory]
    [InlineData("avviso.pdf", false)]
    [InlineData("verbale del 3.5.2026.pdf", false)]
    [InlineData("avviso.pdf.exe.pdf", true)]
    [InlineData("foto.php.jpg", true)]
    [InlineData("foto.html .jpg", true)]
    [InlineData("avviso.pdf\0.jpg", true)]
    [InlineData("avviso\u202Efdp.jpg", true)]
    [InlineData("riga\nnuova.pdf", true)]
    public void NamesThatMisleadAreTold(string sent, bool expected) => Assert.Equal(expected, FileName.IsMisleading(sent));

    [Fact]
    public void WhateverIsSentTheNameStaysInItsFolder()
    {
        var random = new Random(11);
        const string Alphabet = "aZ9.-_/\\ \0\u202E\ud800é:%<>\"|?*\n";
        for (var i = 0; i < 5000; i++)
        {
            var sent = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            var name = FileName.Clean(sent, FileFormat.Of("jpg")!);

            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*[.]jpg$", name);
            Assert.Equal(name, FileName.Clean(name, FileFormat.Of("jpg")!));
            Assert.True(name.Length <= 90);
        }
    }
}
