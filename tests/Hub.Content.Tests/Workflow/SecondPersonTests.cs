using Hub.Content.Items;
using Hub.Content.Tests.Support;
using Hub.Content.Workflow;

namespace Hub.Content.Tests.Workflow;

public abstract class SecondPersonTests(bool isPostgres) : OnStaff(isPostgres)
{
    private static readonly TypeRules Four = new() { Type = "nota", SecondPerson = true };

    [Theory]
    [InlineData(Status.Approved)]
    [InlineData(Status.Published)]
    [InlineData(Status.Scheduled)]
    public async Task WhoeverWroteAVersionPutsItBeforeNobody(Status to)
    {
        await Rules(Four);
        var id = await Saved("Di Bruno", Status.InReview, Reviewer);
        var draft = await Saved("Bozza di Bruno", by: Reviewer);

        var own = await Hub.Move(Hub.Toscana, to == Status.Approved ? id : draft, to, Reviewer, at: Hub.Clock.Now.AddDays(1));
        var inOneGo = await Hub.Save(Hub.Toscana, TestHub.Note("Scorciatoia", Status.Published), Reviewer);

        Assert.Equal("NotAllowed: status: Chi ha scritto questa versione non può approvarla né pubblicarla: lo farà un'altra persona.", own.ToString());
        Assert.Equal(OutcomeKind.NotAllowed, inOneGo.Kind);
    }

    [Fact]
    public async Task OnceASecondPersonApprovedTheAuthorMayPublish()
    {
        await Rules(Four);
        var id = await Saved("Di Bruno", Status.InReview, Reviewer);

        var approved = await Hub.Move(Hub.Toscana, id, Status.Approved, Second);
        var published = await Hub.Move(Hub.Toscana, id, Status.Published, Reviewer);

        Assert.Equal((OutcomeKind.Done, OutcomeKind.Done), (approved.Kind, published.Kind));
    }

    [Fact]
    public async Task AChangeAfterTheApprovalNeedsASecondPersonAgain()
    {
        await Rules(Four);
        var id = await Saved("Di Anna", Status.InReview);
        await Hub.Move(Hub.Toscana, id, Status.Approved, Reviewer);

        var changed = await Hub.Save(Hub.Toscana, TestHub.Note("Di Bruno, adesso") with { Id = id }, Reviewer);
        var published = await Hub.Move(Hub.Toscana, id, Status.Published, Reviewer);

        Assert.Equal(OutcomeKind.Done, changed.Kind);
        Assert.Equal(OutcomeKind.NotAllowed, published.Kind);
    }

    [Fact]
    public async Task WhatReadersSeeAlreadyIsConfirmedByItsAuthorToo()
    {
        var id = await Saved("Di Bruno", Status.Published, Reviewer);
        await Hub.Move(Hub.Toscana, id, Status.ToRecheck);
        await Rules(Four);

        var confirmed = await Hub.Move(Hub.Toscana, id, Status.Published, Reviewer);

        Assert.Equal(OutcomeKind.Done, confirmed.Kind);
    }

    [Fact]
    public async Task TheRuleBindsNeitherOtherTypesNorOtherRegionsNorTheHubItself()
    {
        await Rules(Four with { Type = "scheda" });
        var other = await Hub.Save(Hub.Toscana, TestHub.Note("Altro tipo", Status.Published), Reviewer);
        await Rules(Four);
        var puglia = await Hub.Save(Hub.Puglia, TestHub.Note("Altra regione", Status.Published), Reviewer);
        var import = await Hub.Save(Hub.Toscana, TestHub.Note("Importata", Status.Published));

        Assert.All([other, puglia, import], outcome => Assert.Equal(OutcomeKind.Done, outcome.Kind));
    }
}

public sealed class SecondPersonOnSqlite() : SecondPersonTests(false);

public sealed class SecondPersonOnPostgres() : SecondPersonTests(true);
