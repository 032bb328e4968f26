using System.Text.Json.Nodes;
using Hub.Content.Items;

namespace Hub.Web.SiteMap;

/// <summary>Under which licence an item's text may be reused: the one that its field <c>licence</c> (terms of <c>licenza</c>) says, else that of the portal.</summary>
/// <param name="Address">Of the licence's deed.</param>
public sealed record ItemLicence(string Name, string Address)
{
    /// <summary>The portal's: what holds where an item says nothing.</summary>
    public static readonly ItemLicence Standard = new("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/");

    private static readonly Dictionary<string, ItemLicence> Others = new(StringComparer.Ordinal)
    {
        ["cc-by-sa-4-0"] = new("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"), ["cc0-1-0"] = new("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    };

    public static ItemLicence Of(Item item) =>
        item.Data["licence"] is JsonArray and [{ } code, ..] ? Others.GetValueOrDefault(code.ToString(), Standard) : Standard;
}
