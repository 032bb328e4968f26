namespace Hub.Content.Mail;

/// <summary>A mail in plain text, on its way to one person.</summary>
/// <param name="To">As <see cref="EmailAddress.Parse"/> gives it.</param>
/// <param name="Subject">One line; what would break it is made a blank.</param>
/// <param name="StopAt">Where a POST ends the sending for good, without a login (RFC 8058); null for a mail that was asked for.</param>
public sealed record Letter(string To, string Subject, string Text, Uri? StopAt = null);
