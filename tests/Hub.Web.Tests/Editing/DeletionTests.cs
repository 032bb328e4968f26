using System.Net;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Workflow;
using Hub.Web.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Editing;

public sealed class DeletionTests(DeskPortal desk) : OnDesk(desk)
{
    [Fact]
    public async Task ADraftThatNobodyReadGoesWithAllThatBelongsToIt()
    {
        var id = await Saved("salva", ("title", "Da cancellare"));
        await Editor.Send(Page(id), $"{Page(id)}/note", ("testo", "Da finire."));
        var slug = (await Row(id)).Slug;

        var asked = await Editor.Ask($"{Page(id)}/elimina");
        var answer = await Delete(Editor, id);

        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Contains("Cancellare “Da cancellare”?", asked.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Contains("Cancellato: Da cancellare.", (await Editor.Ask(answer.Header("Location")!)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Editor.Ask(Page(id))).Status);
        Assert.Equal((0, 0, 0, 0, 1), await Desk.Portal.In("toscana", async services =>
        {
            var db = services.GetRequiredService<HubDb>();
            return (await db.Items.CountAsync(row => row.Id == id), await db.Versions.CountAsync(row => row.ItemId == id), await db.Addresses.CountAsync(row => row.ItemId == id),
                await db.Set<RemarkRow>().CountAsync(row => row.ItemId == id), await db.Audit.CountAsync(row => row.Action == "item.deleted" && row.Target == "pagine/" + slug));
        }));
    }

    [Fact]
    public async Task WhatReadersSawStaysEvenWithdrawn()
    {
        var id = await Saved("invia");
        await Decide(Reviewer, id, "approvato");
        await Decide(Reviewer, id, "pubblicato");
        var live = await Delete(Reviewer, id, "2");
        await Decide(Reviewer, id, "ritirato", ("motivo", "Superato."));

        var withdrawn = await Reviewer.Ask($"{Page(id)}/elimina");

        Assert.DoesNotContain("/elimina", (await Reviewer.Ask(Page(id))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, withdrawn.Status);
        Assert.Contains("Chi legge lo ha già visto", withdrawn.Page.QuerySelector("#errori")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Found, live.Status);
        Assert.Equal("ritirato", (await Row(id)).Status);
    }

    [Fact]
    public async Task WhatWaitsForADecisionIsFirstTakenBack()
    {
        var id = await Saved("invia");

        var waiting = await Editor.Ask($"{Page(id)}/elimina");
        await Decide(Editor, id, "bozza");
        var back = await Delete(Editor, id);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, waiting.Status);
        Assert.Contains("Riportalo prima in bozza.", waiting.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, back.Status);
    }

    [Fact]
    public async Task WhatAnotherPersonWroteTooOnlyWhoeverPublishesDeletes()
    {
        var id = await Saved();
        await Send(Reviewer, Page(id), "salva", ("body", "Rivisto da un'altra persona."));

        var editor = await Editor.Ask($"{Page(id)}/elimina");
        var reviewer = await Delete(Reviewer, id);

        Assert.Equal(HttpStatusCode.Forbidden, editor.Status);
        Assert.Contains("Ci ha lavorato anche un'altra persona.", editor.Page.QuerySelector("#errori")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, reviewer.Status);
    }

    [Fact]
    public async Task WhatChangedMeanwhileIsLookedAtAgain()
    {
        var id = await Saved();
        var shown = await Editor.Ask($"{Page(id)}/elimina");
        await Send(Editor, Page(id), "salva", ("body", "Cambiato intanto."));

        var token = shown.Page.QuerySelector("form[action$='/elimina'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await Editor.Post($"{Page(id)}/elimina", [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("stamp", "1")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(2, (await Row(id)).LatestVersion);
    }

    [Fact]
    public async Task WhatSomebodyElseTypedIntoItIsNotLost()
    {
        var id = await Saved();
        await Reviewer.Ask(Page(id));
        await Reviewer.Post($"{Page(id)}/bozza", [KeyValuePair.Create("title", "Il mio testo"), KeyValuePair.Create("body", "Non ancora salvato."), KeyValuePair.Create("_stamp", "1")]);
        var open = await Reviewer.Ask(Page(id));
        await Delete(Editor, id);

        var at = open.Page.QuerySelector("#modulo")!.GetAttribute("action")!;
        var answer = await Send(Reviewer, open, at, "salva");

        Assert.Contains("Il mio testo", (await Reviewer.Ask("/toscana/gestione")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal(("Il mio testo", 1), ((await Row(id)).Title, (await Row(id)).LatestVersion));
    }

    [Fact]
    public async Task WhatAnotherRegionHasIsNotThereToDelete()
    {
        var id = await Saved();
        using var other = await Desk.Portal.Person("pugliese@example.it", "puglia", Roles.Reviewer);

        var asked = await other.Ask($"/puglia/gestione/contenuti/{id}/elimina");
        var outcome = await Desk.Portal.In("puglia", services => services.GetRequiredService<ItemWriter>().Delete(id, null, Actor.Hub("prova")));

        Assert.Equal(HttpStatusCode.NotFound, asked.Status);
        Assert.Equal(OutcomeKind.NotFound, outcome.Kind);
        Assert.Equal("bozza", (await Row(id)).Status);
    }

    private static async Task<Answer> Delete(Visitor who, Guid id, string? stamp = null)
    {
        var shown = await who.Ask($"{Page(id)}/elimina");
        var token = (shown.Page.QuerySelector("form[action$='/elimina'] input[name=__RequestVerificationToken]") ?? (await who.Ask(Page(id))).Page.QuerySelector("input[name=__RequestVerificationToken]"))!.GetAttribute("value")!;
        return await who.Post($"{Page(id)}/elimina", [
            KeyValuePair.Create("__RequestVerificationToken", token),
            KeyValuePair.Create("stamp", stamp ?? shown.Page.QuerySelector("form[action$='/elimina'] input[name=stamp]")!.GetAttribute("value")!)]);
    }
}
