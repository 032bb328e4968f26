using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content;
using Hub.Content.Fields;
using Hub.Content.Mail;
using Hub.Practices.Records;

namespace Hub.Practices.Organisations;

/// <summary>Refuses numbers and codes of organisations that can't be, and contacts that can't be reached: on their own pages and among a practice's partners.</summary>
internal sealed class OrganisationRules : IContentHandler
{
    public Task Saving(TypeDefinition type, JsonObject data, List<Issue> issues, CancellationToken cancel)
    {
        if (type.Record == typeof(Organisation) && data.Deserialize<Organisation>(ContentJson.Options) is { } organisation)
            issues.AddRange([.. NumbersOf("", organisation.Kind, organisation.RuntsSection, organisation.Runts, organisation.FiscalCode), .. ContactsOf(organisation.Contacts)]);
        if (type.Record == typeof(Practice) && data.Deserialize<Practice>(ContentJson.Options) is { } practice)
            issues.AddRange(practice.Partners.SelectMany((partner, row) => NumbersOf($"partners[{row}].", partner.Kind, partner.RuntsSection, partner.Runts, partner.FiscalCode)));
        return Task.CompletedTask;
    }

    internal static IEnumerable<Issue> ContactsOf(IReadOnlyList<Contact> contacts)
    {
        for (var row = 0; row < contacts.Count; row++)
        {
            var contact = contacts[row];
            if (contact.Email.Length + contact.Phone.Length == 0)
                yield return Wrong($"contacts[{row}].email", "Contact.Unreachable");
            else if (contact.Email.Length > 0 && EmailAddress.Parse(contact.Email) is null)
                yield return Wrong($"contacts[{row}].email", "Contact.NoEmail");
            if (contact.WithdrawnOn < contact.ConsentOn)
                yield return Wrong($"contacts[{row}].withdrawnOn", "Contact.WithdrawnBefore");
        }
    }

    private static IEnumerable<Issue> NumbersOf(string row, IReadOnlyList<string> kind, IReadOnlyList<string> section, string number, string code)
    {
        if (section.Count > 1 && !section.Contains(Organisation.Networks))
            yield return Wrong(row + "runtsSection", "Runts.OneSection");
        if (section.Count > 0 && kind is [not Organisation.ThirdSector, ..])
            yield return Wrong(row + "runtsSection", "Runts.NotThirdSector");
        if (number.Length > 0 && !RuntsNumber.IsValid(number))
            yield return Wrong(row + "runts", "Runts.NotNumber");
        if (code.Length > 0 && !FiscalCode.IsValid(code))
            yield return Wrong(row + "fiscalCode", FiscalCode.IsPersonal(code) ? "FiscalCode.Personal" : "FiscalCode.Invalid");
    }

    private static Issue Wrong(string field, string text) => new(field, IssueKind.Invalid, Texts.In[text]);
}
