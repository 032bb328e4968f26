using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Hub.Content.Mail;

/// <summary>Brings mails to the SMTP server over one connection, or writes them into the folder. For one round; not thread-safe.</summary>
internal sealed class MailCarrier : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MailSettings settings;
    private readonly SmtpClient smtp;

    /// <exception cref="IOException">The folder can't be made.</exception>
    public MailCarrier(MailSettings settings)
    {
        this.settings = settings;
        smtp = settings.Server.Length > 0
            ? new SmtpClient(settings.Server, settings.Port) { EnableSsl = settings.IsEncrypted }
            : new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Directory.CreateDirectory(settings.Folder!).FullName };
        if (settings.User.Length > 0)
            smtp.Credentials = new NetworkCredential(settings.User, settings.Password);
    }

    /// <param name="name">Of the portal that writes.</param>
    /// <exception cref="SmtpException">It was not taken; <c>StatusCode</c> says why.</exception>
    /// <exception cref="TimeoutException">The server took too long.</exception>
    public async Task Carry(OutboxRow row, string name, CancellationToken cancel)
    {
        using var message = Message(row, name);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(Patience);
        try
        {
            await smtp.SendMailAsync(message, timeout.Token);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server took too long.", e);
        }
    }

    public void Dispose() => smtp.Dispose();

    private MailMessage Message(OutboxRow row, string name)
    {
        var message = new MailMessage(new MailAddress(settings.Sender, name, Encoding.UTF8), new MailAddress(row.To))
        {
            Subject = row.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = row.Text.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        // The same at every try: whoever gets it twice after a crash can tell.
        message.Headers["Message-ID"] = $"<{row.Id:N}@{settings.Sender.Split('@')[1]}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.Headers["Content-Language"] = "it";
        if (row.StopAt is { } stop)
        {
            message.Headers["List-Unsubscribe"] = $"<{stop}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        return message;
    }
}
