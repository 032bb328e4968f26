using Hub.Content.Fields;
using Hub.Content.Workflow;
using Hub.Contributions.Contributors;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Web.Editing;

namespace Hub.Contributions.Pages;

/// <summary>A page of the form.</summary>
/// <param name="Form">With what is wrong and what was done.</param>
/// <param name="Remarks">On any field.</param>
public sealed record StepModel(
    ProposalRow Proposal, Visit Visit, ProposalStep Step, IReadOnlyList<ProposalStep> Steps, ItemForm Form, IReadOnlyList<RemarkRow> Remarks, Completeness Completeness, IReadOnlyList<Item> Similar)
{
    /// <summary>How the fields are as they are kept; see <see cref="KeptFields"/>.</summary>
    public string Shown { get; init; } = "";

    /// <summary>What another window made of fields that this one changed too, by label; only of texts.</summary>
    public IReadOnlyList<(string Label, string Text)> Elsewhere { get; init; } = [];

    public IEnumerable<RemarkRow> RemarksOn(string field) => Remarks.Where(remark => remark.Field == field);
}

/// <summary>How a proposal stands.</summary>
/// <param name="Shown">The page that readers see; null while there is none.</param>
/// <param name="Message">What was done; empty for nothing.</param>
public sealed record ProposalModel(
    ProposalRow Proposal, Visit Visit, IReadOnlyList<ProposalStep> Steps, IReadOnlyList<RemarkRow> Remarks, Completeness Completeness, TypeDefinition Type, Item? Shown,
    ContributionSettings Settings, string Message)
{
    public string LabelOf(string field) => Type.Find(field)?.Label ?? Texts.In["Remark.Whole"];
}

/// <summary>The last page before a proposal is sent.</summary>
/// <param name="Message">What went wrong with the whole; empty for nothing.</param>
public sealed record SendModel(
    ProposalRow Proposal, Visit Visit, IReadOnlyList<ProposalStep> Steps, Completeness Completeness, IReadOnlyList<Issue> Issues, string Message, bool AgreesToLicence, bool AgreesToPrivacy,
    ContributionSettings Settings);
