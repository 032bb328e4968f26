namespace Hub.Contributions.Proposals;

/// <summary>
/// The way through the form: ten fields first, then the rest in the order of the practice's page. Every field of a practice is in
/// a step or <see cref="ForEditors"/>; what is in no step can't be sent, whatever a form holds. Fields that a region added come last.
/// </summary>
public static class ProposalSteps
{
    /// <summary>The type that is proposed.</summary>
    public const string Type = "pratica";

    /// <summary>What a proposal starts with.</summary>
    public static readonly IReadOnlyList<string> First = ["title", "places", "summary", "owner"];

    /// <summary>What a proposal needs before it is sent.</summary>
    public static readonly IReadOnlyList<string> Wanted = [.. First, "state", "period", "instruments", "target", "body", "sources"];

    private static readonly (string Slug, IReadOnlyList<string> Fields)[] Groups =
    [
        ("essenziale", Wanted),
        ("contesto", ["territories", "partners", "areas", "need", "objectives"]),
        ("percorso", ["phases", "steps", "tools", "participants", "participantCount", "facilitation", "legalBasis", "acts", "meetings", "deadlines"]),
        ("risorse", ["amount", "fund", "funding", "staff", "volunteers"]),
        ("esiti", ["outcomes", "indicators", "evidence", "difficulties"]),
        ("riuso", ["transfer", "contacts", "media"]),
    ];

    /// <summary>
    /// What is the editors' own: which page is the owner's, who told it (a recognised organisation is set when it sends), the licence (contributors agree to one when they send), and when
    /// the text was checked against its sources.
    /// </summary>
    public static readonly IReadOnlyList<string> ForEditors = ["ownerBody", "toldBy", "licence", "checkedOn"];

    public static IReadOnlyList<ProposalStep> Of(TypeDefinition type)
    {
        var steps = Groups.Select(group => new ProposalStep(group.Slug, [.. group.Fields.Select(type.Find).OfType<FieldDefinition>().Select(Explained)])).Where(step => step.Fields.Count > 0);
        var added = type.Fields.Where(field => field.IsRegional).ToList();
        return added.Count == 0 ? [.. steps] : [.. steps, new ProposalStep("altro", added)];
    }

    /// <summary>With the help for whoever proposes, an example in it, and marked when nothing can be sent without it.</summary>
    private static FieldDefinition Explained(FieldDefinition field) => field with
    {
        Help = Texts.In.Has($"Field.{field.Name}") ? Texts.In[$"Field.{field.Name}"] : field.Help, IsRequired = field.IsRequired || Wanted.Contains(field.Name),
    };
}

/// <summary>A page of the form.</summary>
/// <param name="Slug">Last segment of its address; names the texts <c>Step.slug</c>.</param>
public sealed record ProposalStep(string Slug, IReadOnlyList<FieldDefinition> Fields)
{
    public string Title => Texts.In[$"Step.{Slug}"];
}
