using System.Text;
using Hub.Legislation.Versions;

namespace Modules.Tests.Legislation;

public sealed class AkomaNtosoTests
{
    internal const string Dated = """
        <?xml version="1.0" encoding="UTF-8"?>
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
          <act><meta><identification source="#x"><FRBRWork><FRBRalias name="urn:nir" value="urn:nir:regione.toscana:legge:2020-07-22;65"/></FRBRWork>
            <FRBRExpression><FRBRdate date="2021-01-01" name="vigenza"/></FRBRExpression></identification></meta>
          <body><section><article eId="art_1"><num>Art. 1.</num><heading>Finalità</heading>
            <paragraph><num>1.</num><content><p>La Regione riconosce<noteRef href="#n"/> gli enti.</p></content></paragraph>
            <paragraph><num>2.</num><list><intro><p>Promuove:</p></intro><point><num>a)</num><content><p>il volontariato;</p></content></point><point><num>b)</num><content><p>la co-programmazione.</p></content></point></list></paragraph>
          </article>
          <article eId="art_3-bis"><num>Art. 3-bis</num><paragraph><content><p>Vale per tutti.</p></content></paragraph></article></section></body></act>
        </akomaNtoso>
        """;

    private const string WithSpans = """
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17"><act><meta>
          <lifecycle source="#x"><eventRef eId="e1" date="2020-01-01" source="#a"/><eventRef eId="e2" date="2022-06-01" source="#b"/></lifecycle>
          <temporalData source="#x"><temporalGroup eId="t1"><timeInterval start="#e1" end="#e2" refersTo="#v"/></temporalGroup><temporalGroup eId="t2"><timeInterval start="#e2" refersTo="#v"/></temporalGroup></temporalData></meta>
          <body><article period="#t1"><num>Art. 5</num><paragraph><content><p>Prima.</p></content></paragraph></article>
          <article period="#t2"><num>Art. 5</num><paragraph><content><p>Dopo.</p></content></paragraph></article></body></act></akomaNtoso>
        """;

    [Fact]
    public void ArticlesComeWithNumberHeadingAndTheirParagraphsAsLines()
    {
        var (act, problem) = Read(Dated);

        Assert.Equal("", problem);
        Assert.Equal("regione.toscana:legge:2020;65", act!.Act);
        Assert.Equal(new DateOnly(2021, 1, 1), act.Day);
        Assert.Equal(["1", "3bis"], act.Articles.Select(article => article.Number));
        Assert.Equal("Finalità", act.Articles[0].Heading);
        Assert.Equal("1. La Regione riconosce gli enti.\n2. Promuove:\na) il volontariato;\nb) la co-programmazione.", act.Articles[0].Text);
        Assert.Equal("Vale per tutti.", act.Articles[1].Text);
    }

    [Fact]
    public void SpansOfTimeAreThoseOfTheDocument()
    {
        var (act, _) = Read(WithSpans);

        Assert.Equal([(new DateOnly(2020, 1, 1), (DateOnly?)new DateOnly(2022, 6, 1)), (new DateOnly(2022, 6, 1), null)], act!.Articles.Select(article => (article.From!.Value, article.Until)));
    }

    [Theory]
    [InlineData("", "Akn.NotXml")]
    [InlineData("<a>", "Akn.NotXml")]
    [InlineData("<a/>", "Akn.NotAkn")]
    [InlineData("<akomaNtoso/>", "Akn.NoArticles")]
    [InlineData("<akomaNtoso><article><num>Articolo</num></article></akomaNtoso>", "Akn.NoArticles")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"y\">]><akomaNtoso>&x;</akomaNtoso>", "Akn.NotXml")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><akomaNtoso/>", "Akn.NotXml")]
    public void WhatIsNoActIsToldAndNothingIsFetched(string xml, string problem) => Assert.Equal((null, problem), Read(xml));

    [Fact]
    public void WhatIsTooDeepOrTooLargeIsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));

        Assert.Equal((null, "Akn.TooDeep"), Read($"<akomaNtoso>{deep}</akomaNtoso>"));
        Assert.Equal((null, "Akn.TooLarge"), AkomaNtoso.Read(new byte[AkomaNtoso.MaxBytes + 1]));
        Assert.Equal((null, "Akn.TooLarge"), Read($"<akomaNtoso>{string.Concat(Enumerable.Repeat("<article><num>1</num></article>", 5_001))}</akomaNtoso>"));
    }

    private static (ActText? Act, string Problem) Read(string xml) => AkomaNtoso.Read(Encoding.UTF8.GetBytes(xml));
}
