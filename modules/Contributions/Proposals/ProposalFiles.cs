using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Media;
using Hub.Content.Storage;
using Hub.Content.Vocabularies;
using Hub.Contributions.Contributors;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Proposals;

/// <summary>
/// The acts and pictures of a proposal. They wait in the media library, where nobody finds them, and are named in the proposal's
/// own fields; with the practice they are published, with the draft they go. For one scope.
/// </summary>
public sealed class ProposalFiles(
    HubDb db, CurrentRegion current, PracticeProposals proposals, HeldFiles held, MediaReader media, VocabularyReader vocabularies)
{
    /// <summary>Stands in place of the kind of act.</summary>
    public const string Picture = "immagine";

    public const int MostOfProposal = 12;
    public const int MostOfContributor = 40;
    public const int LargestFile = 20 * Megabyte;
    public const int BytesOfProposal = 60 * Megabyte;
    public const int BytesOfContributor = 200 * Megabyte;

    private const int Megabyte = 1024 * 1024;

    /// <summary>All files that wait take this part of the region's room at most, so that nobody takes the editors'.</summary>
    private const int PartOfQuota = 4;

    private const string Kinds = "atto-pratica";

    /// <summary>The kinds of act that a file may be.</summary>
    public async Task<IReadOnlyList<Term>> KindsOfAct(CancellationToken cancel = default) => (await vocabularies.Read(current.Region, cancel)).Find(Kinds)?.Terms ?? [];

    /// <summary>The files of a proposal with what its text says of them.</summary>
    public async Task<IReadOnlyList<ProposalFile>> Of(ProposalRow proposal, Visit visit, CancellationToken cancel = default)
    {
        var text = (await proposals.Form(proposal, visit, cancel)).Typed.Values;
        return [.. (await held.Of(proposal.Id, cancel)).Select(file => new ProposalFile(file, NamedFiles.Of(text).Any(named => named.Id == file.Id)))];
    }

    /// <summary>Takes a file and names it in the proposal: an act among the acts, a picture among the pictures.</summary>
    /// <param name="file">Hostile.</param>
    public async Task<IReadOnlyList<Issue>> Add(Guid id, Visit visit, FileForm form, IFormFile? file, CancellationToken cancel = default)
    {
        if (await Obstacles(visit, id, form, file, cancel) is { Count: > 0 } issues)
            return issues;
        await using var content = file!.OpenReadStream();
        var outcome = await held.Add(id, content, file.FileName, form.Details, visit.Actor, cancel);
        if (!outcome.Succeeded)
            return outcome.Issues.Count > 0 ? [.. outcome.Issues.Select(issue => issue with { Field = FileForm.FieldOf(issue.Field) })] : [Wrong("", "Files.Busy")];
        var stored = outcome.File!;
        var refusal = await Full(visit, id, 0, 0, cancel) is { } full ? full // another came in at the same time
            : form.IsPicture && !stored.IsImage ? Wrong("tipo", "Files.NoPicture")
            : await proposals.Find(id, visit, cancel) is not { } proposal || !(await proposals.Change(proposal, visit, values => NamedFiles.Add(values, stored, form), cancel)).IsKept ? Wrong("", "Step.TooLong")
            : null;
        if (refusal is null)
            return [];
        await held.Drop(id, stored.Id, visit.Actor, cancel);
        return [refusal];
    }

    /// <summary>Takes a file out of the text, and for good unless a version that was sent names it.</summary>
    /// <returns>False when the proposal has no such file.</returns>
    public async Task<bool> Remove(ProposalRow proposal, Visit visit, string file, CancellationToken cancel = default)
    {
        if (await held.Find(proposal.Id, file, cancel) is null)
            return false;
        await proposals.Change(proposal, visit, values => NamedFiles.Remove(values, file), cancel);
        if (!await held.IsNamed(file, cancel))
            await held.Drop(proposal.Id, file, visit.Actor, cancel);
        return true;
    }

    /// <summary>What a text names that waits for another's proposal, whoever told them of it.</summary>
    public async Task<IReadOnlyList<Issue>> Foreign(Guid id, JsonObject values, CancellationToken cancel = default)
    {
        var issues = new List<Issue>();
        foreach (var (field, file) in NamedFiles.Of(values))
        {
            if (await media.Find(file, cancel) is { HeldFor: { } other } && other != id)
                issues.Add(Wrong(field, "Files.NotYours"));
        }

        return issues;
    }

    private async Task<List<Issue>> Obstacles(Visit visit, Guid id, FileForm form, IFormFile? file, CancellationToken cancel)
    {
        var issues = form.Issues(await KindsOfAct(cancel)).ToList();
        if (file is not { FileName.Length: > 0 })
            issues.Add(new Issue("file", IssueKind.Missing, Texts.In["Files.None"]));
        else if (file.Length > LargestFile)
            issues.Add(Wrong("file", "Files.TooLarge", FileSize.Over(file.Length, LargestFile), FileSize.Of(LargestFile)));
        if (!visit.IsConfirmed)
            issues.Add(Wrong("", "Files.NotConfirmed"));
        else if (issues.Count == 0 && await Full(visit, id, 1, file!.Length, cancel) is { } full)
            issues.Add(full);
        return issues;
    }

    /// <summary>Why there is no room for more files; null when there is.</summary>
    private async Task<Issue?> Full(Visit visit, Guid id, int more, long size, CancellationToken cancel)
    {
        var own = await held.Amount([id], cancel);
        if (own.Count + more > MostOfProposal || own.Bytes + size > BytesOfProposal)
            return Wrong("file", "Files.ProposalFull", MostOfProposal, FileSize.Of(BytesOfProposal));
        var all = await held.Amount(await db.Set<ProposalRow>().Where(row => row.ContributorId == visit.Contributor.Id).Select(row => row.Id).ToListAsync(cancel), cancel);
        if (all.Count + more > MostOfContributor || all.Bytes + size > BytesOfContributor)
            return Wrong("file", "Files.ContributorFull", MostOfContributor, FileSize.Of(BytesOfContributor));
        return (await held.Amount(cancel)).Bytes + size > MediaRules.Of(current.Region).QuotaBytes / PartOfQuota ? Wrong("file", "Files.RegionFull") : null;
    }

    private static Issue Wrong(string field, string text, params object?[] arguments) => new(field, IssueKind.Invalid, Texts.In[text, arguments]);
}

/// <summary>A file of a proposal.</summary>
/// <param name="IsNamed">Its text names it: without that it is not published.</param>
public sealed record ProposalFile(MediaFileRow File, bool IsNamed);
