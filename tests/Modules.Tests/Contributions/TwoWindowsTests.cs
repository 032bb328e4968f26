using System.Net;
using System.Text.Json;
using Hub.Contributions.Proposals;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

/// <summary>A proposal that is open twice: nothing that was typed in either window is lost.</summary>
[Collection(nameof(ContributionPortal))]
public sealed class TwoWindowsTests(OwnPortal own)
{
    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task WhatTheOtherWindowChangedStaysWhereThisOneDidNot()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("Due finestre aperte");
        var shown = await Shown(proposer, id);

        await proposer.Post($"/proponi/{id}/essenziale/bozza", With(("body", "Racconto scritto nella prima."), shown));
        var answer = await proposer.Post($"/proponi/{id}/essenziale/bozza", With(("owner", "Comune di Poppi"), shown));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var page = (await proposer.Get($"/proponi/{id}/essenziale")).Page;
        Assert.Equal("Racconto scritto nella prima.", page.QuerySelector("[name=body]")!.TextContent.Trim());
        Assert.Equal("Comune di Poppi", page.QuerySelector("[name=owner]")!.GetAttribute("value"));
        var next = JsonDocument.Parse(answer.Html).RootElement.GetProperty("shown").GetString()!;
        var clash = await proposer.Post($"/proponi/{id}/essenziale/bozza", With(("body", "Racconto scritto nella seconda."), next));
        Assert.Equal(HttpStatusCode.Conflict, clash.Status); // it never saw the first one's
    }

    [Fact]
    public async Task AFieldThatBothChangedIsToldWithBothTextsAndSavedAgainStands()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("Due racconti");
        var shown = await Shown(proposer, id);
        await proposer.Post($"/proponi/{id}/essenziale", With(("body", "Racconto della prima finestra."), shown));

        var kept = await proposer.Post($"/proponi/{id}/essenziale/bozza", With(("body", "Racconto della seconda."), shown));
        var saved = await proposer.Post($"/proponi/{id}/essenziale", With(("body", "Racconto della seconda."), shown));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (kept.Status, saved.Status));
        Assert.Contains("Racconto della prima finestra.", saved.Words, StringComparison.Ordinal);
        Assert.Equal("Racconto della seconda.", saved.Page.QuerySelector("[name=body]")!.TextContent.Trim());
        Assert.Equal("Racconto della prima finestra.", await Body(proposer, id));
        var again = saved.Page.QuerySelector($"[name={PracticeProposals.FieldsShown}]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Found, (await proposer.Post($"/proponi/{id}/essenziale", With(("body", "Racconto della seconda."), again))).Status);
        Assert.Equal("Racconto della seconda.", await Body(proposer, id));
    }

    [Fact]
    public async Task PagesThatAreKeptAtTheSameMomentAreAllKept()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("Tre pagine insieme");
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(
                proposer.Post($"/proponi/{id}/contesto/bozza", ("need", $"Bisogno {round}")),
                proposer.Post($"/proponi/{id}/esiti/bozza", ("outcomes", $"Esiti {round}")),
                proposer.Post($"/proponi/{id}/risorse/bozza", ("staff", $"Persone {round}")));

            Assert.Equal($"Bisogno {round}", (await proposer.Get($"/proponi/{id}/contesto")).Page.QuerySelector("[name=need]")!.TextContent.Trim());
            Assert.Equal($"Esiti {round}", (await proposer.Get($"/proponi/{id}/esiti")).Page.QuerySelector("[name=outcomes]")!.TextContent.Trim());
            Assert.Equal($"Persone {round}", (await proposer.Get($"/proponi/{id}/risorse")).Page.QuerySelector("[name=staff]")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task AWindowThatOnlySaysThatItIsOpenChangesNothing()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("Finestra ferma");

        Assert.Equal(HttpStatusCode.OK, (await proposer.Post($"/proponi/{id}/essenziale/bozza", ("_presente", "1"), ("_stamp", ""))).Status);

        Assert.Equal("Prima tre incontri, poi un **avviso**.", await Body(proposer, id));
    }

    private static (string, string)[] With((string Name, string Value) changed, string shown) =>
        [.. Proposer.Ten("Due finestre aperte").Where(field => field.Item1 != changed.Name && field.Item1 != "title"), ("title", "Titolo"), changed, (PracticeProposals.FieldsShown, shown)];

    /// <summary>How the first page is shown, after its title was saved as the tests send it.</summary>
    private static async Task<string> Shown(Proposer proposer, Guid id)
    {
        await proposer.Post($"/proponi/{id}/essenziale", [.. Proposer.Ten("Titolo")]);
        return (await proposer.Get($"/proponi/{id}/essenziale")).Page.QuerySelector($"[name={PracticeProposals.FieldsShown}]")!.GetAttribute("value")!;
    }

    private static async Task<string> Body(Proposer proposer, Guid id) => (await proposer.Get($"/proponi/{id}/essenziale")).Page.QuerySelector("[name=body]")!.TextContent.Trim();
}
