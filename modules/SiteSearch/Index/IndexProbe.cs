using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.SiteSearch.Index;

/// <summary>Tells whether searches are answered from an index that follows the content.</summary>
internal sealed class IndexProbe(IndexFeed feed) : IHealthProbe
{
    public string Name => Texts.In["Title"];

    public Task<Health> Check(Region region, CancellationToken cancel) => Task.FromResult(feed switch
    {
        { Failure: { } failure } => new Health(false, Texts.In["Health.Failed", failure.Message]),
        { Current: null, Progress: var progress } => new Health(false, Texts.In["Health.First", progress?.Done ?? 0, progress?.Total ?? 0]),
        { Current: not null, Progress: { } progress } => new Health(true, Texts.In["Health.Building", feed.Documents, progress.Done, progress.Total]),
        { Current: { } index } => new Health(true, Texts.In["Health.Well", feed.Documents, index.Snapshot.Bytes / 1024 / 1024.0]),
    });
}
