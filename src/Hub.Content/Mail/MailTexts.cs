using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Settings;
using Hub.Content.Types;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Content.Mail;

/// <summary>The words of a region's mails, and the only way to change them. For one scope.</summary>
public sealed class MailTexts(RegionDirectory regions, CurrentRegion current, EnabledExtensions extensions)
{
    public const int MaxSubject = 150;
    public const int MaxWords = 2000;

    /// <summary>The kinds of mail that the region sends, in the order of their titles.</summary>
    public IReadOnlyList<MailKind> Kinds =>
        [.. extensions.Of<IMailText>().SelectMany(source => source.Kinds).OrderBy(kind => kind.Title, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>What the region says in place of the hub; null when it says nothing.</summary>
    public OwnWords? Own(string key) => RegionSettings.Of<MailTextSettings>(current.Region, MailTextSettings.Key).Kinds.GetValueOrDefault(key);

    /// <summary>What is wrong with words, each beside its field: places that the mail doesn't have, and too many words.</summary>
    public static IReadOnlyList<Issue> Problems(MailKind kind, OwnWords words)
    {
        var issues = new List<Issue>();
        foreach (var (field, text, most) in new[] { ("subject", words.Subject, MaxSubject), ("opening", words.Opening, MaxWords), ("closing", words.Closing, MaxWords) })
        {
            var unknown = MailWords.PlacesIn(text).Where(name => kind.Places.All(place => place.Name != name)).ToList();
            if (unknown.Count > 0)
                issues.Add(new Issue(field, IssueKind.Unknown, Texts.Get("MailPlaceUnknown", "{" + unknown[0] + "}", string.Join(", ", kind.Places.Select(place => "{" + place.Name + "}")))));
            if (text.Length > most)
                issues.Add(new Issue(field, IssueKind.Invalid, Texts.Get("TextTooLong", text.Length, most)));
        }

        return issues;
    }

    /// <summary>The whole mail with its places filled by examples.</summary>
    public Letter Preview(MailKind kind, OwnWords words)
    {
        (string, object?)[] values = [.. kind.Places.Select(place => (place.Name, (object?)(place.Name == "portale" ? current.Region.Definition.Title : place.Example)))];
        var filled = MailWords.Fill(kind, words, values);
        return new Letter("", filled.Subject, string.Join("\n\n", new[] { filled.Opening, kind.Middle, filled.Closing }.Where(part => part.Length > 0)));
    }

    /// <summary>Replaces the region's words for a kind of mail; all empty is the hub's words again.</summary>
    public async Task<Outcome> Save(string key, OwnWords words, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(RegionSettings.ManagePermission))
            return new Outcome(OutcomeKind.Forbidden);
        if (Kinds.FirstOrDefault(kind => kind.Key == key) is not { } kind)
            return new Outcome(OutcomeKind.NotFound);
        words = new OwnWords(CleanText.Line(words.Subject), CleanText.Lines(words.Opening), CleanText.Lines(words.Closing));
        if (Problems(kind, words) is { Count: > 0 } issues)
            return new Outcome(OutcomeKind.Invalid, null, 0, issues);
        var isDone = await regions.Update(
            current.Region.Id,
            definition =>
            {
                var stored = definition.Settings.TryGetValue(MailTextSettings.Key, out var values) && values.ValueKind == JsonValueKind.Object ? JsonObject.Create(values)! : [];
                var kinds = stored["kinds"] as JsonObject ?? [];
                kinds.Remove(key);
                if (Written(words) is { Count: > 0 } own)
                    kinds[key] = own;
                return definition with
                {
                    Settings = new Dictionary<string, JsonElement>(definition.Settings, StringComparer.Ordinal) { [MailTextSettings.Key] = JsonSerializer.SerializeToElement(new JsonObject { ["kinds"] = kinds.DeepClone() }) },
                };
            },
            new RegionChange($"mail.words {key}", actor.Name, actor.From), cancel);
        return new Outcome(isDone ? OutcomeKind.Done : OutcomeKind.Conflict);
    }

    private static JsonObject Written(OwnWords words) => SectionValues.Of(("subject", words.Subject), ("opening", words.Opening), ("closing", words.Closing));
}

/// <summary>The words of mails in the list of a region's settings; they have a page of their own.</summary>
internal sealed class MailSection : ISettingsSection
{
    public string Key => MailTextSettings.Key;

    public string Title => Texts.Get("MailTexts.Title");

    public string Description => Texts.Get("MailTexts.Description");

    public string Page => "gestione/impostazioni/posta";

    public IReadOnlyList<FieldDefinition> Fields => [];
}
