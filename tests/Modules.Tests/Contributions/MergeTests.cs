using System.Net;
using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Content.Types;
using Hub.Contributions.Proposals;
using Hub.Contributions.Review;
using Hub.Practices.Transfers;
using Hub.Web.Desk;
using Hub.Web.Editing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

[Collection(nameof(ContributionPortal))]
public sealed class MergeTests(OwnPortal own)
{
    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task TwoBecomeOneFieldByFieldWithTheAuthorsOfBothAndARedirect()
    {
        using var one = new Proposer(portal);
        using var two = new Proposer(portal);
        var kept = await one.Ready("Mercato dei saperi");
        await one.Post($"/proponi/{kept}/contesto", ("partners[0].name", "Prima associazione"));
        await one.SendIt(kept);
        Assert.True((await portal.Decide(kept, Office.Second)).Succeeded);
        var other = await two.Ready("Il mercato dei saperi");
        await two.Post($"/proponi/{other}/contesto", ("partners[0].name", "Seconda associazione"), ("need", "Un bisogno ben detto."));
        await two.SendIt(other);
        Assert.True((await portal.Decide(other, Office.Second)).Succeeded);
        var (keptSlug, otherSlug) = ((await portal.Item(kept)).Slug, (await portal.Item(other)).Slug);

        var outcome = await Merge(kept, other, new() { ["need"] = Duplicates.Other, ["partners"] = Duplicates.Both }, Office.Second);

        Assert.True(outcome.Succeeded, outcome.ToString());
        var text = await portal.Text(kept);
        Assert.Equal("Mercato dei saperi", text["title"]!.ToString());
        Assert.Equal("Un bisogno ben detto.", text["need"]!.ToString());
        Assert.Equal(["Prima associazione", "Seconda associazione"], text["partners"]!.AsArray().Select(partner => partner!["name"]!.ToString()));
        Assert.Equal(("pubblicato", "ritirato"), ((await portal.Item(kept)).Status, (await portal.Item(other)).Status));
        var moved = await one.Get("/pratiche/" + otherSlug);
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.Status);
        Assert.EndsWith("/pratiche/" + keptSlug, moved.Location, StringComparison.Ordinal);
        var note = await portal.Db(db => db.Versions.AsNoTracking().Where(version => version.ItemId == kept).OrderByDescending(version => version.Number).Select(version => version.Note).FirstAsync());
        Assert.Contains("Il mercato dei saperi", note, StringComparison.Ordinal);
        Assert.Equal((ProposalState.Merged, kept), ((await portal.Row(other)).State, (await portal.Row(other)).MergedInto!.Value));
        Assert.Contains("Mercato dei saperi", await two.LastMail(), StringComparison.Ordinal);
        Assert.Contains("Mercato dei saperi", (await two.Get($"/proponi/{other}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnerReusesAndPermanentAddressOfTheOtherGoOver()
    {
        using var one = new Proposer(portal);
        using var two = new Proposer(portal);
        var kept = await one.Sent("Laboratorio di cucina");
        Assert.True((await portal.Decide(kept, Office.Second)).Succeeded);
        var other = await two.Ready("Un laboratorio di cucina");
        await two.Post($"/proponi/{other}/essenziale", [.. Proposer.Ten("Un laboratorio di cucina").Select(field => field.Item1 switch { "owner" => ("owner", "Comune di Poppi"), "state" => ("state", "in-corso"), _ => field })]);
        await two.SendIt(other);
        Assert.True((await portal.Decide(other, Office.Second)).Succeeded);
        await portal.Db(async db =>
        {
            db.Add(new TransferRow
            {
                Id = Guid.CreateVersion7(), Region = "toscana", ItemId = other, At = DateTime.UtcNow, State = TransferState.Published, DecidedAt = DateTime.UtcNow, Organisation = "Comune che riusa",
                Place = "Stia", When = "2025", Changed = "Meno incontri.", Happened = "Ha funzionato.", ContactName = "", ContactEmail = "", DecidedBy = "prova", Reason = "",
            });
            return await db.SaveChangesAsync();
        });

        var outcome = await Merge(kept, other, new() { ["state"] = Duplicates.Both }, Office.Second);

        Assert.True(outcome.Succeeded, outcome.ToString());
        var text = await portal.Text(kept);
        Assert.Equal("Comune di Bibbiena", text["owner"]!.ToString());
        Assert.Equal(["Comune di Poppi"], text["partners"]!.AsArray().Select(partner => partner!["name"]!.ToString()));
        Assert.Equal(["conclusa"], text["state"]!.AsArray().Select(state => state!.ToString()));
        var slug = (await portal.Item(kept)).Slug;
        foreach (var address in new[] { $"{portal.Address}/toscana/id/{other}", $"{portal.Address}/id/{other}" })
        {
            using var led = await portal.Ask(new Uri(address).AbsolutePath);
            Assert.EndsWith("/pratiche/" + slug, led.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        Assert.Contains("Comune che riusa", (await one.Get("/pratiche/" + slug)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("money", "25000.5", "25.000,50 €")]
    [InlineData("number", "1200", "1.200")]
    [InlineData("date", "\"2024-06-10\"", "10 giugno 2024")]
    [InlineData("period", "{\"from\":\"2024-06-10\",\"to\":\"2025-01-31\"}", "10 giugno 2024 – 31 gennaio 2025")]
    public void ValuesThatAreComparedReadAsPeopleWriteThem(string kind, string stored, string read) =>
        Assert.Equal(read, new ReadableValue(Choices.None, false).Of(new FieldDefinition { Name = "x", KindId = kind }, JsonNode.Parse(stored)));

    [Fact]
    public async Task OnlyWhoeverPublishesMergesAndOnlyPracticesOfTheRegion()
    {
        using var one = new Proposer(portal);
        using var two = new Proposer(portal, "puglia");
        var here = await one.Sent("Qui");
        var there = await two.Sent("Altrove");
        var also = await one.Elsewhere().Sent("Anche qui");

        Assert.Null(await portal.In("toscana", (services, _) => services.GetRequiredService<Duplicates>().Find(here, there, Office.Cancel)));
        Assert.Null(await portal.In("toscana", (services, _) => services.GetRequiredService<Duplicates>().Find(here, here, Office.Cancel)));
        Assert.Equal(OutcomeKind.Forbidden, (await Merge(here, also, [], Office.Person("redattrice", ContentPermissions.Edit))).Kind);

        Assert.Equal(("in-revisione", "in-revisione"), ((await portal.Item(here)).Status, (await portal.Item(also)).Status));
        Assert.Equal(ProposalState.Sent, (await portal.Row(also)).State);
    }

    [Fact]
    public async Task NothingIsMergedOnWordsThatSomebodyChangedMeanwhile()
    {
        using var one = new Proposer(portal);
        var kept = await one.Sent("Resta com’è");
        var other = await one.Elsewhere().Sent("Cambia intanto");

        var outcome = await portal.In("toscana", async (services, _) =>
        {
            var duplicates = services.GetRequiredService<Duplicates>();
            var pair = (await duplicates.Find(kept, other, Office.Cancel))!;
            Assert.True((await services.GetRequiredService<ItemWriter>().Move(other, Status.ToComplete, null, Office.Second, "Intanto.", cancel: Office.Cancel)).Succeeded);
            return await duplicates.Merge(pair, new Dictionary<string, string>(), Office.Second, Office.Cancel);
        });

        Assert.Equal(OutcomeKind.Conflict, outcome.Kind);
        Assert.Equal("da-integrare", (await portal.Item(other)).Status);
        Assert.Equal(ProposalState.ToComplete, (await portal.Row(other)).State);
    }

    private Task<Outcome> Merge(Guid kept, Guid other, Dictionary<string, string> choices, Actor actor) => portal.In("toscana", async (services, _) =>
    {
        var duplicates = services.GetRequiredService<Duplicates>();
        return await duplicates.Merge((await duplicates.Find(kept, other, Office.Cancel))!, choices, actor, Office.Cancel);
    });
}
