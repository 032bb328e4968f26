using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Types;
using Hub.Practices.Records;

namespace Modules.Tests.Practices;

public sealed class PracticeRulesTests
{
    [Fact]
    public async Task WhatIsNotToldIsNotRefused() => Assert.Empty(await Problems([]));

    [Fact]
    public async Task PeopleAndDaysAreWholeNumbers()
    {
        var issues = await Problems(new JsonObject
        {
            ["volunteers"] = 12.5m, ["participantCount"] = -1,
            ["steps"] = new JsonArray(new JsonObject { ["title"] = "Avvio", ["days"] = 30 }, new JsonObject { ["title"] = "Tavoli", ["days"] = 0.5m }),
        });

        Assert.Equal(["volunteers", "participantCount", "steps[1].days"], issues.Select(issue => issue.Field));
    }

    [Fact]
    public async Task APracticeIsInOneState()
    {
        var issues = await Problems(new JsonObject { ["state"] = new JsonArray("conclusa", "in-corso") });

        Assert.Equal("state", Assert.Single(issues).Field);
    }

    [Fact]
    public async Task AContactNeedsAWayToBeReached()
    {
        var issues = await Problems(new JsonObject { ["contacts"] = new JsonArray(new JsonObject { ["name"] = "Maria Prova", ["consentOn"] = "2026-11-28" }) });

        Assert.Equal("contacts[0].email", Assert.Single(issues).Field);
    }

    [Fact]
    public void PartsThatAreMoreOrLessThanTheWholeAreToldAndOpenOnesAreNot()
    {
        var practice = new Practice { Amount = 1000m, Funding = [new Funding { From = "Regione", Amount = 600m }, new Funding { From = "Comune", Amount = 300m }] };

        Assert.Equal(["L’importo dichiarato è 1.000,00 €, la somma delle risorse 900,00 €: la differenza è 100,00 €."], PracticeWarnings.Of(practice));
        Assert.Empty(PracticeWarnings.Of(practice with { Funding = [.. practice.Funding, new Funding { From = "Fondazione" }] }));
        Assert.Empty(PracticeWarnings.Of(practice with { Amount = 900m }));
        Assert.Single(PracticeWarnings.Of(practice with { Amount = 500m, Funding = [.. practice.Funding, new Funding { From = "Fondazione" }] }));
    }

    private static async Task<IReadOnlyList<Issue>> Problems(JsonObject data)
    {
        var issues = new List<Issue>();
        await new PracticeRules().Saving(DefinitionReader.Read(typeof(Practice)), data, issues, TestContext.Current.CancellationToken);
        return issues;
    }
}
