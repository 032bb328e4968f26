using System.Text.Json.Nodes;
using Hub.Content.Editing;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Types;
using Hub.Content.Workflow;
using Hub.Web.Desk;

namespace Hub.Web.Editing;

/// <summary>The form of an item: what the page shows, from what is stored, kept or typed.</summary>
/// <param name="Id">Of the item, also of one that is not stored yet.</param>
/// <param name="Stored">Null for a new item.</param>
/// <param name="Typed">What stands in the form.</param>
/// <param name="Issues">What is wrong with it.</param>
/// <param name="Message">What was done, or what went wrong with the whole; empty at first.</param>
public sealed record ItemForm(
    Guid Id, TypeDefinition Type, DeskItem? Stored, TypedItem Typed, Choices Choices, IReadOnlyList<Issue> Issues, string Message)
{
    /// <summary>The person may save and publish in one go: no rule asks for a second one.</summary>
    public required bool MayPublishOwn { get; init; }

    /// <summary>The person may put the stored version before readers.</summary>
    public required bool MayPublish { get; init; }

    public required bool MayReview { get; init; }

    /// <summary>Readers never saw it, it waits for nobody, and the person may ask for it to be deleted.</summary>
    public bool MayDelete { get; init; }

    /// <summary>Why the stored version was sent back; empty when it wasn't.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What differs between the version that somebody else saved meanwhile and this text.</summary>
    public IReadOnlyList<FieldDifference> Against { get; init; } = [];

    /// <summary>Account names of other people who have the item open.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>UTC; when the text that stands here was kept without being saved; null when it is as saved.</summary>
    public DateTime? KeptAt { get; init; }

    /// <summary>Somebody saved the item since this text was begun.</summary>
    public bool IsOverDate => Stored is not null && Typed.Stamp != Stored.Stamp;

    public IReadOnlyList<RemarkRow> General => [.. Choices.Remarks[""]];

    public InputModel Input(FieldDefinition field) => new(field, field.Name, Typed.Values[field.Name], Issues, Choices);

    /// <summary>The one thing that is to be done next, by this person, with what stands in the form.</summary>
    public NextStep Step => Stored switch
    {
        { IsHidden: true } => NextStep.None,
        { Status: Status.InReview } => MayReview ? NextStep.Decide : NextStep.None,
        { Status: Status.Approved } => MayPublish ? NextStep.Decide : NextStep.None,
        { Status: Status.Scheduled } => NextStep.None,
        _ => MayPublishOwn ? NextStep.Publish : NextStep.Submit,
    };

    /// <summary>The id of the control that an issue concerns; null when the page has none.</summary>
    public string? AnchorOf(Issue issue)
    {
        var name = issue.Field.Split('[', '.')[0];
        return name switch
        {
            "publishAt" or "withdrawAt" or "review" => InputModel.IdOf("_" + name),
            "slug" or "reason" or "quando" or "next" or "_publishAt" or "_withdrawAt" or "_review" => InputModel.IdOf(name),
            _ => Type.Fields.Any(field => field.Name == name) ? InputModel.IdOf(issue.Field) : null,
        };
    }

    public string? Problem(string name) => Issues.FirstOrDefault(issue => issue.Field == name)?.Message;

    /// <summary>Where an item's decisions may lead from here; only for what is stored.</summary>
    public IEnumerable<Status> Next => Stored is null ? [] : Statuses.After(Stored.Status).Where(IsOffered).Concat(Stored.Status == Status.Scheduled && MayPublish ? [Status.Scheduled] : []);

    private bool IsOffered(Status to) => to switch
    {
        Status.InReview => MayPublishOwn, // others send it from the form itself
        Status.Draft => Stored!.Status is Status.InReview or Status.Scheduled or Status.Withdrawn,
        Status.ToComplete or Status.Approved => MayReview,
        Status.ToRecheck => false, // the hub's own doing
        Status.Published when Stored!.Status == Status.Draft => false, // as above
        Status.Scheduled when Stored!.Status == Status.Draft => false,
        Status.Withdrawn => MayPublish && (Stored!.Live is not null || Stored.IsHidden),
        _ => MayPublish,
    };
}

/// <summary>What somebody typed into the form of an item. Hostile until read.</summary>
/// <param name="Values">By field.</param>
/// <param name="Stamp">The item's stamp that it is based on.</param>
public sealed record TypedItem(JsonObject Values, int Stamp)
{
    /// <summary>Empty to leave it to the title, or as it is.</summary>
    public string Slug { get; init; } = "";

    public string Review { get; init; } = "";

    public string PublishAt { get; init; } = "";

    public string WithdrawAt { get; init; } = "";

    public string Note { get; init; } = "";

    public bool IsNotePublic { get; init; }

    public Guid? Overrides { get; init; }
}

/// <summary>What the bar under the form offers beside saving.</summary>
public enum NextStep
{
    /// <summary>It is somebody else's turn.</summary>
    None,

    /// <summary>To send it to whoever reviews.</summary>
    Submit,

    /// <summary>To put it before readers, at once or at a set time.</summary>
    Publish,

    /// <summary>To decide on what is stored.</summary>
    Decide,
}
