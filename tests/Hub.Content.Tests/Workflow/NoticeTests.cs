using Hub.Content.Items;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Content.Tests.Support;
using Hub.Content.Workflow;
using Hub.Kernel.Extensions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Workflow;

public abstract class NoticeTests(bool isPostgres) : OnStaff(isPostgres)
{
    [Fact]
    public async Task EachOneIsToldWhenItIsTheirTurnAndNobodyOfTheirOwnDoing()
    {
        var id = await Saved("Un capitolo", Status.InReview);
        await Later(() => Hub.Move(Hub.Toscana, id, Status.ToComplete, Reviewer, reason: "Manca la fonte."));
        await Later(() => Hub.Save(Hub.Toscana, TestHub.Note("Un capitolo, con la fonte", Status.InReview) with { Id = id }, Writer));
        await Later(() => Hub.Move(Hub.Toscana, id, Status.Approved, Reviewer));
        await Later(() => Hub.Move(Hub.Toscana, id, Status.Published, Second));

        Assert.Equal("da-integrare approvato pubblicato", await Kinds(Writer));
        Assert.Equal("Manca la fonte.", (await Told(Writer)).Single(notice => notice.Kind == "da-integrare").Detail);
        Assert.Equal("in-revisione in-revisione", await Kinds(Reviewer));
        Assert.Equal("in-revisione in-revisione approvato", await Kinds(Second));
        Assert.Empty(await Told(Reviewer with { Name = "dora@example.org" }));
    }

    [Fact]
    public async Task ARemarkIsToldToTheAuthorAndToWhoeverSpokeBefore()
    {
        var id = await Saved("Un capitolo");

        await Remark(id, Reviewer, "Di quale anno è il dato?");
        await Remark(id, Writer, "Del 2025.");
        var empty = await Remark(id, Writer, "  ");

        Assert.Equal("nota", await Kinds(Writer));
        Assert.Equal("nota", await Kinds(Reviewer));
        Assert.Empty(await Told(Second));
        Assert.Equal("Invalid: remark: Scrivi la nota.", empty.ToString());
    }

    [Fact]
    public async Task ManyNoticesMakeOneMailAndAreMailedOnce()
    {
        var first = await Saved("Il primo", Status.InReview);
        await Saved("Il secondo", Status.InReview);
        await Remark(first, Writer, "Guarda la tabella.");

        await Mail();
        await Mail();

        var mails = await Hub.Db(db => db.Set<OutboxRow>().AsNoTracking().OrderBy(mail => mail.To).ToListAsync());
        Assert.Equal([Bruno, Carla], mails.Select(mail => mail.To));
        Assert.StartsWith("2 avvisi da", mails[0].Subject, StringComparison.Ordinal);
        Assert.Contains("Aspetta una revisione: Il primo\n", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains($"/toscana/gestione/contenuti/{first}\n", mails[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasSeenInTheDeskIsNotMailed()
    {
        await Saved("Il primo", Status.InReview);
        await Hub.In(Hub.Toscana, async scope => { await scope.GetRequiredService<Notices>().Seen(Reviewer); return true; });

        await Mail();

        Assert.Equal(Carla, (await Hub.Db(db => db.Set<OutboxRow>().AsNoTracking().SingleAsync())).To);
    }

    [Fact]
    public async Task AMoveThatIsRefusedTellsNobody()
    {
        var id = await Saved("Un capitolo", Status.InReview);
        await Hub.In(Hub.Toscana, async scope => { await scope.GetRequiredService<Notices>().Seen(Writer); return true; });

        await Hub.Move(Hub.Toscana, id, Status.ToComplete, Reviewer);

        Assert.Empty(await Told(Writer));
    }

    [Fact]
    public async Task APublicationThatMissesItsTimeIsToldOnceToWhoeverMayPublish()
    {
        var at = Hub.Clock.Now.AddHours(1);
        var national = await Hub.Publish(Hub.Nazionale, "Nazionale");
        await Hub.Save(Hub.Toscana, TestHub.Note("Regionale", Status.Scheduled) with { PublishAt = at, Overrides = national });
        await Hub.Db(db => db.Items.Where(row => row.Id == national).ExecuteUpdateAsync(row => row.SetProperty(r => r.Type, "scheda")));
        Hub.Clock.Now = at;

        await Run("content.schedule");
        await Run("content.schedule");

        Assert.Equal("non-pubblicato", await Kinds(Reviewer));
        Assert.Empty(await Told(Writer));
    }

    private Task<Outcome> Later(Func<Task<Outcome>> move)
    {
        Hub.Clock.Now = Hub.Clock.Now.AddMinutes(1);
        return move();
    }

    private Task<Outcome> Remark(Guid id, Actor by, string text) => Hub.In(Hub.Toscana, scope => scope.GetRequiredService<Remarks>().Add(id, "title", text, by));

    private Task<bool> Mail() => Run("content.notices");

    private Task<bool> Run(string task) => Hub.In(Hub.Toscana, async scope =>
    {
        await scope.GetRequiredService<EnabledExtensions>().Of<IBackgroundTask>().Single(each => each.Id == task).Run(Hub.Toscana, default);
        return true;
    });
}

public sealed class NoticesOnSqlite() : NoticeTests(false);

public sealed class NoticesOnPostgres() : NoticeTests(true);
