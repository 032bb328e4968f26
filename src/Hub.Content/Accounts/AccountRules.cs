using Hub.Content.Items;
using Hub.Content.Settings;
using Hub.Content.Types;
using Hub.Kernel.Regions;

namespace Hub.Content.Accounts;

/// <summary>Which roles of a region have to sign in in two steps. The national region's rules hold for national administrators everywhere.</summary>
public sealed record AccountRules
{
    public const string Key = "accounts";

    public bool Administrators { get; init; }

    public bool Reviewers { get; init; }

    public bool Editors { get; init; }

    public bool Contributors { get; init; }

    public bool Readers { get; init; }

    public static AccountRules Of(Region region) => RegionSettings.Of<AccountRules>(region, Key);

    /// <summary>Whether one of the roles asks for two steps.</summary>
    public bool AskTwoSteps(IEnumerable<string> roles) => roles.Any(role => role switch
    {
        Roles.NationalAdministrator or Roles.RegionAdministrator => Administrators,
        Roles.Reviewer or Roles.LegalReviewer => Reviewers,
        Roles.Editor => Editors,
        Roles.Contributor => Contributors,
        Roles.Reader => Readers,
        _ => false,
    });
}

/// <summary>The rules in a region's settings.</summary>
internal sealed class AccountSection : ISettingsSection
{
    public string Key => AccountRules.Key;

    public string Title => Texts.Get("AccountRules.Title");

    public IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        Role("administrators", Texts.Get("AccountRules.Administrators.Help")), Role("reviewers"), Role("editors"), Role("contributors"), Role("readers"),
    ];

    private static FieldDefinition Role(string name, string help = "") =>
        new() { Name = name, KindId = "boolean", Label = Texts.Get($"AccountRules.{name}"), Help = help };
}
