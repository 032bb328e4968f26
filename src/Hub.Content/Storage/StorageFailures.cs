using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Hub.Content.Storage;

/// <summary>Turns the known errors of both providers, wherever they come up, into <see cref="StorageException"/>.</summary>
internal sealed class StorageFailures : IDbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    public static readonly StorageFailures Instance = new();

    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Tell(eventData.Exception);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(eventData.Exception);
        return Task.CompletedTask;
    }

    public void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) => TellLost(eventData.Exception);

    public Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        TellLost(eventData.Exception);
        return Task.CompletedTask;
    }

    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => Tell(eventData.Exception);

    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(eventData.Exception);
        return Task.CompletedTask;
    }

    /// <summary>A database that isn't there yet is no failure: the first migration asks for it, and makes it.</summary>
    private static void TellLost(Exception e)
    {
        if (e is not (SqliteException or PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName }))
            Tell(e);
    }

    private static void Tell(Exception e)
    {
        if (StorageException.From(e) is { } failure)
            throw failure;
    }
}
