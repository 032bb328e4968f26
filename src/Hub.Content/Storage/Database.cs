using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Hub.Content.Storage;

/// <summary>Which database the hub keeps its truth in, from configuration.</summary>
public sealed class Database
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SqliteSettings sqlite;

    private Database(bool isPostgres, string connection, string shown, TimeSpan? patience = null)
    {
        sqlite = new SqliteSettings(patience ?? Patience);
        IsPostgres = isPostgres;
        Connection = connection;
        Shown = shown;
    }

    /// <summary>PostgreSQL; else SQLite.</summary>
    public bool IsPostgres { get; }

    public string Connection { get; }

    /// <summary>Name for people and logs, without secrets.</summary>
    public string Shown { get; }

    /// <param name="setting">
    /// <c>postgres://user:password@host:port/database</c>, an Npgsql connection string, or empty for SQLite.
    /// </param>
    /// <param name="dataPath">Folder of the SQLite file; made when absent.</param>
    /// <exception cref="Kernel.StartupException">HUB-D001: the setting can't be understood.</exception>
    public static Database From(string? setting, string dataPath)
    {
        if (string.IsNullOrWhiteSpace(setting))
            return Sqlite(Path.Combine(dataPath, "hub.db"));
        try
        {
            var settings = setting.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && setting.Contains("://", StringComparison.Ordinal)
                ? FromUri(new Uri(setting))
                : new NpgsqlConnectionStringBuilder(setting);
            return new Database(true, settings.ConnectionString, $"PostgreSQL {settings.Host}:{settings.Port}/{settings.Database}");
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException or FormatException)
        {
            throw new Kernel.StartupException(new Kernel.StartupError("HUB-D001", "Hub:Database",
                "The database setting is neither an address nor a connection string.",
                "Write postgres://user:password@host:5432/database, or leave it empty for SQLite."));
        }
    }

    /// <summary>A SQLite database in a file.</summary>
    /// <param name="patience">How long to wait for another program's lock, in whole seconds; ten when null.</param>
    public static Database Sqlite(string file, TimeSpan? patience = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = (int)(patience ?? Patience).TotalSeconds, ForeignKeys = true };
        return new Database(false, connection.ConnectionString, $"SQLite {file}", patience);
    }

    /// <param name="modules">Which tables modules add.</param>
    public void Configure(DbContextOptionsBuilder options, IEnumerable<IModuleTables> modules)
    {
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new ModuleTables([.. modules]));
        options.ConfigureWarnings(warnings => warnings.Ignore(
            RelationalEventId.PendingModelChangesWarning, // migrations are written by hand; a test compares them with the model
            CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
        options.AddInterceptors(StorageFailures.Instance);
        if (IsPostgres)
            options.UseNpgsql(Connection);
        else
            options.UseSqlite(Connection).AddInterceptors(sqlite);
    }

    private static NpgsqlConnectionStringBuilder FromUri(Uri uri)
    {
        var (user, _, password) = Split(uri.UserInfo, ':');
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = uri.AbsolutePath.Trim('/') is { Length: > 0 } name ? name : "hub",
            Username = Uri.UnescapeDataString(user),
            Password = Uri.UnescapeDataString(password),
        };
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, _, value) = Split(option, '=');
            settings[Uri.UnescapeDataString(key)] = Uri.UnescapeDataString(value);
        }

        return settings;
    }

    private static (string Before, string Separator, string After) Split(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "", "") : (text[..at], separator.ToString(), text[(at + 1)..]);
    }
}
