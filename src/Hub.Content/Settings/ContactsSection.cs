using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Content.Fields;
using Hub.Content.Mail;
using Hub.Content.Types;
using Hub.Kernel.Regions;

namespace Hub.Content.Settings;

/// <summary>How the body behind the portal is reached; shown at the foot of every page.</summary>
internal sealed partial class ContactsSection : ISettingsSection
{
    /// <summary>The kinds of <see cref="RegionDefinition.Contacts"/> that stand here; the body's site stands with its name.</summary>
    private static readonly string[] Kinds = ["address", "phone", "email", "pec", "urp", "taxCode"];

    private static readonly string[] Groups = ["social", "legal"];
    private static readonly string[] Mailboxes = ["email", "pec"];

    public string Key => ContactSettings.Key;

    public string Title => Texts.Get("Contacts.Title");

    public string Description => Texts.Get("Contacts.Description");

    public IReadOnlyList<FieldDefinition> Fields =>
    [
        .. Kinds.Select(kind => new FieldDefinition { Name = kind, KindId = "text", Max = 300, Label = Texts.Get($"Contacts.{kind}"), Help = Texts.Get($"Contacts.{kind}.Help") }),
        Links("social"),
        Links("legal"),
    ];

    public JsonObject Read(RegionDefinition region) => SectionValues.Of(
        Kinds.Select(kind => (kind, (JsonNode?)region.Contacts.GetValueOrDefault(kind)))
            .Concat(Groups.Select(group => (group, Stored(region, group)))));

    public RegionDefinition Write(RegionDefinition region, JsonObject values)
    {
        var links = SectionValues.Of(("social", values["social"]?.DeepClone()), ("legal", values["legal"]?.DeepClone()));
        var settings = new Dictionary<string, JsonElement>(region.Settings, StringComparer.Ordinal);
        settings.Remove(Key);
        if (links.Count > 0)
            settings[Key] = JsonSerializer.SerializeToElement(links);
        return region with
        {
            Settings = settings, Contacts = Kinds.Aggregate(region.Contacts, (contacts, kind) => contacts.With(kind, values.Text(kind))),
        };
    }

    public IEnumerable<Issue> Check(Region region, JsonObject values)
    {
        foreach (var kind in Mailboxes)
        {
            if (values.Text(kind) is { Length: > 0 } address && EmailAddress.Parse(address) is null)
                yield return new Issue(kind, IssueKind.Invalid, Texts.Get("Contacts.NotEmail", address));
        }

        if (values.Text("phone") is { Length: > 0 } phone && !Phone().IsMatch(phone))
            yield return new Issue("phone", IssueKind.Invalid, Texts.Get("Contacts.NotPhone", phone));
        if (values.Text("taxCode") is { Length: > 0 } code && !TaxCode().IsMatch(code))
            yield return new Issue("taxCode", IssueKind.Invalid, Texts.Get("Contacts.NotTaxCode"));
        foreach (var group in Groups)
        {
            foreach (var (index, link) in (values[group] as JsonArray ?? []).OfType<JsonObject>().Index())
            {
                if (link.Text("href") is { Length: > 0 } href && !PortalLink.IsWeb(href) && (group == "social" || !PortalLink.IsPath(href)))
                    yield return new Issue($"{group}[{index}].href", IssueKind.Invalid, Texts.Get(group == "social" ? "LinkNotHttps" : "LinkNotPortal", href));
            }
        }
    }

    private static JsonNode? Stored(RegionDefinition region, string group) =>
        region.Settings.TryGetValue(ContactSettings.Key, out var links) && links.ValueKind == JsonValueKind.Object ? JsonObject.Create(links)![group]?.DeepClone() : null;

    private static FieldDefinition Links(string name) => new()
    {
        Name = name, KindId = "group", Label = Texts.Get($"Contacts.{name}"), Help = Texts.Get($"Contacts.{name}.Help"),
        Fields =
        [
            new() { Name = "title", KindId = "text", Max = 80, IsRequired = true, Label = Texts.Get("Link.Title") },
            new() { Name = "href", KindId = "text", Max = 300, IsRequired = true, Label = Texts.Get("Link.Href") },
        ],
    };

    [GeneratedRegex(@"^\+?[0-9][0-9 ./()-]{4,30}$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Phone();

    [GeneratedRegex("^([0-9]{11}|[A-Z0-9]{16})$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex TaxCode();
}
