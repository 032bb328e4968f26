using Hub.Legislation.Norms;

namespace Modules.Tests.Legislation;

public sealed class NormKeyTests
{
    [Theory]
    [InlineData("urn:nir:stato:decreto.legislativo:2017-07-03;117~art55-com3", "stato:decreto.legislativo:2017;117", "55")]
    [InlineData("urn:nir:stato:decreto.legislativo:2017;117", "stato:decreto.legislativo:2017;117", "")]
    [InlineData("URN:NIR:Stato:Legge:1990-08-07;241~ART10bis", "stato:legge:1990;241", "10bis")]
    [InlineData("urn:nir:stato:regio.decreto:1942-03-16;262:2~art2043", "stato:regio.decreto:1942;262", "2043")]
    [InlineData("urn:nir:stato:legge:1990-08-07;241@2020-01-01!vig=~art2", "stato:legge:1990;241", "2")]
    [InlineData("urn:nir:stato:costituzione:1947-12-27~art118-com4", "stato:costituzione:1947-12-27", "118")]
    [InlineData("urn:nir:regione.puglia;giunta:delibera:2022-03-14;353", "regione.puglia;giunta:delibera:2022;353", "")]
    [InlineData("urn:nir:corte.costituzionale:sentenza:2020;131", "ECLI:IT:COST:2020:131", "")]
    [InlineData("ecli:it:cost:2020:131", "ECLI:IT:COST:2020:131", "")]
    [InlineData("CELEX:32016R0679~art6-par1", "CELEX:32016R0679", "6")]
    public void AllWaysOfWritingAnActGiveOneKey(string identifier, string act, string article) =>
        Assert.Equal(new NormKey(act, article), NormKey.Of(identifier));

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("urn:nir:")]
    [InlineData("urn:nir:stato:legge")]
    [InlineData("urn:nir::legge:1990;241")]
    [InlineData("urn:nir:stato:legge:ieri;241")]
    [InlineData("CELEX:")]
    [InlineData("CELEX:3201<R0679")]
    [InlineData("ECLI:IT:COST:2020:131; depositata il 26 giugno 2020")]
    [InlineData("ECLI:IT:COST:2020")]
    [InlineData("legge 241/1990")]
    public void WhatIsNoIdentifierHasNoKey(string identifier) => Assert.Null(NormKey.Of(identifier));
}
