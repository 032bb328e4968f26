using System.Globalization;
using Hub.Content.Items;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Accounts;

/// <summary>
/// The mails about accounts. Each is stored with the next save of the context, in the transaction of what it tells. For one
/// scope.
/// </summary>
public sealed class AccountLetters(HubDb db, Outbox outbox, PortalAddresses addresses, RegionDirectory regions)
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>The portal that writes of what concerns an account in all regions.</summary>
    private Region National => regions.Current.National;

    internal void Invitation(Region region, InvitationRow invitation, string token) => Write(region, invitation.Email, "Invitation",
        Title(region), invitation.InvitedBy, Roles.Name(invitation.Role), Link(region, "invito", token), Day(invitation.Expires));

    internal async Task RoleGiven(Region region, Guid person, string role, CancellationToken cancel) =>
        Write(region, await MailboxOf(person, cancel), "RoleGiven", Title(region), Roles.Name(role), addresses.RootOf(region) + "/gestione");

    internal async Task RoleTaken(Region region, Guid person, CancellationToken cancel) =>
        Write(region, await MailboxOf(person, cancel), "RoleTaken", Title(region));

    internal void Recovery(Region region, User user, string token) => Write(region, user.Email, "Recovery", Title(region), Link(region, "recupero/password", token));

    internal void ConfirmAddress(Region region, string address, string token) => Write(region, address, "ConfirmAddress", Title(region), Link(region, "account/indirizzo", token));

    internal void ConfirmProvider(Region region, string address, string token, string provider) =>
        Write(region, address, "ConfirmProvider", Title(region), provider, Link(region, "accesso/fornitore/conferma", token));

    internal void AddressChanged(string? former) => Warn(former, "AddressChanged");

    internal void PasswordChanged(User user) => Warn(user.Email, "PasswordChanged");

    internal void TwoStepsSet(User user, bool isOn) => Warn(user.Email, isOn ? "TwoStepsOn" : "TwoStepsOff");

    internal void PasskeyChanged(User user, bool isAdded) => Warn(user.Email, isAdded ? "PasskeyAdded" : "PasskeyRemoved");

    internal void Erased(User user) => Warn(user.Email, "Erased");

    /// <summary>Tells the person what was done, in case it was not them.</summary>
    private void Warn(string? email, string key) => Write(National, email, key, Title(National), addresses.RootOf(National) + "/gestione/recupero");

    private Task<string?> MailboxOf(Guid person, CancellationToken cancel) =>
        db.Users.Where(user => user.Id == person).Select(user => user.Email).SingleOrDefaultAsync(cancel);

    /// <param name="email">Whoever has no address that can be written to is not written to.</param>
    private void Write(Region region, string? email, string key, params object?[] arguments)
    {
        if (EmailAddress.Parse(email) is { } to)
            outbox.Queue(region, new Letter(to, Texts.Get($"Account.Mail.{key}.Subject", arguments), Texts.Get($"Account.Mail.{key}.Text", arguments)));
    }

    private string Link(Region region, string page, string token) => $"{addresses.RootOf(region)}/gestione/{page}?codice={token}";

    private static string Title(Region region) => region.Definition.Title.Length > 0 ? region.Definition.Title : region.Name;

    private static string Day(DateTime utc) => RomeTime.FromUtc(utc).ToString("d MMMM yyyy, 'ore' HH:mm", Italian);
}
