using System.Net;
using System.Text.Json;
using Hub.Web.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace Hub.Web.Tests;

public sealed class OutageTests : IAsyncLifetime
{
    private readonly Portal portal = new();

    private string Database => Path.Combine(portal.DataPath, "hub.db");

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task AHealthyHubSaysSo()
    {
        var answer = await portal.Reader.Ask("/toscana/salute");

        Assert.Equal((HttpStatusCode.OK, """{"ok":true,"problemi":[]}"""), (answer.Status, answer.Text));
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFullBoardIsToldWithoutDetails()
    {
        await portal.In("toscana", services =>
        {
            var board = (SampleModule.NoticeBoard)services.GetService(typeof(SampleModule.NoticeBoard))!;
            for (var number = 0; number < 201; number++)
                board.Pin(portal.Regions.Current.Find("toscana")!, new SampleModule.Notice(Guid.NewGuid(), "Uno", new DateOnly(2099, 1, 1)));
            return Task.FromResult(true);
        });

        var answer = await portal.Reader.Ask("/toscana/salute");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"ok":false,"problemi":["Appuntamenti"]}"""), (answer.Status, answer.Text));
        Assert.Equal(HttpStatusCode.OK, (await portal.Reader.Ask("/puglia/salute")).Status);
    }

    [Fact]
    public async Task WithoutItsDatabaseTheHubShowsWhatItKnowsAndComesBackByItself()
    {
        await portal.Kept("/toscana/pagine/pagina-01");
        SqliteConnection.ClearAllPools();
        File.Move(Database, Database + ".away");
        Directory.CreateDirectory(Database);

        Assert.Equal(HttpStatusCode.OK, (await portal.Reader.Ask("/toscana/pagine/pagina-01")).Status);
        var other = await portal.Reader.Ask("/toscana/pagine/pagina-09");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, other.Status);
        Assert.Contains("italia-toscana", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hub.db", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sqlite", other.Text, StringComparison.OrdinalIgnoreCase);
        var health = await portal.Reader.Ask("/toscana/salute");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.Status);
        using (var told = JsonDocument.Parse(health.Text))
            Assert.False(told.RootElement.GetProperty("ok").GetBoolean());
        Assert.DoesNotContain("hub.db", health.Text, StringComparison.Ordinal);

        Directory.Delete(Database);
        File.Move(Database + ".away", Database);
        Assert.Equal(HttpStatusCode.OK, (await portal.Reader.Ask("/toscana/pagine/pagina-09")).Status);
        Assert.Equal(HttpStatusCode.OK, (await portal.Reader.Ask("/toscana/salute")).Status);
        await portal.Publish("toscana", "pagina-01", "Dopo il guasto");
        Assert.Contains("Dopo il guasto", (await portal.Reader.Ask("/toscana/pagine/pagina-01")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileAnotherProgramWritesReadersReadAndAFormIsRefusedInTheEnd()
    {
        await using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await Run(other, "BEGIN IMMEDIATE");

        Assert.Equal(HttpStatusCode.OK, (await portal.Reader.Ask("/toscana/pagine/pagina-10")).Status);
        using var visitor = portal.NewVisitor();
        var refused = await visitor.Post("/toscana/commenti", [KeyValuePair.Create("path", "/"), KeyValuePair.Create("stars", "5")]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("nulla è stato cambiato", refused.Text, StringComparison.Ordinal);
        Assert.Contains("italia-toscana", refused.Text, StringComparison.Ordinal);

        await Run(other, "ROLLBACK");
        Assert.Equal(HttpStatusCode.Found, (await visitor.Post("/toscana/commenti", [KeyValuePair.Create("path", "/"), KeyValuePair.Create("stars", "5")])).Status);
    }

    private static async Task Run(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
