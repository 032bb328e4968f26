using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Types;
using Hub.Kernel.Regions;

namespace Hub.Content.Settings;

/// <summary>Who the portal is: its names, and the public body behind it.</summary>
internal sealed class IdentitySection : ISettingsSection
{
    public const string SectionKey = "identity";

    public string Key => SectionKey;

    public string Title => Texts.Get("Identity.Heading");

    public string Description => Texts.Get("Identity.Description");

    public IReadOnlyList<FieldDefinition> Fields =>
    [
        Field("name", "text", 60, isRequired: true),
        Field("title", "text", 120, isRequired: true),
        Field("tagline", "text", 300),
        Field("body", "text", 120, isRequired: true),
        Field("bodySite", "text", 300),
        Field("logo", "file"),
    ];

    public JsonObject Read(RegionDefinition region) => SectionValues.Of(
        ("name", region.Name), ("title", region.Title), ("tagline", region.Tagline), ("body", region.Body),
        ("bodySite", region.Contacts.GetValueOrDefault("url")), ("logo", region.Logo.Length > 0 ? new JsonObject { ["path"] = region.Logo } : null));

    public RegionDefinition Write(RegionDefinition region, JsonObject values) => region with
    {
        Name = values.Text("name"), Title = values.Text("title"), Tagline = values.Text("tagline"), Body = values.Text("body"),
        Logo = values["logo"]?["path"]?.ToString() ?? "", Contacts = region.Contacts.With("url", values.Text("bodySite")),
    };

    public IEnumerable<Issue> Check(Region region, JsonObject values)
    {
        if (values.Text("bodySite") is { Length: > 0 } site && !PortalLink.IsWeb(site))
            yield return new Issue("bodySite", IssueKind.Invalid, Texts.Get("LinkNotHttps", site));
        if (values["logo"]?["path"]?.ToString() is { } logo && !Pictures.Any(end => logo.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            yield return new Issue("logo", IssueKind.Invalid, Texts.Get("Identity.NotPicture"));
    }

    private static readonly string[] Pictures = [".svg", ".png", ".webp", ".jpg", ".jpeg"];

    private static FieldDefinition Field(string name, string kind, int max = 0, bool isRequired = false) => new()
    {
        Name = name, KindId = kind, Max = max, IsRequired = isRequired, Label = Texts.Get($"Identity.{name}"), Help = Texts.Get($"Identity.{name}.Help"),
    };
}
