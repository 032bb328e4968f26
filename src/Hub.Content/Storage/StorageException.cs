using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hub.Content.Storage;

/// <summary>The database could not do what was asked; nothing was changed. Tells the operator what to do.</summary>
public sealed class StorageException(string code, string message, string remedy, Exception cause)
    : Exception($"{code} {message} {remedy}", cause)
{
    public string Code { get; } = code;

    public string Remedy { get; } = remedy;

    /// <summary>What an error of the provider means; null when it is not one of the known kinds.</summary>
    public static StorageException? From(Exception e) => Provider(e) switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } locked => new StorageException(
            "HUB-D002", "The database is locked by another program.", "Stop the other program, or wait and try again.", locked),
        SqliteException { SqliteErrorCode: 13 } full => new StorageException(
            "HUB-D003", "The database or its disk is full.", "Free some space, then try again.", full),
        SqliteException { SqliteErrorCode: 8 or 14 } readOnly => new StorageException(
            "HUB-D004", "The database file can't be opened or written.", "Check that the data folder exists and belongs to the hub's user.", readOnly),
        SqliteException { SqliteErrorCode: 11 or 26 } damaged => new StorageException(
            "HUB-D005", "The database file is damaged.", "Restore it from a backup.", damaged),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory } full => new StorageException(
            "HUB-D003", "The database or its disk is full.", "Free some space, then try again.", full),
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected } locked => new StorageException(
            "HUB-D002", "The database is locked by another transaction.", "Try again.", locked),
        NpgsqlException { InnerException: System.Net.Sockets.SocketException } lost => new StorageException(
            "HUB-D006", "The database server can't be reached.", "Check Hub:Database and that the server runs.", lost),
        _ => null,
    };

    private static DbException? Provider(Exception? e) => e switch
    {
        null => null,
        DbUpdateConcurrencyException => null,
        DbException provider => provider,
        _ => Provider(e.InnerException),
    };
}
