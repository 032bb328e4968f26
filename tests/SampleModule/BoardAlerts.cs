using Hub.Content.Items;
using Hub.Kernel.Regions;
using Hub.Web.Alerts;
using Microsoft.AspNetCore.Http;

namespace SampleModule;

/// <summary>The notices of the board, followed by mail.</summary>
internal sealed class BoardAlerts(LatelyPublished lately) : IAlertSource
{
    private const string Board = "/bacheca";
    private const string All = "tutti";

    public string Id => "bacheca";

    public ValueTask<string?> KeyOf(Region region, PathString path, IQueryCollection query, CancellationToken cancel) =>
        ValueTask.FromResult(path == Board ? All : null);

    public Task<AlertSubject?> Describe(Region region, string key, CancellationToken cancel) =>
        Task.FromResult(key == All ? new AlertSubject(All, Texts.In["BoardNotice.Plural"], Board) : null);

    public async Task<IReadOnlyList<AlertEntry>?> Since(Region region, string key, AlertPeriod period, CancellationToken cancel) =>
        [.. from published in await lately.For(region, period, cancel)
            where published.Item.Type == "avviso-bacheca"
            select new AlertEntry(region, "/" + published.Item.Path, published.Item.Title, published.Item.Updated, Texts.In[published.IsNew ? "Board.Pinned" : "Board.Changed"])];
}
