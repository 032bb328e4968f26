using System.Text.Json.Nodes;
using Hub.Content.Types;
using Hub.Contributions.Proposals;
using Hub.Practices.Quality;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

public sealed class StepsTests(Portal portal)
{
    [Fact]
    public async Task EveryFieldOfAPracticeIsInOneStepOrTheEditorsOwn()
    {
        var type = await Practice();
        var offered = ProposalSteps.Of(type).SelectMany(step => step.Fields).Select(field => field.Name).ToList();

        Assert.Equal(offered.Distinct(), offered);
        Assert.Empty(offered.Intersect(ProposalSteps.ForEditors));
        Assert.Equal(type.Fields.Select(field => field.Name).Order(StringComparer.Ordinal), offered.Concat(ProposalSteps.ForEditors).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhatCertificationLooksForCanBeToldInAStep()
    {
        var type = await Practice();
        var offered = ProposalSteps.Of(type).SelectMany(step => step.Fields).Select(field => field.Name).ToList();

        Assert.All(PracticePart.All, part => Assert.Contains(part.Fields[0], offered));
        Assert.All(PracticePart.All.SelectMany(part => part.Fields), field => Assert.NotNull(type.Find(field)));
    }

    [Fact]
    public async Task TheMeterCountsWhatIsNeededToSendAndThePartsThatCertifiersLookFor()
    {
        var type = await Practice();
        var empty = Completeness.Of(type, []);
        var some = Completeness.Of(type, new JsonObject { ["territories"] = new JsonArray("x"), ["funding"] = new JsonArray(new JsonObject { ["from"] = "Comune" }), ["need"] = "Un bisogno." });

        Assert.Equal((0, PracticePart.All.Count + 1), (empty.Filled, empty.All)); // and the title
        Assert.Equal(ProposalSteps.Wanted.Order(StringComparer.Ordinal), empty.ForProposal.Select(missing => missing.Field.Name).Order(StringComparer.Ordinal));
        Assert.Equal(3, some.Filled);
        Assert.DoesNotContain(some.ForCertification, missing => missing.Field.Name is "amount" or "need");
        Assert.DoesNotContain(some.ForProposal, missing => missing.Field.Name == "places");
    }

    private Task<TypeDefinition> Practice() => portal.In("toscana", (services, _) => Task.FromResult(services.GetRequiredService<ContentTypes>().Find("pratica")!));
}
