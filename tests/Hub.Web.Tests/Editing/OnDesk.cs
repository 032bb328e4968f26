using System.Net;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Web.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Editing;

/// <summary>A hub for one class of tests, with an editor and a reviewer of Toscana, each signed in.</summary>
public sealed class DeskPortal : IAsyncLifetime
{
    public Portal Portal { get; } = new();

    public Visitor Editor { get; private set; } = null!;

    public Visitor Reviewer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Portal.InitializeAsync();
        Editor = await Portal.Person("redattrice@example.it", "toscana", Roles.Editor);
        Reviewer = await Portal.Person("revisore@example.it", "toscana", Roles.Reviewer);
    }

    public async ValueTask DisposeAsync()
    {
        Editor.Dispose();
        Reviewer.Dispose();
        await Portal.DisposeAsync();
    }
}

/// <summary>What tests of the editors' desk do; each with items of its own.</summary>
public abstract class OnDesk(DeskPortal desk) : IClassFixture<DeskPortal>
{
    protected const string Contents = "/toscana/gestione/contenuti";

    protected static readonly (string, string)[] Good = [("title", "Come si apre un tavolo"), ("summary", "In breve."), ("body", "Prima si scrive l'avviso.")];

    protected DeskPortal Desk => desk;

    protected Visitor Editor => desk.Editor;

    protected Visitor Reviewer => desk.Reviewer;

    protected static string NewPage(Guid id) => $"{Contents}/{id}?tipo=pagina";

    protected static string Page(Guid id) => $"{Contents}/{id}";

    /// <summary>Sends the form of an item as a browser would: its fields as they stand, but for those given.</summary>
    protected static async Task<Answer> Send(Visitor who, string at, string action, params (string Name, string Value)[] fields) =>
        await Send(who, await who.Ask(at), at, action, fields);

    protected static Task<Answer> Send(Visitor who, Answer shown, string at, string action, params (string Name, string Value)[] fields)
    {
        var names = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var standing = shown.Page.QuerySelectorAll("#modulo input, #modulo textarea")
            .Where(input => input.GetAttribute("type") is not ("checkbox" or "search") || input.HasAttribute("checked"))
            .Where(input => input.HasAttribute("name") && !names.Contains(input.GetAttribute("name")!))
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.LocalName == "textarea" ? input.TextContent : input.GetAttribute("value") ?? ""));
        return who.Post(at, [.. standing, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("_azione", action)]);
    }

    /// <summary>A page that the editor saved.</summary>
    protected async Task<Guid> Saved(string action = "salva", params (string, string)[] fields)
    {
        var id = Guid.CreateVersion7();
        var answer = await Send(Editor, NewPage(id), action, fields.Length > 0 ? fields : Good);
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        return id;
    }

    /// <summary>Decides on an item as the form under it does.</summary>
    protected static Task<Answer> Decide(Visitor who, Guid id, string status, params (string, string)[] fields) =>
        who.Send(Page(id), $"{Page(id)}/stato", [("a", status), .. fields]);

    /// <summary>Where readers see a page.</summary>
    protected async Task<string> PublicPage(Guid id) => $"/toscana/pagine/{(await Row(id)).Slug}";

    protected Task<ItemRow> Row(Guid id) => desk.Portal.In("toscana", services => services.GetRequiredService<HubDb>().Items.AsNoTracking().SingleAsync(row => row.Id == id));
}
