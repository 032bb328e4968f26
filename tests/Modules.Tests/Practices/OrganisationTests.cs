using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Types;
using Hub.Practices.Organisations;
using Hub.Practices.Records;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Practices;

public sealed class OrganisationTests(Portal portal)
{
    [Fact]
    public async Task AnOrganisationsPageShowsThePracticesItAnswersFor()
    {
        var page = await portal.Page("/lombardia/enti/comune-di-varese");

        var owned = page.QuerySelectorAll("section[aria-labelledby=titolare] .summary-title a").Select(link => link.TextContent);
        Assert.Equal(["Verso il Piano di Zona di Varese con il Terzo settore"], owned);
        Assert.Contains("Amministrazione pubblica", Portal.Words(page.QuerySelector(".facts")!), StringComparison.Ordinal);
    }

    [Fact]
    public void AContactIsShownFromTheConsentToItsWithdrawal()
    {
        var contact = new Contact { Name = "Prova", ConsentOn = new DateOnly(2026, 3, 1), WithdrawnOn = new DateOnly(2026, 6, 1) };

        Assert.False(contact.IsShown(new DateOnly(2026, 2, 28)));
        Assert.True(contact.IsShown(new DateOnly(2026, 5, 31)));
        Assert.False(contact.IsShown(new DateOnly(2026, 6, 1)));
        Assert.False((contact with { ConsentOn = null, WithdrawnOn = null }).IsShown(new DateOnly(2026, 5, 31)));
    }

    [Theory]
    [InlineData("fiscalCode", "AAABBB00A00A000A", "fiscalCode", "di una persona")]
    [InlineData("fiscalCode", "80062590378", "fiscalCode", "undici cifre")]
    [InlineData("runts", "n. 7", "runts", "solo di cifre")]
    public async Task AWrongNumberIsToldBesideItsField(string field, string typed, string told, string words)
    {
        var issue = Assert.Single(await Problems(Body("ets", (field, typed))));

        Assert.Equal(told, issue.Field);
        Assert.Contains(words, issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASectionOfTheRuntsIsForBodiesOfTheThirdSectorAndOneAlone()
    {
        var administration = Body("pubblica-amministrazione");
        administration["runtsSection"] = new JsonArray("odv");
        var twice = Body("ets");
        twice["runtsSection"] = new JsonArray("odv", "aps");
        var network = Body("ets");
        network["runtsSection"] = new JsonArray("reti", "aps");

        Assert.Contains("Solo gli enti del Terzo settore", Assert.Single(await Problems(administration)).Message, StringComparison.Ordinal);
        Assert.Contains("una sola sezione", Assert.Single(await Problems(twice)).Message, StringComparison.Ordinal);
        Assert.Empty(await Problems(network));
    }

    [Fact]
    public async Task APartnersNumbersAreCheckedToo()
    {
        var practice = new JsonObject
        {
            ["partners"] = new JsonArray(new JsonObject { ["name"] = "Uno" }, new JsonObject { ["name"] = "Due", ["fiscalCode"] = "1" }),
        };

        var issue = Assert.Single(await Problems(practice, typeof(Practice)));

        Assert.Equal("partners[1].fiscalCode", issue.Field);
    }

    private static JsonObject Body(string kind, params (string Field, string Value)[] others)
    {
        var data = new JsonObject { ["title"] = "Prova", ["kind"] = new JsonArray(kind), ["sources"] = new JsonArray(new JsonObject { ["title"] = "Prova" }) };
        foreach (var (field, value) in others)
            data[field] = value;
        return data;
    }

    private static async Task<IReadOnlyList<Issue>> Problems(JsonObject data, Type? record = null)
    {
        var issues = new List<Issue>();
        await new OrganisationRules().Saving(DefinitionReader.Read(record ?? typeof(Organisation)), data, issues, TestContext.Current.CancellationToken);
        return issues;
    }
}
