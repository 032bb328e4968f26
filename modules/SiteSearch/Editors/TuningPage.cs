using Hub.Kernel.Regions;
using Hub.SiteSearch.Search;

namespace Hub.SiteSearch.Editors;

/// <summary>The desk's page of the search made ready.</summary>
/// <param name="Settings">As stored, or as typed when they were not stored.</param>
/// <param name="National">The national synonyms, which hold where the region says nothing else.</param>
public sealed record TuningPage(
    Region Region, SearchSettings Settings, IReadOnlyList<string> National, string Message, string Problem, TuningPreview? Preview,
    IReadOnlyList<AskedQuery> InVain, IReadOnlyList<AskedQuery> WithoutClicks, IReadOnlyList<ReportedGapRow> Gaps)
{
    public string Synonyms => string.Join('\n', Settings.Synonyms);

    public string Promotions => string.Join('\n', Settings.Promotions.Select(promotion => $"{promotion.Query} = {promotion.Path}"));
}

/// <summary>What a search gives now and what it would give.</summary>
public sealed record TuningPreview(string Text, IReadOnlyList<FoundItem> Now, IReadOnlyList<FoundItem> Then);
