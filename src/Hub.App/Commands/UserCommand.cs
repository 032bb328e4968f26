using System.CommandLine;
using Hub.Content.Accounts;
using Hub.Content.Items;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.App.Commands;

/// <summary>Accounts from the command line: for operators, and for when nobody can sign in any more. Every change is audited.</summary>
internal static class UserCommand
{
    private const string NoRole = "none";

    private static readonly Actor Operator = Actor.Hub("command line");

    public static Command Make()
    {
        var email = new Argument<string>("email") { Description = "Address of the account." };
        var region = new Argument<string>("region") { Description = "Id of the region." };
        var role = new Argument<string>("role") { Description = $"One of {string.Join(", ", Roles.All)}; for role, {NoRole} takes all." };
        var twoSteps = new Option<bool>("--two-steps-off") { Description = "Turn the second step off too, for whoever lost the phone and the recovery codes." };

        var list = Sub("list", "List the accounts with their roles.", (app, _, cancel) => List(app, cancel));
        var invite = Sub("invite", "Write to somebody with a link into a region.", (app, parsed, cancel) =>
            Invite(app, parsed.GetRequiredValue(email), parsed.GetRequiredValue(region), parsed.GetRequiredValue(role), cancel), email, region, role);
        var give = Sub("role", "Give an account another role in a region, or none.", (app, parsed, cancel) =>
            Give(app, parsed.GetRequiredValue(email), parsed.GetRequiredValue(region), parsed.GetRequiredValue(role), cancel), email, region, role);
        var reset = Sub("reset", "Print a link to set another password.", (app, parsed, cancel) => Reset(app, parsed.GetRequiredValue(email), parsed.GetValue(twoSteps), cancel), email);
        reset.Add(twoSteps);
        var shut = Sub("lock", "Shut an account out and sign it out everywhere.", (app, parsed, cancel) => Lock(app, parsed.GetRequiredValue(email), true, cancel), email);
        var open = Sub("unlock", "Let a locked account in again.", (app, parsed, cancel) => Lock(app, parsed.GetRequiredValue(email), false, cancel), email);
        return new Command("user", "List, invite, recover and lock accounts, and give roles.") { list, invite, give, reset, shut, open };
    }

    private static Command Sub(string name, string description, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> work, params Argument[] arguments)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        foreach (var argument in arguments)
            command.Add(argument);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var app = HubApplication.Build([.. parsed.UnmatchedTokens]);
            await app.Services.GetRequiredService<FirstRun>().Prepare(Console.WriteLine, null, cancel);
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(app.Services.GetRequiredService<RegionDirectory>().Current.National);
            return await work(scope.ServiceProvider, parsed, cancel);
        });
        return command;
    }

    private static async Task<int> List(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<HubDb>();
        var roles = (await db.Memberships.AsNoTracking().ToListAsync(cancel)).ToLookup(row => row.UserId);
        foreach (var user in await db.Users.AsNoTracking().OrderBy(user => user.Email).ToListAsync(cancel))
        {
            var marks = string.Join(' ', new[] { user.TwoFactorEnabled ? "two-steps" : "", user.LockoutEnd > services.GetRequiredService<TimeProvider>().GetUtcNow() ? "locked" : "" }.Where(mark => mark.Length > 0));
            Console.WriteLine($"{user.Email,-40} {user.LastSignIn:yyyy-MM-dd} {string.Join(", ", roles[user.Id].Select(row => $"{row.Region}:{row.Role}"))} {marks}");
        }

        return 0;
    }

    private static async Task<int> Invite(IServiceProvider services, string email, string regionId, string role, CancellationToken cancel) =>
        FindRegion(services, regionId) is { } region
            ? Say(await services.GetRequiredService<Invitations>().Invite(region, email, role, Operator, cancel), "The invitation waits in the outbox; a hub that is running sends it within a minute.")
            : 2;

    private static async Task<int> Give(IServiceProvider services, string email, string regionId, string role, CancellationToken cancel)
    {
        if (FindRegion(services, regionId) is not { } region || await FindUser(services, email) is not { } user)
            return 2;
        var people = services.GetRequiredService<People>();
        return Say(role == NoRole ? await people.Remove(region, user.Id, Operator, cancel) : await people.Give(region, user.Id, role, Operator, cancel), "Done.");
    }

    private static async Task<int> Reset(IServiceProvider services, string email, bool turnsTwoStepsOff, CancellationToken cancel)
    {
        if (await FindUser(services, email) is not { } user)
            return 2;
        if (turnsTwoStepsOff)
            await services.GetRequiredService<OwnAccount>().SetTwoSteps(user, false, Operator, cancel);
        var recovery = services.GetRequiredService<Recovery>();
        var root = services.GetRequiredService<PortalAddresses>().RootOf(services.GetRequiredService<RegionDirectory>().Current.National);
        Console.WriteLine($"{root}/gestione/recupero/password?codice={await recovery.NewToken(user, Operator, cancel)}");
        return 0;
    }

    private static async Task<int> Lock(IServiceProvider services, string email, bool isLocked, CancellationToken cancel)
    {
        if (await FindUser(services, email) is not { } user)
            return 2;
        await services.GetRequiredService<Recovery>().SetLock(user, isLocked, Operator, cancel);
        Console.WriteLine("Done.");
        return 0;
    }

    private static Region? FindRegion(IServiceProvider services, string id)
    {
        var region = services.GetRequiredService<RegionDirectory>().Current.Find(id);
        if (region is null)
            Console.Error.WriteLine($"There is no region {id}.");
        return region;
    }

    private static async Task<User?> FindUser(IServiceProvider services, string email)
    {
        var user = await services.GetRequiredService<UserManager<User>>().FindByEmailAsync(email);
        if (user is null)
            await Console.Error.WriteLineAsync($"There is no account {email}.");
        return user;
    }

    private static int Say(Outcome outcome, string done)
    {
        Console.WriteLine(outcome.Succeeded ? done : outcome.ToString());
        return outcome.Succeeded ? 0 : 2;
    }
}
