using System.Net;
using Hub.Content;
using Hub.Content.Items;
using Hub.Content.Media;
using Hub.Content.Storage;
using Hub.Content.Tests.Media;
using Hub.Contributions.Contributors;
using Hub.Contributions.Proposals;
using Hub.Contributions.Review;
using Hub.Practices;
using Hub.Practices.Quality;
using Hub.Practices.Transfers;
using Hub.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;
using Npgsql;

namespace Modules.Tests.Contributions;

/// <summary>What the other tests hold on SQLite holds on PostgreSQL: the migrations of both modules, and the way from a proposal to a certified practice that was reused.</summary>
public sealed class PostgresTests
{
    private static readonly Actor Certifier = Office.Person("certificatrice@example.org", [.. new PracticePermissions().Permissions.Select(permission => permission.Name)]);

    [Fact]
    public async Task AProposalBecomesACertifiedPracticeThatOthersReuse()
    {
        var server = Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "HUB_TEST_POSTGRES names no server; tests/with-postgres makes one.");
        var name = $"hub_modules_{Guid.NewGuid():N}";
        await OnServer(server!, $"CREATE DATABASE {name} TEMPLATE template0");
        var portal = new Portal("--Hub:Database", new UriBuilder(server!) { Path = name }.Uri.ToString());
        await portal.InitializeAsync();
        try
        {
            await Story(portal);
        }
        finally
        {
            await portal.DisposeAsync();
            NpgsqlConnection.ClearAllPools();
            await OnServer(server!, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private static async Task Story(Portal portal)
    {
        using var proposer = new Proposer(portal);
        using var reader = new Proposer(portal);
        var dropped = await proposer.Ready("Da eliminare");
        await proposer.Upload(dropped, Samples.Pdf("via"));
        Assert.Equal(HttpStatusCode.Found, (await proposer.Post($"/proponi/{dropped}/elimina", ("conferma", "true"))).Status);
        var id = await proposer.Begin("Dalla proposta al certificato");
        await proposer.Post($"/proponi/{id}/essenziale", Proposer.Ten("Dalla proposta al certificato"));
        Assert.Equal(HttpStatusCode.Found, (await proposer.Upload(id, Samples.Pdf())).Status);
        var sent = await proposer.SendIt(id);
        Assert.True(sent.Status == HttpStatusCode.Found, sent.Words);
        var file = Assert.Single(await portal.In("toscana", (services, _) => services.GetRequiredService<HeldFiles>().Of(id, Office.Cancel)));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get("/" + MediaPath.Of(file.Id, file.Name))).Status);

        Assert.True((await portal.Decide(id, Office.Second, assents: false, reason: "Manca un periodo.")).Succeeded);
        Assert.Equal(ProposalState.ToComplete, (await portal.Row(id)).State);
        Assert.Equal(HttpStatusCode.Found, (await proposer.SendIt(id)).Status);
        Assert.NotEmpty(await portal.In("toscana", (services, _) => services.GetRequiredService<ReviewQueue>().Of(null, null, Office.Cancel)));
        Assert.True((await portal.Decide(id, Office.Second)).Succeeded);
        Assert.Equal(HttpStatusCode.OK, (await reader.Get("/" + MediaPath.Of(file.Id, file.Name))).Status);

        var today = RomeTime.Today(TimeProvider.System);
        Assert.True((await portal.In("toscana", (services, _) => services.GetRequiredService<Assessments>().Assess(
            id, [.. QualityAxis.All.Select(axis => new Assessment(axis, 2, "Redazione", today, "Una prova."))], Certifier, Office.Cancel))).Succeeded);
        Assert.True((await portal.In("toscana", (services, _) => services.GetRequiredService<Certificates>().Certify(id, new Certification(today, today.AddYears(1), "Redazione", ""), Certifier, Office.Cancel))).Succeeded);
        var page = "/pratiche/" + (await portal.Item(id)).Slug;
        var mark = await portal.In("toscana", (services, _) => Task.FromResult(new FormMark(services.GetRequiredService<IDataProtectionProvider>(), new ShiftedClock(TimeSpan.FromMinutes(-1))).Begin()));
        Assert.Equal(HttpStatusCode.Found, (await reader.Post(page + "/riuso", ("segno", mark), ("organisation", "Ambito di prova"), ("place", "Prova"), ("when", "2027"), ("changed", "Due tavoli."), ("happened", "È andata."))).Status);
        await portal.In("toscana", async (services, _) =>
        {
            var log = services.GetRequiredService<TransferLog>();
            return await log.Publish((await log.Waiting(Office.Cancel)).Single(row => row.ItemId == id).Id, Certifier, Office.Cancel);
        });

        var words = (await reader.Get(page)).Words;
        Assert.Contains("Ambito di prova", words, StringComparison.Ordinal);
        Assert.Contains("Certificata", words, StringComparison.OrdinalIgnoreCase);
        await portal.In("toscana", async (services, region) =>
        {
            await ActivatorUtilities.CreateInstance<ForgetContributors>(services, (TimeProvider)new ShiftedClock(TimeSpan.FromDays(400))).Run(region, Office.Cancel);
            return true;
        });
        Assert.Equal(HttpStatusCode.OK, (await proposer.Post("/proponi/cancella")).Status);
    }

    private static async Task OnServer(string server, string sql)
    {
        var database = Database.From(new UriBuilder(server) { Path = "postgres" }.Uri.ToString(), "");
        await using var connection = new NpgsqlConnection(database.Connection);
        await connection.OpenAsync(Office.Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Office.Cancel);
    }
}
