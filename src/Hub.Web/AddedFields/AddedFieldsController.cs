using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Settings;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.AddedFields;

/// <summary>Where a region adds fields of its own to content types.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/impostazioni/campi")]
[Permit(RegionSettings.ManagePermission)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AddedFieldsController(
    CurrentRegion current, ContentTypes types, Content.Types.AddedFields added, VocabularyReader vocabularies, PageFrame frame) : Controller
{
    private Actor Actor => HttpContext.GetActor();

    [HttpGet("")]
    public IActionResult List() => Page(Texts.Get("AddedFields.Title"), null, "Desk/AddedFields", types.All);

    [HttpGet("{typeId}")]
    public async Task<IActionResult> OfType(string typeId, string? esito, CancellationToken cancel) =>
        await OfType(typeId, new AddedFieldInput { IsSearched = true }, [], esito is { Length: > 0 } ? Texts.Get("Settings.Saved") : "", cancel);

    [HttpPost("{typeId}")]
    public async Task<IActionResult> Add(string typeId, AddedFieldInput input, CancellationToken cancel)
    {
        var outcome = await added.Add(typeId, input.Field(), Actor, cancel);
        return outcome.Kind switch
        {
            OutcomeKind.NotFound => NotFound(),
            OutcomeKind.Done => Redirect(Url.Content($"~/gestione/impostazioni/campi/{typeId}?esito=fatto")),
            _ => await Refused(OfType(typeId, input, outcome.Issues, outcome.Kind == OutcomeKind.Conflict ? Texts.Get("Features.Conflict") : "", cancel)),
        };
    }

    /// <param name="verso"><c>su</c> or <c>giu</c>, then the field's name.</param>
    [HttpPost("{typeId}/ordine")]
    public async Task<IActionResult> Move(string typeId, string? verso, CancellationToken cancel)
    {
        if (verso?.Split(':') is not [var way, var name] || added.Of(typeId).All(field => field.Name != name))
            return NotFound();
        await added.Move(typeId, name, way == "su", Actor, cancel);
        return Redirect(Url.Content($"~/gestione/impostazioni/campi/{typeId}?esito=fatto"));
    }

    [HttpGet("{typeId}/{name}")]
    public async Task<IActionResult> Edit(string typeId, string name, CancellationToken cancel) => await Edit(typeId, name, null, [], "", cancel);

    /// <param name="stamp">Of the field that the form was filled with.</param>
    [HttpPost("{typeId}/{name}")]
    public async Task<IActionResult> Update(string typeId, string name, AddedFieldInput input, string? stamp, CancellationToken cancel)
    {
        var outcome = await added.Update(typeId, name, input.Field(), stamp, Actor, cancel);
        return outcome.Kind switch
        {
            OutcomeKind.NotFound => NotFound(),
            OutcomeKind.Done => Redirect(Url.Content($"~/gestione/impostazioni/campi/{typeId}?esito=fatto")),
            _ => await Refused(Edit(typeId, name, input, outcome.Issues, outcome.Kind == OutcomeKind.Conflict ? Texts.Get("Features.Conflict") : "", cancel)),
        };
    }

    /// <summary>Asks first; takes the field out once that was confirmed.</summary>
    [HttpPost("{typeId}/{name}/fine")]
    public async Task<IActionResult> Remove(string typeId, string name, bool confirmed, CancellationToken cancel)
    {
        if (types.Find(typeId) is not { } type || added.Of(typeId).FirstOrDefault(field => field.Name == name) is not { } found)
            return NotFound();
        if (!confirmed)
            return Page(found.Label, type, "Desk/RemoveField", (type, found));
        await added.Remove(typeId, name, Actor, cancel);
        return Redirect(Url.Content($"~/gestione/impostazioni/campi/{typeId}?esito=fatto"));
    }

    private async Task<IActionResult> Refused(Task<IActionResult> page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await page;
    }

    private async Task<IActionResult> OfType(string typeId, AddedFieldInput input, IReadOnlyList<Issue> issues, string message, CancellationToken cancel) =>
        types.Find(typeId) is { } type
            ? Page(type.Name, null, "Desk/AddedFieldsOfType", new AddedFieldsModel(type, added.Of(typeId), null, input, issues, message, await vocabularies.Read(current.Region, cancel), types.All))
            : NotFound();

    private async Task<IActionResult> Edit(string typeId, string name, AddedFieldInput? input, IReadOnlyList<Issue> issues, string message, CancellationToken cancel) =>
        types.Find(typeId) is { } type && added.Of(typeId).FirstOrDefault(field => field.Name == name) is { } found
            ? Page(found.Label, type, "Desk/AddedField", new AddedFieldsModel(type, [], found, input ?? AddedFieldInput.Of(found), issues, message, await vocabularies.Read(current.Region, cancel), types.All))
            : NotFound();

    private ViewResult Page(string title, TypeDefinition? under, string view, object model)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Under(Texts.Get("Desk.Settings"), "/gestione/impostazioni");
        if (view != "Desk/AddedFields")
            frame.Under(Texts.Get("AddedFields.Title"), "/gestione/impostazioni/campi");
        if (under is not null)
            frame.Under(under.Name, $"/gestione/impostazioni/campi/{under.Id}");
        frame.Is(title);
        return View(view, model);
    }
}

/// <summary>The form of an added field. Hostile.</summary>
public sealed record AddedFieldInput
{
    public string? Label { get; init; }

    public string? Help { get; init; }

    public string? KindId { get; init; }

    /// <summary>The vocabulary of terms.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>The type of references; empty for any.</summary>
    public string? Type { get; init; }

    public bool IsRequired { get; init; }

    public bool IsFacet { get; init; }

    public bool IsSearched { get; init; }

    public bool IsPersonal { get; init; }

    internal static AddedFieldInput Of(FieldDefinition field) => new()
    {
        Label = field.Label, Help = field.Help, KindId = field.KindId, Vocabulary = field.KindId == "terms" ? field.Of : "", Type = field.KindId == "references" ? field.Of : "",
        IsRequired = field.IsRequired, IsFacet = field.IsFacet, IsSearched = field.Weight > 0, IsPersonal = field.IsPersonal,
    };

    internal FieldDefinition Field() => new()
    {
        Name = "", Label = Label ?? "", Help = Help ?? "", KindId = KindId ?? "", Of = (KindId == "terms" ? Vocabulary : Type) ?? "",
        IsRequired = IsRequired, IsFacet = IsFacet, Weight = IsSearched ? 1 : 0, IsPersonal = IsPersonal,
    };
}

/// <summary>The fields that a region added to a type, and the form of one.</summary>
/// <param name="Field">The one being changed; null for a new one.</param>
public sealed record AddedFieldsModel(
    TypeDefinition Type, IReadOnlyList<FieldDefinition> Added, FieldDefinition? Field, AddedFieldInput Input, IReadOnlyList<Issue> Issues, string Message,
    VocabularySet Vocabularies, IReadOnlyList<TypeDefinition> Types)
{
    public string? ProblemOf(string field) => Issues.FirstOrDefault(issue => issue.Field == field)?.Message;
}
