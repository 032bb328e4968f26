using System.Net;
using Hub.Content.Items;
using Hub.Content.Outside;
using Hub.Content.Storage;
using Hub.Legislation.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Legislation;

public sealed class InboxTests(OwnPortal own, SourceServer server) : IClassFixture<OwnPortal>, IClassFixture<SourceServer>
{
    private static readonly Actor Editor = new("redattrice", new HashSet<string>(StringComparer.Ordinal) { ContentPermissions.Edit });

    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task ASourceFillsTheInboxOnceAndEditorsDecide()
    {
        var source = new SourceSettings { Name = "Bollettino", Kind = "feed", Address = new Uri(server.Address, "/feed").ToString() };

        Assert.Equal(2, await Poll(source));
        Assert.Equal(0, await Poll(source)); // not due yet
        var waiting = await In(inbox => inbox.Waiting(default));
        Assert.Equal(2, waiting.Count);

        Assert.True(await In(inbox => inbox.Accept(waiting[0].Id, Editor, default)));
        Assert.False(await In(inbox => inbox.Accept(waiting[0].Id, Editor, default)));
        Assert.True(await In(inbox => inbox.Reject(waiting[1].Id, "non riguarda", Editor, default)));
        Assert.Empty(await In(inbox => inbox.Waiting(default)));
        await Due();
        Assert.Equal(0, await Poll(source with { Name = "Altro nome" }));
        Assert.Empty(await In(inbox => inbox.Waiting(default)));

        var draft = await portal.In("toscana", (services, _) => services.GetRequiredService<HubDb>().Items.SingleAsync(item => item.Title == waiting[0].Title));
        Assert.Equal(("aggiornamento", "bozza", null), (draft.Type, draft.Status, draft.LiveVersion));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status($"/toscana/aggiornamenti/{draft.Slug}"));
        Assert.Equal((CandidateState.Rejected, "redattrice", "non riguarda"), await State(waiting[1].Id));
    }

    [Fact]
    public async Task ACandidateJoinsAnUpdateAsOneMoreSourceInADraft()
    {
        await portal.In("puglia", async (services, region) =>
        {
            await PollIn(services, region, new SourceSettings { Name = "Bollettino", Kind = "feed", Address = new Uri(server.Address, "/altrove").ToString() });
            var inbox = services.GetRequiredService<Inbox>();
            var update = (await services.GetRequiredService<ItemReader>().Find(region, "aggiornamenti", "lr-11-2025")).Item!;
            var candidate = (await inbox.Waiting(default))[0];

            Assert.True(await inbox.Merge(candidate.Id, update.Id, Editor, default));

            var db = services.GetRequiredService<HubDb>();
            var item = await db.Items.AsNoTracking().SingleAsync(row => row.Id == update.Id);
            Assert.Equal((1, 2, "bozza"), (item.LiveVersion, item.LatestVersion, item.Status));
            Assert.Contains(candidate.Title, (await db.Versions.SingleAsync(version => version.ItemId == update.Id && version.Number == 2)).Data, StringComparison.Ordinal);
            return true;
        });
    }

    [Theory]
    [InlineData("/rotto", "503", 2)]
    [InlineData("/strano", "DTD", 1)]
    public async Task ASourceThatFailsIsAskedLaterAndTold(string path, string error, int hours)
    {
        var source = new SourceSettings { Name = "Rotta", Kind = "feed", Address = new Uri(server.Address, path).ToString() };
        var before = DateTime.UtcNow;

        Assert.Equal(0, await Poll(source));

        var state = (await In(inbox => inbox.Sources(default))).Single(row => row.Source.EndsWith(path, StringComparison.Ordinal));
        Assert.Equal(1, state.Failures);
        Assert.Contains(error, state.Error, StringComparison.Ordinal);
        Assert.InRange(state.NextAt, before.AddHours(hours).AddMinutes(-1), before.AddHours(hours).AddMinutes(2));
    }

    private Task<int> Poll(SourceSettings source) => portal.In("toscana", (services, region) => PollIn(services, region, source));

    private Task<int> PollIn(IServiceProvider services, Hub.Kernel.Regions.Region region, SourceSettings source)
    {
        var client = new OutsideClient(endpoint => endpoint.Port == server.Address.Port && IPAddress.IsLoopback(endpoint.Address), TimeProvider.System);
        return ActivatorUtilities.CreateInstance<SourcePolling>(services, client).Poll(region, source, default);
    }

    private Task<T> In<T>(Func<Inbox, Task<T>> work) => portal.In("toscana", (services, _) => work(services.GetRequiredService<Inbox>()));

    private Task<int> Due() => portal.In("toscana", (services, _) => services.GetRequiredService<HubDb>().Set<SourceRow>().ExecuteUpdateAsync(row => row.SetProperty(one => one.NextAt, DateTime.UnixEpoch).SetProperty(one => one.ETag, "")));

    private Task<(string, string, string)> State(Guid id) => portal.In("toscana", async (services, _) =>
    {
        var row = await services.GetRequiredService<HubDb>().Set<CandidateRow>().SingleAsync(one => one.Id == id);
        return (row.State, row.DecidedBy, row.Note);
    });
}
