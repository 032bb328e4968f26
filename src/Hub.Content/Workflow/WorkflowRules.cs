using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Settings;
using Hub.Content.Types;
using Hub.Kernel.Regions;

namespace Hub.Content.Workflow;

/// <summary>What a region asks of a type's way to its readers.</summary>
public sealed record TypeRules
{
    /// <summary>Id of the type.</summary>
    public string Type { get; init; } = "";

    /// <summary>Whoever wrote a version may not approve or publish it.</summary>
    public bool SecondPerson { get; init; }

    /// <summary>An item is to be checked again so many months after its publication; null for no rule.</summary>
    public decimal? ReviewMonths { get; init; }
}

/// <summary>The rules of a region, by type.</summary>
public sealed record WorkflowRules
{
    public const string Key = "workflow";
    private const int MaxMonths = 120;

    public IReadOnlyList<TypeRules> Types { get; init; } = [];

    public static WorkflowRules Of(Region region) => RegionSettings.Of<WorkflowRules>(region, Key);

    public TypeRules For(string type) => Types.LastOrDefault(rules => rules.Type == type) ?? new TypeRules { Type = type };

    /// <summary>Why the author of a version may not put it before readers, or null when they may.</summary>
    internal Issue? SecondPersonIsNeeded(string type, Status to, string author, Actor actor) =>
        to is Status.Approved or Status.Scheduled or Status.Published && !actor.IsHub && !actor.NeedsNoSecond && actor.Name == author && For(type).SecondPerson
            ? new Issue("status", IssueKind.Invalid, Texts.Get("SecondPerson"))
            : null;

    /// <summary>The day by which an item that is published or confirmed today is to be checked: the one asked for when it is to come, else what the rule says.</summary>
    internal DateOnly? NextReview(string type, DateOnly? asked, DateOnly today) =>
        asked > today ? asked : For(type).ReviewMonths is { } months and >= 1 ? today.AddMonths((int)Math.Min(months, MaxMonths)) : null;
}

/// <summary>The rules in a region's settings.</summary>
internal sealed class WorkflowSection : ISettingsSection
{
    public string Key => WorkflowRules.Key;

    public string Title => Texts.Get("Workflow.Title");

    public IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new()
        {
            Name = "types", KindId = "group", Label = Texts.Get("Workflow.Types"), Help = Texts.Get("Workflow.Types.Help"),
            Fields =
            [
                new() { Name = "type", KindId = "type", Label = Texts.Get("Workflow.Type"), IsRequired = true },
                new() { Name = "secondPerson", KindId = "boolean", Label = Texts.Get("Workflow.SecondPerson") },
                new() { Name = "reviewMonths", KindId = "number", Label = Texts.Get("Workflow.ReviewMonths") },
            ],
        },
    ];
}
