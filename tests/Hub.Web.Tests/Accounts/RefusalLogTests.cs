using System.Collections.Concurrent;
using Hub.Content.Items;
using Hub.Web.Tests.Fixtures;
using Microsoft.Extensions.Logging;

namespace Hub.Web.Tests.Accounts;

/// <summary>Whoever watches a hub learns who was refused what, by the account's id alone.</summary>
public sealed class RefusalLogTests
{
    private const string Email = "rosa@example.it";

    [Fact]
    public async Task RefusedSignInsAndPermissionsAreLoggedWithoutNames()
    {
        using var witness = new Witness();
        await using var portal = new Portal { Witness = witness };
        await portal.InitializeAsync();
        using var editor = await portal.Person(Email, "toscana", Roles.Editor);
        using var stranger = portal.NewVisitor();

        await stranger.Send("/gestione/accesso", "/gestione/accesso", ("email", Email), ("password", "questa è sbagliata"));
        await stranger.Send("/gestione/accesso", "/gestione/accesso", ("email", "nessuno@example.it"), ("password", "questa è sbagliata"));
        await editor.Ask("/toscana/gestione/persone?prova=%0Afinta");

        Assert.Contains(witness.Lines, line => line.EndsWith(": no right password.", StringComparison.Ordinal) && line.StartsWith("Sign-in was refused to account 0", StringComparison.Ordinal));
        Assert.Contains(witness.Lines, line => line.EndsWith(": there is none.", StringComparison.Ordinal));
        Assert.Contains(witness.Lines, line => line.Contains("was refused people.manage in toscana at gestione/persone.", StringComparison.Ordinal));
        Assert.DoesNotContain(witness.Lines, line => line.Contains("example.it", StringComparison.Ordinal) || line.Contains("finta", StringComparison.Ordinal));
    }

    /// <summary>Keeps what the hub's own code says at the levels that are logged by default.</summary>
    private sealed class Witness : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Pen(this, categoryName.StartsWith("Hub.", StringComparison.Ordinal));

        public void Dispose()
        {
        }

        private sealed class Pen(Witness witness, bool isOurs) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => isOurs && logLevel >= LogLevel.Information;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (IsEnabled(logLevel))
                    witness.Lines.Enqueue(formatter(state, exception));
            }
        }
    }
}
