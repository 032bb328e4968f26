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
    public static StorageException? From(Exception e) => e as StorageException ?? FromProvider(Provider(e));

    /// <summary>Whether a row was refused because another one has its key.</summary>
    internal static bool IsDuplicate(Exception e) => Provider(e) is
        SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private static StorageException? FromProvider(DbException? e) => e switch
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
        SqliteException { SqliteErrorCode: 10 } broken => new StorageException(
            "HUB-D008", "The disk reported an error.", "Check the disk and its free space, then try again.", broken),
        PostgresException { SqlState: "57P01" or "57P02" or "57P03" or PostgresErrorCodes.TooManyConnections } busy => new StorageException(
            "HUB-D006", "The database server doesn't accept work.", "Check that it runs and how many connections it allows.", busy),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName } refused => new StorageException(
            "HUB-D006", "The database server refused the connection.", "Check user, password and database name in Hub:Database.", refused),
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException or TimeoutException } lost => new StorageException(
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
