using System.Text.Json.Nodes;
using Hub.Practices.Quality;

namespace Hub.Contributions.Proposals;

/// <summary>What a proposal still lacks: to be sent, and one day to be certified.</summary>
/// <param name="ForProposal">Fields that are empty; nobody can send before they are filled.</param>
/// <param name="ForCertification">Fields of the parts that those who certify look for (<see cref="PracticePart"/>) and that are not told yet.</param>
public sealed record Completeness(IReadOnlyList<MissingField> ForProposal, IReadOnlyList<MissingField> ForCertification, int Filled, int All)
{
    public bool MayBeSent => ForProposal.Count == 0;

    /// <param name="values">As written in the form.</param>
    public static Completeness Of(TypeDefinition type, JsonObject values)
    {
        var steps = ProposalSteps.Of(type);
        var wanted = ProposalSteps.Wanted.Select(PartOf).ToList();
        var later = PracticePart.All.Where(part => !wanted.Exists(each => each.Fields.Any(part.Fields.Contains))).ToList();
        var (missing, missingLater) = (wanted.Where(part => !part.IsTold(values)).ToList(), later.Where(part => !part.IsTold(values)).ToList());
        var all = wanted.Count + later.Count;
        return new Completeness([.. Fields(steps, missing)], [.. Fields(steps, missingLater)], all - missing.Count - missingLater.Count, all);
    }

    /// <summary>A field is told where the part that it belongs to is: a place as comuni or as a territory.</summary>
    private static PracticePart PartOf(string field) => PracticePart.All.FirstOrDefault(part => part.Fields.Contains(field)) ?? new PracticePart(field);

    private static IEnumerable<MissingField> Fields(IReadOnlyList<ProposalStep> steps, IReadOnlyList<PracticePart> parts) =>
        from step in steps
        from field in step.Fields
        where parts.Any(part => part.Fields[0] == field.Name)
        select new MissingField(step.Slug, field);
}

/// <summary>A field that is empty.</summary>
/// <param name="Step">Slug of the page where it stands.</param>
public sealed record MissingField(string Step, FieldDefinition Field);
