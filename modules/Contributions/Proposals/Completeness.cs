using System.Text.Json.Nodes;

namespace Hub.Contributions.Proposals;

/// <summary>What a proposal still lacks: to be sent, and one day to be certified.</summary>
/// <param name="ForProposal">Fields that are empty; nobody can send before they are filled.</param>
/// <param name="ForCertification">Fields that are empty and that a certified practice has.</param>
public sealed record Completeness(IReadOnlyList<MissingField> ForProposal, IReadOnlyList<MissingField> ForCertification, int Filled, int All)
{
    /// <summary>What those who certify look for beside what every proposal has.</summary>
    private static readonly string[] Certified = ["need", "objectives", "legalBasis", "acts", "outcomes", "evidence", "difficulties", "transfer"];

    public bool MayBeSent => ForProposal.Count == 0;

    /// <param name="values">As written in the form.</param>
    public static Completeness Of(TypeDefinition type, JsonObject values)
    {
        var steps = ProposalSteps.Of(type);
        var wanted = Fields(steps, ProposalSteps.Wanted).ToList();
        var certified = Fields(steps, Certified).ToList();
        var first = wanted.Where(field => !IsFilled(values, field.Field.Name)).ToList();
        var later = certified.Where(field => !IsFilled(values, field.Field.Name)).ToList();
        return new Completeness(first, later, wanted.Count + certified.Count - first.Count - later.Count, wanted.Count + certified.Count);
    }

    private static IEnumerable<MissingField> Fields(IReadOnlyList<ProposalStep> steps, IReadOnlyList<string> names) =>
        from step in steps
        from field in step.Fields
        where names.Contains(field.Name)
        select new MissingField(step.Slug, field);

    /// <summary>A place may be told as comuni or as a territory.</summary>
    private static bool IsFilled(JsonObject values, string name) => Has(values[name]) || (name == "places" && Has(values["territories"]));

    private static bool Has(JsonNode? value) => value switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        JsonObject mapping => mapping.Count > 0,
        _ => value.ToString().Trim().Length > 0,
    };
}

/// <summary>A field that is empty.</summary>
/// <param name="Step">Slug of the page where it stands.</param>
public sealed record MissingField(string Step, FieldDefinition Field);
