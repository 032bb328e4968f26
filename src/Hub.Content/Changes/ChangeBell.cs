using System.Data.Common;
using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Content.Changes;

/// <summary>
/// Wakes whoever waits for changes of other processes: by NOTIFY on PostgreSQL, as soon as they are committed, and after a
/// while in any case. For one waiter.
/// </summary>
internal sealed class ChangeBell(Database database, TimeProvider clock, ILogger<ChangeBell> log) : IAsyncDisposable
{
    private const string Channel = "hub_changes";
    private NpgsqlConnection? line;

    /// <summary>Rings for all processes when the transaction is committed.</summary>
    public static async Task Ring(HubDb db, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlRawAsync($"NOTIFY {Channel}", cancel);
    }

    /// <summary>Returns when the bell rang or the time has passed.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken cancel)
    {
        if (!database.IsPostgres)
        {
            await Task.Delay(atMost, clock, cancel);
            return;
        }

        try
        {
            if (line is null)
                await Listen(cancel);
            await line!.WaitAsync(atMost, cancel);
        }
        catch (Exception e) when (e is DbException or IOException or InvalidOperationException)
        {
            log.LogDebug(e, "The line to the database is lost; it is opened again.");
            await DisposeAsync();
            await Task.Delay(atMost, clock, cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (line is not null)
            await line.DisposeAsync();
        line = null;
    }

    private async Task Listen(CancellationToken cancel)
    {
        line = new NpgsqlConnection(database.Connection);
        await line.OpenAsync(cancel);
        await using var command = new NpgsqlCommand($"LISTEN {Channel}", line);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
