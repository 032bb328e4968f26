using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Content.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Items;

public abstract class DeletingTests(bool isPostgres) : OnDatabase(isPostgres)
{
    [Fact]
    public async Task WhatOthersReferToStaysUntilTheyNoLongerDo()
    {
        var saved = await Hub.Save(Hub.Toscana, TestHub.Note("Bersaglio"), TestHub.Editor);
        var sheet = new ItemDraft { Type = "scheda", Data = JsonNode.Parse("""{ "title": "Rimanda", "summary": "In breve.", "related": ["note/bersaglio"] }""")!.AsObject() };
        var referring = await Hub.Save(Hub.Toscana, sheet, TestHub.Editor);

        var refused = await Delete(saved.ItemId!.Value);
        await Hub.Save(Hub.Toscana, sheet with { Id = referring.ItemId, Data = JsonNode.Parse("""{ "title": "Rimanda", "summary": "In breve." }""")!.AsObject() }, TestHub.Editor);
        var done = await Delete(saved.ItemId!.Value);

        Assert.Equal("Invalid: references: Altri contenuti rimandano a questo: “Rimanda”. Togli prima il rimando.", refused.ToString());
        Assert.Equal(OutcomeKind.Done, done.Kind);
        Assert.Equal((0, 0), await Hub.Db(async db => (
            await db.Items.IgnoreQueryFilters().CountAsync(row => row.Id == saved.ItemId), await db.Versions.CountAsync(row => row.ItemId == saved.ItemId))));
    }

    [Fact]
    public async Task WhatWasPublishedOrSaysSoIsNeverDeleted()
    {
        var published = await Hub.Publish(Hub.Toscana, "Letto");
        await Hub.Move(Hub.Toscana, published, Status.Withdrawn);
        var dated = await Hub.Save(Hub.Toscana, TestHub.Note("Con data") with { Published = new DateOnly(2024, 5, 1) });

        Assert.Equal(OutcomeKind.NotAllowed, (await Delete(published, TestHub.Reviewer)).Kind);
        Assert.Equal(OutcomeKind.NotAllowed, (await Delete(dated.ItemId!.Value, TestHub.Reviewer)).Kind);
    }

    [Fact]
    public async Task AskingWhetherItMayBeDeletedDeletesNothing()
    {
        var saved = await Hub.Save(Hub.Toscana, TestHub.Note("Resta"), TestHub.Editor);

        var outcome = await Hub.In(Hub.Toscana, services => services.GetRequiredService<ItemWriter>().MayDelete(saved.ItemId!.Value, TestHub.Editor));

        Assert.Equal(OutcomeKind.Done, outcome.Kind);
        Assert.Equal(1, await Hub.In(Hub.Toscana, services => services.GetRequiredService<global::Hub.Content.Storage.HubDb>().Versions.CountAsync(row => row.ItemId == saved.ItemId)));
    }

    [Fact]
    public async Task WhoeverMayNotWriteMayNotDelete()
    {
        var saved = await Hub.Save(Hub.Toscana, TestHub.Note("Di altri"), TestHub.Editor);

        Assert.Equal(OutcomeKind.Forbidden, (await Delete(saved.ItemId!.Value, TestHub.Anyone)).Kind);
    }

    private Task<Outcome> Delete(Guid id, Actor? actor = null) =>
        Hub.In(Hub.Toscana, services => services.GetRequiredService<ItemWriter>().Delete(id, null, actor ?? TestHub.Editor));
}

public sealed class DeletingOnSqlite() : DeletingTests(false);

public sealed class DeletingOnPostgres() : DeletingTests(true);
