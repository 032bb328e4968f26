using System.Text.Json;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Tests.Support;
using Hub.Content.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Workflow;

/// <summary>Tests with people: an editor, two reviewers, and somebody of another region.</summary>
public abstract class OnStaff(bool isPostgres) : OnDatabase(isPostgres)
{
    protected const string Anna = "anna@example.org";
    protected const string Bruno = "bruno@example.org";
    protected const string Carla = "carla@example.org";

    internal static Actor Writer { get; } = TestHub.Editor with { Name = Anna };

    internal static Actor Reviewer { get; } = TestHub.Reviewer with { Name = Bruno };

    internal static Actor Second { get; } = TestHub.Reviewer with { Name = Carla };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Person(Anna, "toscana", Roles.Editor);
        await Person(Bruno, "toscana", Roles.Reviewer);
        await Person(Carla, "toscana", Roles.Reviewer);
        await Person("dora@example.org", "puglia", Roles.Reviewer);
    }

    internal Task Rules(params TypeRules[] rules) => Hub.Regions.Update("toscana", definition => definition with
    {
        Settings = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { [WorkflowRules.Key] = JsonSerializer.SerializeToElement(new WorkflowRules { Types = rules }, ContentJson.Options) },
    }, "prova");

    internal Task<IReadOnlyList<NoticeRow>> Told(Actor person) =>
        Hub.In(Hub.Toscana, scope => scope.GetRequiredService<Notices>().Of(person, unseenOnly: true));

    internal async Task<string> Kinds(Actor person) => string.Join(' ', (await Told(person)).Reverse().Select(notice => notice.Kind));

    internal async Task<Guid> Saved(string title, Status status = Status.Draft, Actor? by = null)
    {
        var outcome = await Hub.Save(Hub.Toscana, TestHub.Note(title, status), by ?? Writer);
        Assert.Equal("Done", outcome.ToString());
        return outcome.ItemId!.Value;
    }

    private Task<int> Person(string name, string region, string role) => Hub.Db(db =>
    {
        var user = new User { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), Email = name, EmailConfirmed = true };
        db.Users.Add(user);
        db.Memberships.Add(new MembershipRow { UserId = user.Id, Region = region, Role = role });
        return db.SaveChangesAsync();
    });
}
