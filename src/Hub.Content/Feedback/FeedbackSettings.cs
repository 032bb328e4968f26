using Hub.Content.Fields;
using Hub.Content.Settings;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using System.Text.Json.Nodes;

namespace Hub.Content.Feedback;

/// <summary>What a region changes about the question that pages ask their readers. The question itself is everywhere the same.</summary>
public sealed record FeedbackSettings
{
    public const string Key = "feedback";

    /// <summary>The region's words for fixed answers, by their codes; others keep the hub's.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Readers aren't asked for words of their own.</summary>
    public bool IsWithoutComment { get; init; }

    /// <summary>What readers see for a code of <see cref="PageFeedback"/>.</summary>
    public string AnswerOf(string code) => Answers.GetValueOrDefault(code) ?? Texts.Get($"Feedback.{code}");

    public static FeedbackSettings Of(Region region) => RegionSettings.Of<FeedbackSettings>(region, Key);
}

/// <summary>The form of <see cref="FeedbackSettings"/>: one line for each answer.</summary>
internal sealed class FeedbackSection : ISettingsSection
{
    private const string WithoutComment = "isWithoutComment";

    public string Key => FeedbackSettings.Key;

    public string Title => Texts.Get("FeedbackSection.Title");

    public string Description => Texts.Get("FeedbackSection.Description");

    public IReadOnlyList<FieldDefinition> Fields =>
    [
        .. PageFeedback.Negative.Select((code, index) => Answer(code, "FeedbackSection.Negative", index)),
        .. PageFeedback.Positive.Select((code, index) => Answer(code, "FeedbackSection.Positive", index)),
        new() { Name = WithoutComment, KindId = "boolean", Label = Texts.Get("FeedbackSection.WithoutComment"), Help = Texts.Get("FeedbackSection.WithoutComment.Help") },
    ];

    public JsonObject Read(RegionDefinition region)
    {
        var values = new JsonObject();
        if (!region.Settings.TryGetValue(Key, out var stored) || stored.ValueKind != System.Text.Json.JsonValueKind.Object)
            return values;
        var settings = JsonObject.Create(stored)!;
        foreach (var (code, words) in settings["answers"] as JsonObject ?? [])
            values[code] = words?.ToString();
        if (settings[WithoutComment]?.ToString() == "true")
            values[WithoutComment] = true;
        return values;
    }

    public RegionDefinition Write(RegionDefinition region, JsonObject values)
    {
        var answers = SectionValues.Of(PageFeedback.Negative.Concat(PageFeedback.Positive).Select(code => (code, values[code]?.DeepClone())));
        var stored = SectionValues.Of(("answers", answers.Count > 0 ? answers : null), (WithoutComment, values[WithoutComment]?.ToString() == "true" ? true : null));
        return region with
        {
            Settings = new Dictionary<string, System.Text.Json.JsonElement>(region.Settings, StringComparer.Ordinal) { [Key] = System.Text.Json.JsonSerializer.SerializeToElement(stored) },
        };
    }

    /// <param name="group">Says which stars the answer is for, and its number.</param>
    private static FieldDefinition Answer(string code, string group, int index) => new()
    {
        Name = code, KindId = "text", Max = 120, Label = Texts.Get(group, index + 1), Help = Texts.Get("FeedbackSection.Instead", Texts.Get($"Feedback.{code}")),
    };
}
