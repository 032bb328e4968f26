using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Tests.Support;
using Hub.Content.Workflow;
using Hub.Kernel.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Workflow;

public abstract class ReviewTests(bool isPostgres) : OnStaff(isPostgres)
{
    private static readonly TypeRules Yearly = new() { Type = "nota", ReviewMonths = 12 };

    private DateOnly Today => DateOnly.FromDateTime(Hub.Clock.Now);

    [Fact]
    public async Task APublicationGetsItsReviewDateFromTheRuleUnlessOneIsAskedFor()
    {
        await Rules(Yearly);

        var byRule = await Saved("Con la regola", Status.Published, Reviewer);
        var asked = await Hub.Save(Hub.Toscana, TestHub.Note("Con un giorno suo", Status.Published) with { Review = Today.AddDays(40) }, Reviewer);

        Assert.Equal(Today.AddMonths(12), await ReviewOf(byRule));
        Assert.Equal(Today.AddDays(40), await ReviewOf(asked.ItemId!.Value));
    }

    [Fact]
    public async Task PublishingAgainRenewsADateThatHasPassed()
    {
        await Rules(Yearly);
        var id = await Saved("Vecchia", Status.Published, Reviewer);
        var first = (await ReviewOf(id))!.Value;
        Hub.Clock.Now = Hub.Clock.Now.AddMonths(13);

        await Hub.Save(Hub.Toscana, TestHub.Note("Aggiornata", Status.Published) with { Id = id, Review = first }, Reviewer);

        Assert.Equal(Today.AddMonths(12), await ReviewOf(id));
    }

    [Fact]
    public async Task AConfirmationMovesTheDateAndMakesNoVersion()
    {
        await Rules(Yearly);
        var id = await Saved("Ancora buona", Status.Published, Reviewer);
        Hub.Clock.Now = Hub.Clock.Now.AddMonths(14);

        var editor = await Confirm(id, Writer);
        var past = await Confirm(id, Reviewer, Today);
        var done = await Confirm(id, Reviewer);

        Assert.Equal(OutcomeKind.Forbidden, editor.Kind);
        Assert.Equal("Invalid: next: Questo giorno è già passato. Scegline uno che deve venire.", past.ToString());
        Assert.Equal(OutcomeKind.Done, done.Kind);
        Assert.Equal(Today.AddMonths(12), await ReviewOf(id));
        Assert.Equal(1, await Hub.Db(db => Task.FromResult(db.Versions.Count())));
        Assert.Equal(Status.Published.Code(), await Hub.Db(db => Task.FromResult(db.Items.Single().Status)));
    }

    [Fact]
    public async Task ReviewersAndTheAuthorAreRemindedAFortnightBeforeAndOnTheDayOnceEach()
    {
        await Rules(Yearly);
        var id = await Saved("Da verificare", Status.InReview);
        await Hub.Move(Hub.Toscana, id, Status.Approved, Second);
        await Hub.Move(Hub.Toscana, id, Status.Published, Second);
        var due = (await ReviewOf(id))!.Value.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
        foreach (var person in new[] { Writer, Reviewer, Second })
            await Hub.In(Hub.Toscana, async scope => { await scope.GetRequiredService<Notices>().Seen(person); return true; });

        foreach (var days in new[] { -20, -14, -13, 0, 1 })
        {
            Hub.Clock.Now = due.AddDays(days);
            await Remind();
        }

        Assert.Equal("verifica verifica-scaduta", await Kinds(Writer));
        Assert.Equal("verifica verifica-scaduta", await Kinds(Reviewer));
    }

    private Task<Outcome> Confirm(Guid id, Actor actor, DateOnly? next = null) =>
        Hub.In(Hub.Toscana, scope => scope.GetRequiredService<ItemWriter>().Confirm(id, null, actor, next));

    private Task<DateOnly?> ReviewOf(Guid id) => Hub.Db(db => Task.FromResult(db.Items.Single(row => row.Id == id).Review));

    private Task<bool> Remind() => Hub.In(Hub.Toscana, async scope =>
    {
        var task = scope.GetRequiredService<EnabledExtensions>().Of<IBackgroundTask>().Single(task => task.Id == "content.reviews");
        await task.Run(Hub.Toscana, default);
        return true;
    });
}

public sealed class ReviewOnSqlite() : ReviewTests(false);

public sealed class ReviewOnPostgres() : ReviewTests(true);
