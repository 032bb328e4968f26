using System.Net;
using Hub.Content.Outside;

namespace Modules.Tests.Legislation;

public sealed class SourceClientTests(SourceServer server) : IClassFixture<SourceServer>
{
    [Fact]
    public async Task WhatHasNotChangedIsNotSentAgainAndTheAgentSaysWhoItIs()
    {
        using var client = Client();

        var first = await Ask(client, "/feed");
        var again = await Ask(client, "/feed", first.ETag);

        Assert.Equal(("", "\"uno\""), (first.Error, first.ETag));
        Assert.NotNull(first.Content);
        Assert.Equal((null, ""), (again.Content, again.Error));
        Assert.Contains(server.Asked, one => one.StartsWith("GET /feed \"uno\" hub-aggiornamenti/1.0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/privato/pagina", "robots.txt")]
    [InlineData("/grande", "too large")]
    [InlineData("/giro", "too often")]
    [InlineData("/file", "nobody should go")]
    [InlineData("/casa", "not public")]
    [InlineData("/rotto", "503")]
    [InlineData("/manca", "404")]
    public async Task AHostileOrAbsentAnswerIsToldAndNothingIsTaken(string path, string expected)
    {
        using var client = Client();

        var answer = await Ask(client, path);

        Assert.Null(answer.Content);
        Assert.Contains(expected, answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Asked, one => one.Contains("/privato", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AServerThatNeverEndsItsAnswerIsLeftAfterTwentySeconds()
    {
        var clock = new HandClock();
        using var client = new OutsideClient(_ => true, clock);

        var asking = client.Ask(new Uri(server.Address, "/lento"), null, "", "", TestContext.Current.CancellationToken);
        while (!server.Asked.Any(one => one.StartsWith("GET /lento", StringComparison.Ordinal)))
            await Task.Delay(5, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(19));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(asking.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await asking;

        Assert.Equal((null, "The server took too long."), (answer.Content, answer.Error));
    }

    [Fact]
    public async Task ARedirectWithinTheServerIsFollowed()
    {
        using var client = Client();

        Assert.Equal(SourceServer.Feed, System.Text.Encoding.UTF8.GetString((await Ask(client, "/altrove")).Content!));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public async Task TheHouseItselfIsNeverAsked(string host)
    {
        using var client = new OutsideClient(PublicAddresses.MayConnect, TimeProvider.System);
        var before = server.Asked.Count;

        var answer = await client.Ask(new UriBuilder(server.Address) { Host = host, Path = "/feed" }.Uri, null, "", "", TestContext.Current.CancellationToken);

        Assert.Null(answer.Content);
        Assert.NotEqual("", answer.Error);
        Assert.Equal(before, server.Asked.Count);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:2800:220:1::1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("2002:0a00:0001::", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    public void OnlyAddressesThatAreAnybodysArePublic(string address, bool expected) => Assert.Equal(expected, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public void OnlyThePortsOfTheWebAreAsked()
    {
        Assert.True(PublicAddresses.MayConnect(new IPEndPoint(IPAddress.Parse("8.8.8.8"), 443)));
        Assert.False(PublicAddresses.MayConnect(new IPEndPoint(IPAddress.Parse("8.8.8.8"), 6379)));
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a", "/a/b", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: hub-aggiornamenti\nDisallow: /x", "/a", true)]
    [InlineData("User-agent: hub-aggiornamenti\nUser-agent: altro\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/leggi/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/leggi/a.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("Disallow: /\n:::\n\0", "/a", true)]
    [InlineData("", "/a", true)]
    public void RobotsDecideByTheLongestRule(string text, string path, bool expected) =>
        Assert.Equal(expected, Robots.Read(text, "hub-aggiornamenti").Allow(new Uri("https://esempio.it" + path)));

    internal OutsideClient Client() => new(endpoint => endpoint.Port == server.Address.Port && IPAddress.IsLoopback(endpoint.Address), TimeProvider.System);

    private Task<OutsideAnswer> Ask(OutsideClient client, string path, string etag = "") => client.Ask(new Uri(server.Address, path), null, etag, "", TestContext.Current.CancellationToken);
}
