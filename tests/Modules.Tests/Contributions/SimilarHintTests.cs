using System.Diagnostics;
using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Contributions.Proposals;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

[Collection(nameof(ContributionPortal))]
public sealed class SimilarHintTests(OwnPortal own)
{
    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task APracticeOfTheSameTitleBodyPlaceAndPeriodIsHinted()
    {
        await portal.CatchUp();

        var similar = await To("toscana", "Incontri per presentare il Mappafondo", "Regione Toscana");

        Assert.Contains(similar, item => item.Slug == "mappafondo-aree-vaste-2023");
        using var proposer = new Proposer(portal);
        Assert.Contains("mappafondo-aree-vaste-2023", (await proposer.Get("/proponi/simili?title=Incontri+sul+Mappafondo&owner=Regione+Toscana")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherFormsOfTheSameWordsAreTheSame()
    {
        await portal.CatchUp();

        var similar = await To("toscana", "Un incontro per la presentazione dei Mappafondi", "");

        Assert.Contains(similar, item => item.Slug == "mappafondo-aree-vaste-2023");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Corso di tango per gatti")]
    [InlineData("-title:* OR NOT \"( AND ~~~")]
    public async Task WhatIsAboutOtherThingsOrNothingIsNot(string title) => Assert.Empty(await To("toscana", title, ""));

    [Fact]
    public async Task AnotherRegionsPracticesAreNotThisOnes() => Assert.DoesNotContain(await To("puglia", "Incontri per presentare il Mappafondo", "Regione Toscana"), item => item.Region == "toscana");

    [Fact]
    public async Task TheHintIsAMomentsWork()
    {
        await To("toscana", "Incontri sul Mappafondo", "Regione Toscana");
        var best = TimeSpan.MaxValue;
        for (var time = 0; time < 10; time++)
        {
            var watch = Stopwatch.StartNew();
            await To("toscana", $"Incontri sul Mappafondo {time}", "Regione Toscana");
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        Assert.True(best < TimeSpan.FromMilliseconds(20), $"{best.TotalMilliseconds} ms"); // with 100,000 practices: Benchmarks searchpage
    }

    private Task<IReadOnlyList<Item>> To(string region, string title, string owner) => portal.In(region, (services, _) =>
        services.GetRequiredService<SimilarHint>().To(new JsonObject { ["title"] = title, ["owner"] = owner }, null, Office.Cancel));
}
