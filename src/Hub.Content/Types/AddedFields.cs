using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Settings;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;

namespace Hub.Content.Types;

/// <summary>The only way to change the fields that a region adds to types. They are there at the next request. For one scope.</summary>
public sealed class AddedFields(RegionDirectory regions, CurrentRegion current, ContentTypes types, VocabularyReader vocabularies)
{
    /// <summary>No type gets more.</summary>
    public const int Most = 30;

    public const int MaxLabel = 80;
    public const int MaxHelp = 300;

    /// <summary>The kinds that can be added; a repeating group has fields of its own and takes a developer.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        ["text", "texts", "markdown", "boolean", "number", "money", "date", "moment", "period", "terms", "places", "references", "norms", "people", "link", "file", "image"];

    /// <summary>The kinds by which lists can be filtered.</summary>
    public static readonly IReadOnlyList<string> Filterable = ["text", "boolean", "terms", "places"];

    /// <summary>The region's fields of a type, in their order.</summary>
    public IReadOnlyList<FieldDefinition> Of(string type) => [.. types.Find(type)?.Fields.Where(field => field.IsRegional) ?? []];

    /// <summary>Names a field as it is now, so that a change can be refused when it is another by then.</summary>
    public static string StampOf(FieldDefinition field) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(field, ContentJson.Options))).AsSpan(0, 8));

    /// <summary>Adds a field. Its name comes from its label and never changes after.</summary>
    public async Task<Outcome> Add(string typeId, FieldDefinition field, Actor actor, CancellationToken cancel = default)
    {
        if (types.Find(typeId) is not { } type)
            return new Outcome(OutcomeKind.NotFound);
        field = Clean(field) with { Name = NameFrom(field.Label) };
        var issues = await Problems(type, field, cancel);
        if (type.Find(field.Name) is not null)
            issues.Add(new Issue("label", IssueKind.Invalid, Texts.Get("FieldExists", field.Label)));
        if (Of(typeId).Count >= Most)
            issues.Add(new Issue("label", IssueKind.Invalid, Texts.Get("FieldsTooMany", Most)));
        return await Change(typeId, $"field.added {typeId} {field.Name}", issues, rows => rows.Add((JsonNode)Write(field)), actor, cancel);
    }

    /// <summary>Changes all of a field but its name and kind.</summary>
    /// <param name="stamp">Of the field that the change was made from.</param>
    public async Task<Outcome> Update(string typeId, string name, FieldDefinition field, string? stamp, Actor actor, CancellationToken cancel = default)
    {
        if (types.Find(typeId) is not { } type || Of(typeId).FirstOrDefault(each => each.Name == name) is not { } before)
            return new Outcome(OutcomeKind.NotFound);
        if (stamp is not null && stamp != StampOf(before))
            return new Outcome(OutcomeKind.Conflict);
        field = Clean(field) with { Name = name, KindId = before.KindId };
        return await Change(typeId, $"field.changed {typeId} {name}", await Problems(type, field, cancel), rows => rows[Place(rows, name)] = Write(field), actor, cancel);
    }

    /// <summary>Takes a field out of forms and pages. What was written in it stays in the stored versions.</summary>
    public Task<Outcome> Remove(string typeId, string name, Actor actor, CancellationToken cancel = default) =>
        Change(typeId, $"field.removed {typeId} {name}", [], rows => rows.RemoveAt(Place(rows, name)), actor, cancel);

    /// <summary>Moves a field by one place among those that the region added.</summary>
    public Task<Outcome> Move(string typeId, string name, bool isUp, Actor actor, CancellationToken cancel = default) =>
        Change(typeId, $"field.moved {typeId} {name}", [], rows =>
        {
            var place = Place(rows, name);
            var other = isUp ? place - 1 : place + 1;
            if (other < 0 || other >= rows.Count)
                return;
            var row = rows[place];
            rows.RemoveAt(place);
            rows.Insert(other, row);
        }, actor, cancel);

    private async Task<Outcome> Change(
        string typeId, string what, List<Issue> issues, Action<JsonArray> change, Actor actor, CancellationToken cancel)
    {
        if (!actor.May(RegionSettings.ManagePermission))
            return new Outcome(OutcomeKind.Forbidden);
        if (issues.Count > 0)
            return new Outcome(OutcomeKind.Invalid, null, 0, issues);
        var isDone = await regions.Update(
            current.Region.Id,
            definition =>
            {
                var all = definition.Settings.TryGetValue(ContentTypes.AddedFieldsKey, out var stored) && stored.ValueKind == JsonValueKind.Object ? JsonObject.Create(stored)! : [];
                var rows = all[typeId] as JsonArray ?? [];
                all[typeId] = rows.Parent is null ? rows : rows.DeepClone();
                try
                {
                    change((JsonArray)all[typeId]!);
                }
                catch (ArgumentOutOfRangeException)
                {
                    return null; // somebody took the field out meanwhile
                }

                if (((JsonArray)all[typeId]!).Count == 0)
                    all.Remove(typeId);
                return definition with
                {
                    Settings = new Dictionary<string, JsonElement>(definition.Settings, StringComparer.Ordinal) { [ContentTypes.AddedFieldsKey] = JsonSerializer.SerializeToElement(all) },
                };
            },
            new RegionChange(what, actor.Name, actor.From), cancel);
        return new Outcome(isDone ? OutcomeKind.Done : OutcomeKind.Conflict);
    }

    private async Task<List<Issue>> Problems(TypeDefinition type, FieldDefinition field, CancellationToken cancel)
    {
        var issues = new List<Issue>();
        if (field.Label.Length == 0)
            issues.Add(new Issue("label", IssueKind.Missing, Texts.Get("FieldLabelMissing")));
        else if (field.Label.Length > MaxLabel)
            issues.Add(new Issue("label", IssueKind.Invalid, Texts.Get("TextTooLong", field.Label.Length, MaxLabel)));
        else if (type.Fields.Any(other => other.Name != field.Name && string.Equals(other.Label, field.Label, StringComparison.OrdinalIgnoreCase)))
            issues.Add(new Issue("label", IssueKind.Invalid, Texts.Get("FieldExists", field.Label)));
        if (field.Help.Length > MaxHelp)
            issues.Add(new Issue("help", IssueKind.Invalid, Texts.Get("TextTooLong", field.Help.Length, MaxHelp)));
        if (!Kinds.Contains(field.KindId))
            issues.Add(new Issue("kindId", IssueKind.Missing, Texts.Get("FieldKindMissing")));
        if (field.KindId == "terms" && (await vocabularies.Read(current.Region, cancel)).Find(field.Of) is null)
            issues.Add(new Issue("of", IssueKind.Missing, Texts.Get("FieldVocabularyMissing")));
        if (field.KindId == "references" && field.Of.Length > 0 && types.Find(field.Of) is null)
            issues.Add(new Issue("of", IssueKind.Invalid, Texts.Get("FieldTypeUnknown")));
        if (field.IsFacet && !Filterable.Contains(field.KindId))
            issues.Add(new Issue("isFacet", IssueKind.Invalid, Texts.Get("FieldNotFilterable")));
        if (field.IsFacet && field.IsPersonal)
            issues.Add(new Issue("isFacet", IssueKind.Invalid, Texts.Get("FieldPersonalFacet")));
        return issues;
    }

    private static FieldDefinition Clean(FieldDefinition field) => field with
    {
        Label = CleanText.Line(field.Label), Help = CleanText.Line(field.Help), Of = field.KindId is "terms" or "references" ? field.Of : "", Weight = field.IsPersonal ? 0 : field.Weight,
    };

    /// <summary>Camel case, such as <c>costoOrario</c>; apart from every name that a module may give.</summary>
    private static string NameFrom(string label)
    {
        var words = Slug.From(label).Split('-').Where(word => word.Length > 0).ToList();
        var name = string.Concat(words.Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
        return char.IsAsciiLetter(name[0]) ? name : "campo" + name;
    }

    private static int Place(JsonArray rows, string name)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if ((rows[i] as JsonObject)?["name"]?.ToString() == name)
                return i;
        }

        return -1;
    }

    /// <summary>Only what differs from a plain field, so that <c>region.yml</c> can be read.</summary>
    private static JsonObject Write(FieldDefinition field)
    {
        var written = new JsonObject { ["name"] = field.Name, ["kindId"] = field.KindId, ["label"] = field.Label };
        if (field.Help.Length > 0)
            written["help"] = field.Help;
        if (field.Of.Length > 0)
            written["of"] = field.Of;
        if (field.IsRequired)
            written["isRequired"] = true;
        if (field.IsFacet)
            written["isFacet"] = true;
        if (field.IsPersonal)
            written["isPersonal"] = true;
        if (field.Weight != 1)
            written["weight"] = field.Weight;
        return written;
    }
}
