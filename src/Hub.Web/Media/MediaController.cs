using Hub.Content.Accounts;
using Hub.Content.Items;
using Hub.Content.Media;
using Hub.Kernel.Regions;
using Hub.Web.Accounts;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Hub.Web.Media;

/// <summary>
/// Sends the library's files: <c>media/{id}/{name}</c> always the present version, <c>media/{id}/{stamp}/{width}.webp</c> a smaller
/// picture that never changes. The same in every region, since one region's pages show another's files.
/// </summary>
[Route("media/{id}")]
public sealed class MediaController(MediaReader media, ActorSource actors, RegionDirectory regions, ILogger<MediaController> log) : Controller
{
    private const string ForSomeMinutes = "public, max-age=300";
    private const string ForEver = "public, max-age=31536000, immutable";
    private const int TagLength = 24;

    [HttpGet("{name}")]
    public async Task<IActionResult> Send(string id, string name, CancellationToken cancel)
    {
        if (!MediaPath.IsId(id) || await media.Find(id, cancel) is not { } file || !await MaySee(file, cancel))
            return NotFound();
        if (name != file.Name)
            return RedirectPermanent(Url.Content("~/" + MediaPath.Of(file.Id, file.Name)));
        var format = FileFormat.Of(file.Format)!;
        return await Send(file, file.Hash, format.MediaType, ForSomeMinutes, format.IsImage || file.Format == "pdf", cancel);
    }

    [HttpGet("{stamp}/{width:int}.{format}")]
    public async Task<IActionResult> SendSize(string id, string stamp, int width, string format, CancellationToken cancel)
    {
        if (!MediaPath.IsId(id) || format is not ("webp" or "jpg") || await media.Find(id, cancel) is not { } file || !await MaySee(file, cancel))
            return NotFound();
        return await media.Size(file, stamp, width, format, cancel) is { } size
            ? await Send(file, size.Blob, FileFormat.Of(format)!.MediaType, ForEver, isInline: true, cancel)
            : NotFound();
    }

    private async Task<IActionResult> Send(MediaFileRow file, string hash, string mediaType, string keep, bool isInline, CancellationToken cancel)
    {
        if (await media.Open(hash, cancel) is not { } content)
        {
            log.LogError("HUB-F003 The content {Hash} of media/{Id} is missing. Restore the media folder, or the database that holds it, from a backup.", hash, file.Id);
            return NotFound();
        }

        var headers = Response.GetTypedHeaders();
        Response.Headers.CacheControl = file.IsRestricted ? "private, no-store" : keep;
        headers.ContentDisposition = new ContentDispositionHeaderValue(isInline ? "inline" : "attachment") { FileName = file.Name };
        if (mediaType != "application/pdf") // browsers show a PDF with parts of their own, which a sandbox takes away
            HttpContext.IsIsolated();
        return new FileStreamResult(content, mediaType) { EntityTag = new EntityTagHeaderValue($"\"{hash[..TagLength]}\""), EnableRangeProcessing = true };
    }

    /// <summary>Readers don't get restricted files; who works on content of the file's region does, and who reviews there what waits for an item in review.</summary>
    private async Task<bool> MaySee(MediaFileRow file, CancellationToken cancel)
    {
        if (!file.IsRestricted)
            return true;
        if (regions.Current.Find(file.Region) is not { } region || await actors.Of(User, region, cancel) is not { } actor || TwoStepRule.IsOwed(HttpContext, actor, region))
            return false;
        return file.HeldFor is not null
            ? actor.May(ContentPermissions.Review) && await media.IsInReview(file, cancel)
            : actor.May(MediaPermissions.Manage) || actor.May(ContentPermissions.Edit);
    }
}
