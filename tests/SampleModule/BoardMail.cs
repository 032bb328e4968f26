using Hub.Content.Mail;

namespace SampleModule;

/// <summary>The mail that tells of a new appointment.</summary>
internal sealed class BoardMail : IMailText
{
    public IReadOnlyList<MailKind> Kinds =>
    [
        new("bacheca-appuntamento", Texts.In["Mail.Title"], Texts.In["Mail.Subject"], Texts.In["Mail.Opening"], "", [new("titolo", Texts.In["Mail.Name"], Texts.In["Mail.Example"])], Texts.In["Mail.Middle"]),
    ];
}
