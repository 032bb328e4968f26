using Hub.Content.Media;
using Hub.Content.Media.Checks;
using Hub.Kernel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Content.Tests.Media;

public class VirusScannerTests
{
    [Fact]
    public async Task AnInfectedFileIsRefusedAndACleanOnePasses()
    {
        using var clamd = new FakeClamd();
        var scanner = Scanner(clamd.Address);

        await scanner.Scan(new MemoryStream(new byte[200_000]), default);
        Assert.Equal(200_000, clamd.Received);
        var refusal = await Assert.ThrowsAsync<RefusedFileException>(() => scanner.Scan(new MemoryStream([1, 2, .. FakeClamd.Eicar]), default));

        Assert.Contains("antivirus ha trovato", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR")]
    [InlineData("stream: something else")]
    [InlineData("")]
    public async Task WhatTheScannerCannotSayIsARefusal(string answer)
    {
        using var clamd = new FakeClamd { Says = answer };

        var refusal = await Assert.ThrowsAsync<RefusedFileException>(() => Scanner(clamd.Address).Scan(new MemoryStream([1]), default));

        Assert.Contains("non risponde", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:9")]
    [InlineData("/nowhere/clamd.sock")]
    public async Task WithoutItsScannerNothingIsTaken(string address)
    {
        var refusal = await Assert.ThrowsAsync<RefusedFileException>(() => Scanner(address).Scan(new MemoryStream([1]), default));

        Assert.Contains("non risponde", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:3310", "127.0.0.1:3310")]
    [InlineData("unix:/run/clamd.ctl", "/run/clamd.ctl")]
    [InlineData("/run/clamd.ctl", "/run/clamd.ctl")]
    [InlineData("", null)]
    public void ItsAddressIsAPortOrASocket(string setting, string? expected) => Assert.Equal(expected, Options(setting).ClamAv);

    [Theory]
    [InlineData("scanner")]
    [InlineData("scanner:port")]
    [InlineData("scanner:70000")]
    public void AnAddressThatIsNoneEndsTheStart(string setting) => Assert.Contains("HUB-F001", Assert.Throws<StartupException>(() => Options(setting)).Message, StringComparison.Ordinal);

    private static MediaOptions Options(string setting) => MediaOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Hub:ClamAv", (string?)setting)]).Build(), "data");

    private static VirusScanner Scanner(string address) => new(new MediaOptions { ClamAv = address }, NullLogger<VirusScanner>.Instance);
}
