using Hub.Content.Settings;

namespace Hub.SiteSearch.Search;

/// <summary>What the editors of a region tell its search.</summary>
public sealed record SearchSettings
{
    public const string Key = "search";

    /// <summary>One group of equal expressions a line: <c>ets, enti del terzo settore</c>, or <c>cts => codice del terzo settore</c> one way.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>Pages that stand first for a search.</summary>
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];
}

/// <summary>A page that stands first for a search.</summary>
public sealed record Promotion
{
    /// <summary>What is typed; case, accents, hyphens and blanks don't count.</summary>
    public string Query { get; init; } = "";

    /// <summary>Of the page within the region: <c>sussidiario/co-progettazione</c>.</summary>
    public string Path { get; init; } = "";
}

/// <summary>The form of <see cref="SearchSettings"/>.</summary>
internal sealed class SearchSection : ISettingsSection
{
    public string Key => SearchSettings.Key;

    public string Title => Texts.In["Settings.Title"];

    public IReadOnlyList<FieldDefinition> Fields =>
    [
        new() { Name = "synonyms", KindId = "texts", Label = Texts.In["Settings.Synonyms"], Help = Texts.In["Settings.Synonyms.Help"] },
        new()
        {
            Name = "promotions", KindId = "group", Label = Texts.In["Settings.Promotions"], Help = Texts.In["Settings.Promotions.Help"],
            Fields =
            [
                new() { Name = "query", KindId = "text", Max = 100, Label = Texts.In["Settings.Promotion.Query"], IsRequired = true },
                new() { Name = "path", KindId = "text", Max = 300, Label = Texts.In["Settings.Promotion.Path"], IsRequired = true },
            ],
        },
    ];
}
