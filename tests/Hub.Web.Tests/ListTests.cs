using System.Net;
using AngleSharp.Dom;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests;

public sealed class ListTests(Portal portal)
{
    [Fact]
    public async Task AFilterNarrowsTheListAndCanBeTakenOff()
    {
        var page = (await portal.Reader.Ask("/toscana/pagine?topics=fondi")).Page;

        Assert.Equal(5, Titles(page).Count);
        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/toscana/pagine");
    }

    [Theory]
    [InlineData("topics=mai-visto", 0)]
    [InlineData("sconosciuto=1&title=x", 20)]
    [InlineData("topics=", 20)]
    [InlineData("topics=fondi&topics=fondi&topics=norme", 6)]
    public async Task WhatIsNoFilterIsPassedOver(string query, int shown) =>
        Assert.Equal(shown, Titles((await portal.Reader.Ask($"/toscana/pagine?{query}")).Page).Count);

    [Fact]
    public async Task AListCanBeTurnedRound()
    {
        var forth = Titles((await portal.Reader.Ask("/toscana/pagine?ordine=title")).Page);
        var back = Titles((await portal.Reader.Ask("/toscana/pagine?ordine=-title")).Page);

        Assert.Equal("Aiuto nazionale", forth[0]);
        Assert.Equal("Pagina 25", back[0]);
    }

    [Theory]
    [InlineData("pagina=2", 6)]
    [InlineData("pagina=3", 0)]
    [InlineData("pagina=9999999999999999999", 20)]
    [InlineData("pagina=-1", 20)]
    [InlineData("pagina=0", 20)]
    [InlineData("pagina=10000", 0)]
    public async Task PagesBeyondTheEndAreEmptyAndNoPageIsTheFirst(string query, int shown)
    {
        var answer = await portal.Reader.Ask($"/toscana/pagine?{query}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(shown, Titles(answer.Page).Count);
    }

    [Theory]
    [InlineData("q=%00&topics=%00&ordine=%00")]
    [InlineData("q=%ED%A0%80%FF%FE&topics=%F0%28%8C%BC")]
    [InlineData("q='%3B DROP TABLE items--&ordine=title';--")]
    [InlineData("q=%25%5F%5C&ordine=-")]
    [InlineData("q[]=1&q[a]=2&[]=&=&&&")]
    [InlineData("q=1&q=2&q=3&pagina=1&pagina=2&ordine=title&ordine=-title")]
    [InlineData("q=%E2%80%AE%F0%9F%98%80&topics=..%2F..%2Fetc%2Fpasswd")]
    [InlineData("ordine=body&q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("ordine=topics")]
    [InlineData("q=%D9%B1%CD%AF%00%0D%0Ax")]
    public async Task NoQueryBreaksAPage(string query)
    {
        foreach (var path in new[] { "/toscana/pagine", "/cerca", "/toscana/bacheca", "/toscana/", "/commenti/grazie" })
        {
            var answer = await portal.Reader.Ask($"{path}?{query}");

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.DoesNotContain("<script>alert", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task LongQueriesAreAnsweredOrRefusedButBreakNothing()
    {
        var values = string.Concat(Enumerable.Range(0, 300).Select(number => $"&topics=t{number}"));

        Assert.Equal(HttpStatusCode.OK, (await portal.Reader.Ask($"/toscana/pagine?q={new string('a', 5000)}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await portal.Reader.Ask($"/toscana/pagine?q=x{values}")).Status);
        var huge = (await portal.Reader.Ask($"/toscana/pagine?q={new string('a', 20_000)}")).Status;
        Assert.Contains(huge, new[] { HttpStatusCode.RequestUriTooLong, HttpStatusCode.RequestHeaderFieldsTooLarge });
    }

    private static List<string> Titles(IDocument page) =>
        [.. page.QuerySelectorAll("main .summary-title").Select(title => title.TextContent.Trim())];
}
