using Hub.SiteSearch.Search;

namespace Modules.Tests.SiteSearch;

public sealed class CitedNormsTests
{
    private const string Code = "urn:nir:stato:decreto.legislativo:2017-07-03;117";

    [Theory]
    [InlineData("art 55 cts", Code + "~art55")]
    [InlineData("articolo 55 codice terzo settore", Code + "~art55")]
    [InlineData("d.lgs. 117/2017", Code)]
    [InlineData("lr 65 2020", "urn:nir:regione.toscana:legge:2020-07-22;65")]
    public void ACitationThatIsAllThatWasTypedIsUnderstood(string typed, string name) =>
        Assert.Equal(name, CitedNorms.Typed(typed, "toscana")?.Names[0]);

    [Theory]
    [InlineData("")]
    [InlineData("bando minori")]
    [InlineData("come si applica in pratica l'art. 55 del d.lgs. 117/2017 ai servizi per gli anziani")]
    public void AWordBesideManyOthersIsNone(string typed) => Assert.Null(CitedNorms.Typed(typed, "toscana"));

    [Fact]
    public void AnItemIsAboutTheArticlesThatItsTitleCountsAndTheActsThatItsNamesCite() => Assert.Equal(
        [Code, Code + "~art55", Code + "~art56"],
        CitedNorms.AboutKeys("nazionale", ["Gli articoli 55 e 56", "d.lgs. 117/2017"], [Code + "~art55", Code + "~art56", Code + "~art5"]).Where(name => name.StartsWith("urn:", StringComparison.Ordinal)));

    [Fact]
    public void OfAnArticleTheActItselfIsKnownToo()
    {
        var norm = CitedNorms.Typed("art 55 cts", "nazionale")!;

        Assert.True(norm.IsPart);
        Assert.Equal(["=" + Code], norm.Identities);
        Assert.Equal(norm.Identities, CitedNorms.IdentityKeys(["Codice del Terzo settore", Code]));
    }
}
