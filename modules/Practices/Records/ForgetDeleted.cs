using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Practices.Quality;
using Hub.Practices.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Hub.Practices.Records;

/// <summary>A practice that is deleted before anybody read it takes with it what reviewers found of it.</summary>
internal sealed class ForgetDeleted(HubDb db) : IContentHandler
{
    public async Task Deleting(ItemMove move, List<Issue> issues, CancellationToken cancel)
    {
        await db.Set<AssessmentRow>().Where(row => row.ItemId == move.Id).ExecuteDeleteAsync(cancel);
        await db.Set<CertificateRow>().Where(row => row.ItemId == move.Id).ExecuteDeleteAsync(cancel);
        await db.Set<TransferRow>().Where(row => row.ItemId == move.Id).ExecuteDeleteAsync(cancel);
    }
}
