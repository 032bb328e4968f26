using Hub.Alerts.Following;
using Hub.Content.Mail;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Alerts;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Alerts.Pages;

/// <summary>Where readers begin to follow something, confirm it and stop. Works without script, account and cookie.</summary>
/// <remarks>GET never changes anything: mail scanners follow links. A stop is a POST that any mail program may send (RFC 8058).</remarks>
public sealed class AlertsController(CurrentRegion current, EnabledExtensions extensions, Subscriptions subscriptions, PageFrame frame) : Controller
{
    private Region Region => current.Region;

    [HttpGet("avvisi")]
    public async Task<IActionResult> Begin([FromQuery(Name = "fonte")] string? source, [FromQuery(Name = "chiave")] string? key, CancellationToken cancel)
    {
        if (source is null && key is null)
            return Page("Alerts", Texts.In["Title"], null);
        return await Describe(source, key, cancel) is { } subject ? Page("Alerts.Subscribe", Texts.In["Subscribe.Title"], new SubscribePage(source!, subject)) : NotFound();
    }

    [HttpPost("avvisi")]
    [FromOwnPages]
    [EnableRateLimiting(Limits.Forms)]
    [RequestSizeLimit(20_000)]
    public async Task<IActionResult> Subscribe([FromForm] SubscribeInput? input, CancellationToken cancel)
    {
        if (input is null) // the form could not be read at all
            return BadRequest();
        if (await Describe(input.Fonte, input.Chiave, cancel) is not { } subject)
            return NotFound();
        var email = EmailAddress.Parse(input.Email);
        var frequency = Frequency.All.FirstOrDefault(one => one == input.Quando);
        if (email is null || frequency is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page("Alerts.Subscribe", Texts.In["Subscribe.Title"], new SubscribePage(input.Fonte!, subject, input, Texts.In[email is null ? "Subscribe.NoEmail" : "Subscribe.NoFrequency"]));
        }

        if (string.IsNullOrEmpty(input.Sito)) // a program is answered like everybody
            await subscriptions.Ask(Region, email, input.Fonte!, subject.Key, frequency, cancel);
        return Redirect(Url.Content("~/avvisi/inviato"));
    }

    [HttpGet("avvisi/inviato")]
    public IActionResult Asked() => Page("Alerts.Asked", Texts.In["Asked.Title"], null);

    [HttpGet("avvisi/conferma/{secret}")]
    public async Task<IActionResult> Confirmation(string secret, CancellationToken cancel) =>
        await subscriptions.Asked(Region, secret, cancel) is { } asked
            ? Page(asked.ConfirmedAt is null ? "Alerts.Confirm" : "Alerts.Confirmed", Texts.In["Confirm.Title"], await Thing(asked, secret, cancel))
            : Gone();

    [HttpPost("avvisi/conferma/{secret}")]
    [FromOwnPages]
    public async Task<IActionResult> Confirm(string secret, CancellationToken cancel)
    {
        if (await subscriptions.Asked(Region, secret, cancel) is not { } asked)
            return Gone();
        if (!await subscriptions.Confirm(asked, cancel))
            return Page("Alerts.TooMany", Texts.In["TooMany.Title"], null);
        return Page("Alerts.Confirmed", Texts.In["Confirmed.Title"], await Thing(asked, secret, cancel));
    }

    [HttpGet("avvisi/ferma/{secret}")]
    public async Task<IActionResult> ToStop(string secret, CancellationToken cancel) =>
        await subscriptions.ToStop(Region, secret, cancel) is { } found ? Page("Alerts.Stop", Texts.In["Stop.Title"], await Thing(found, secret, cancel)) : Gone();

    /// <summary>By the page's button, or by a mail program. A second time it answers the same.</summary>
    [HttpPost("avvisi/ferma/{secret}")]
    [RequestSizeLimit(20_000)]
    public async Task<IActionResult> Stop(string secret, CancellationToken cancel)
    {
        await subscriptions.Stop(Region, secret, cancel);
        return Page("Alerts.Stopped", Texts.In["Stopped.Title"], null);
    }

    [HttpGet("avvisi/tuoi/{secret}")]
    public async Task<IActionResult> Of(string secret, CancellationToken cancel)
    {
        var things = new List<FollowedThing>();
        foreach (var subscription in await subscriptions.Of(Region, secret, cancel))
            things.Add(await Thing(subscription, secret, cancel));
        return things.Count > 0 ? Page("Alerts.Yours", Texts.In["Yours.Title"], things) : Gone();
    }

    /// <inheritdoc cref="Stop"/>
    [HttpPost("avvisi/tuoi/{secret}")]
    [RequestSizeLimit(20_000)]
    public async Task<IActionResult> StopAll(string secret, CancellationToken cancel)
    {
        await subscriptions.StopAll(Region, secret, cancel);
        return Page("Alerts.Stopped", Texts.In["Stopped.Title"], null);
    }

    private async Task<AlertSubject?> Describe(string? source, string? key, CancellationToken cancel) =>
        source is not null && key is { Length: <= AlertSubject.MaxKey } && extensions.Of<IAlertSource>(Region).FirstOrDefault(one => one.Id == source) is { } found
            ? await found.Describe(Region, key, cancel)
            : null;

    private async Task<FollowedThing> Thing(Subscription subscription, string secret, CancellationToken cancel) =>
        new(subscription, await Describe(subscription.Source, subscription.Key, cancel), secret);

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page("Alerts.Gone", Texts.In["Gone.Title"], null);
    }

    private ViewResult Page(string view, string title, object? model)
    {
        Response.Headers.CacheControl = "no-store";
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        if (view == "Alerts")
            frame.Is(title);
        else
            frame.Under(Texts.In["Title"], "/avvisi").Is(title);
        return View(view, model);
    }
}
