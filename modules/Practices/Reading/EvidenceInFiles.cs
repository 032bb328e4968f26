using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Content;
using Hub.Practices.Quality;
using Hub.Practices.Records;
using Hub.Practices.Transfers;
using Hub.Web.Exports;
using Hub.Web.Frame;

namespace Hub.Practices.Reading;

/// <summary>In the files of a practice: the six axes, the last certificate, and the reuses that readers were told of, without the people who tell.</summary>
internal sealed class EvidenceInFiles(Assessments assessments, Certificates certificates, TransferLog transfers) : IItemSections
{
    public string Type => Practice.TypeId;

    public async Task<IReadOnlyList<ItemSection>> Of(Item item, CancellationToken cancel)
    {
        var assessed = await assessments.Of(item.Id, cancel);
        var last = await certificates.Of(item.Id, cancel) is [var newest, ..] ? newest : null;
        var told = await transfers.Of(item.Id, cancel);
        var sections = new List<ItemSection>();
        if (last is not null)
            sections.Add(Certified(last));
        if (assessed.Count > 0)
            sections.Add(Assessed(assessed));
        if (told.Count > 0)
            sections.Add(Reused(told));
        return sections;
    }

    /// <summary>Says from when to when, so that it stays true when the time is over.</summary>
    private static ItemSection Certified(CertificateRow row)
    {
        var said = Texts.In["Evidence.Certified", row.Reviewer, row.Day.InWords(), row.Until.InWords()] + (row.Note.Length > 0 ? " " + row.Note : "");
        var review = Review(Texts.In["Certificate.Title"], row.Reviewer, row.Day, said);
        review["expires"] = Written(row.WithdrawnOn ?? row.Until);
        return new ItemSection(
            Texts.In["Certificate.Title"], row.WithdrawnOn is { } day ? [said, $"{Texts.In["Certificate.WithdrawnOn"]} {day.InWords()}: {row.Reason}"] : [said])
        {
            Data = new JsonObject { ["review"] = new JsonArray(review) },
        };
    }

    private static ItemSection Assessed(IReadOnlyList<AssessmentRow> rows) => new(Texts.In["Quality.Title"], Texts.In["Quality.Caption"])
    {
        Head = [Texts.In["Quality.Axis"], Texts.In["Quality.Level"], Texts.In["Quality.Why"], Texts.In["Quality.Reviewer"], Texts.In["Quality.Day"]],
        Rows = [.. rows.Select(IReadOnlyList<string> (row) => [Axis(row).Name, Texts.In["Quality.Of", row.Level, QualityAxis.Highest], Why(row), row.Reviewer, row.Day.InWords()])],
        Data = new JsonObject
        {
            ["review"] = new JsonArray([.. rows.Select(JsonNode (row) =>
            {
                var review = Review(Axis(row).Name, row.Reviewer, row.Day, Why(row));
                review["reviewRating"] = new JsonObject { ["@type"] = "Rating", ["ratingValue"] = row.Level, ["worstRating"] = 0, ["bestRating"] = QualityAxis.Highest };
                return review;
            })]),
        },
    };

    private static ItemSection Reused(IReadOnlyList<TransferRow> rows) => new(Texts.In["Practice.Reuse"], rows.Count == 1 ? Texts.In["Transfer.One"] : Texts.In["Transfer.Many", rows.Count])
    {
        Head = [Texts.In["Evidence.Who"], Texts.In["Evidence.WhereWhen"], Texts.In["Transfer.TheyChanged"], Texts.In["Transfer.WhatHappened"]],
        Rows = [.. rows.Select(IReadOnlyList<string> (row) => [row.Organisation, $"{row.Place}, {row.When}", row.Changed, row.Happened])],
        Data = new JsonObject
        {
            ["comment"] = new JsonArray([.. rows.Select(JsonNode (row) => new JsonObject
            {
                ["@type"] = "Comment", ["name"] = Texts.In["Practice.Reuse"], ["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = row.Organisation },
                ["spatialCoverage"] = row.Place, ["temporalCoverage"] = row.When, ["text"] = $"{Texts.In["Transfer.TheyChanged"]}: {row.Changed} {Texts.In["Transfer.WhatHappened"]}: {row.Happened}",
            })]),
        },
    };

    private static QualityAxis Axis(AssessmentRow row) => QualityAxis.Find(row.Axis)!;

    private static string Why(AssessmentRow row) => $"{Axis(row).Meaning(row.Level)} {row.Note}".TrimEnd();

    private static JsonObject Review(string aspect, string reviewer, DateOnly day, string body) => new()
    {
        ["@type"] = "Review", ["reviewAspect"] = aspect, ["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = reviewer }, ["datePublished"] = Written(day), ["reviewBody"] = body,
    };

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
