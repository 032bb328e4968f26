namespace Hub.Content.Mail;

/// <summary>The words around what editors and reviewers are told by mail.</summary>
internal sealed class NoticeMail : IMailText
{
    public static MailKind Kind => new(
        "avvisi-redazione", Texts.Get("NoticeMail.Title"), Texts.Get("NoticeMail.Subject"), "", Texts.Get("NoticeMail.Closing"),
        [
            new("portale", Texts.Get("MailPlace.Portal"), ""), new("numero", Texts.Get("NoticeMail.Count"), "3"), new("titolo", Texts.Get("NoticeMail.First"), Texts.Get("NoticeMail.FirstExample")),
            new("scelte", Texts.Get("NoticeMail.Choices"), "https://portale.example.it/gestione/account"),
        ],
        Texts.Get("NoticeMail.Middle"));

    public IReadOnlyList<MailKind> Kinds => [Kind];
}
