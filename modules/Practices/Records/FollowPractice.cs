using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Practices.Quality;
using Hub.Practices.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Hub.Practices.Records;

/// <summary>What is kept beside a practice goes with it when it is deleted before anybody read it, and goes over when it is merged into another.</summary>
internal sealed class FollowPractice(HubDb db) : IContentHandler
{
    public async Task Deleting(ItemMove move, List<Issue> issues, CancellationToken cancel)
    {
        await db.Set<AssessmentRow>().Where(row => row.ItemId == move.Id).ExecuteDeleteAsync(cancel);
        await db.Set<CertificateRow>().Where(row => row.ItemId == move.Id).ExecuteDeleteAsync(cancel);
        await db.Set<TransferRow>().Where(row => row.ItemId == move.Id).ExecuteDeleteAsync(cancel);
    }

    /// <summary>What readers told of either is told of the one that stays. Assessments were of the other's text, and end with it.</summary>
    public Task Merging(Guid kept, Guid other, TypeDefinition type, CancellationToken cancel) =>
        db.Set<TransferRow>().Where(row => row.ItemId == other).ExecuteUpdateAsync(row => row.SetProperty(r => r.ItemId, kept), cancel);
}
