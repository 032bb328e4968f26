namespace Hub.Content.Mail;

/// <summary>Offers kinds of mail whose words a region may change.</summary>
[Kernel.Extensions.ExtensionPoint]
public interface IMailText
{
    IReadOnlyList<MailKind> Kinds { get; }
}

/// <summary>A kind of mail and the hub's own words for it.</summary>
/// <param name="Key">Unique in the application and stable, such as <c>avvisi-novita</c>.</param>
/// <param name="Title">When it is sent, for whoever changes it.</param>
/// <param name="Subject">With places such as <c>{portale}</c>.</param>
/// <param name="Opening">Stands above what the mail tells.</param>
/// <param name="Closing">Stands below it.</param>
/// <param name="Places">What may stand in braces.</param>
/// <param name="Middle">What the mail tells in between, in words, for the preview.</param>
public sealed record MailKind(string Key, string Title, string Subject, string Opening, string Closing, IReadOnlyList<MailPlace> Places, string Middle);

/// <summary>A place in a mail's words.</summary>
/// <param name="Name">Without braces.</param>
/// <param name="Meaning">What stands there.</param>
/// <param name="Example">For the preview.</param>
public sealed record MailPlace(string Name, string Meaning, string Example);
