using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Kernel.Regions;

namespace Hub.Content.Mail;

/// <summary>Where mails wait until they are sent, within about a minute. For one scope.</summary>
public sealed class Outbox(HubDb db, TimeProvider clock)
{
    private const int MaxSubject = 200;
    private const int MaxText = 200_000;

    /// <summary>
    /// Adds a mail, stored with the next save of the context: in the caller's transaction, so that it goes out if and only if
    /// what it tells of happened.
    /// </summary>
    /// <exception cref="ArgumentException">The address is none, or the stop address is not of the web: a mistake of ours.</exception>
    public void Queue(Region region, Letter letter)
    {
        if (EmailAddress.Parse(letter.To) is not { } to)
            throw new ArgumentException("The recipient is no address.", nameof(letter));
        if (letter.StopAt is { } stop && (!stop.IsAbsoluteUri || stop.Scheme is not ("https" or "http")))
            throw new ArgumentException("The stop address is not of the web.", nameof(letter));
        var now = clock.GetUtcNow();
        db.Set<OutboxRow>().Add(new OutboxRow
        {
            Id = Guid.CreateVersion7(now), Region = region.Id, To = to, Subject = CleanText.Cut(CleanText.Line(letter.Subject), MaxSubject),
            Text = CleanText.Cut(CleanText.Lines(letter.Text), MaxText), StopAt = letter.StopAt?.AbsoluteUri,
            At = now.UtcDateTime, NextTry = now.UtcDateTime, Error = "",
        });
    }
}
