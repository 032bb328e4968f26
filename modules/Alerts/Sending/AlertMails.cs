using Hub.Content.Mail;

namespace Hub.Alerts.Sending;

/// <summary>The mails that readers get, with the words that a region may change.</summary>
internal sealed class AlertMails : IMailText
{
    /// <summary>Asks whether the address is the reader's. Its words hold nothing that whoever filled the form in could have written.</summary>
    public static MailKind Confirmation => new(
        "avvisi-conferma", Texts.In["Confirm.Kind"], Texts.In["Confirm.Subject"], Texts.In["Confirm.Opening"], Texts.In["Confirm.Closing"],
        [new("portale", Texts.In["Place.Portal"], "")], Texts.In["Confirm.Open"] + "\nhttps://portale.example.it/avvisi/conferma/…");

    /// <summary>Tells what is new.</summary>
    public static MailKind Digest => new(
        "avvisi-novita", Texts.In["Digest.Kind"], Texts.In["Digest.Subject"], Texts.In["Digest.Many"], "",
        [new("portale", Texts.In["Place.Portal"], ""), new("numero", Texts.In["Place.Count"], "3"), new("titolo", Texts.In["Place.First"], Texts.In["Place.FirstExample"])],
        Texts.In["Digest.Middle"]);

    /// <summary>The same of one page.</summary>
    public static MailKind DigestOfOne => Digest with { Subject = Texts.In["Digest.SubjectOne"], Opening = Texts.In["Digest.One"] };

    public IReadOnlyList<MailKind> Kinds => [Confirmation, Digest];
}
