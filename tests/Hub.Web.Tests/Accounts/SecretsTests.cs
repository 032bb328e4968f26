using System.Collections.Concurrent;
using System.Net;
using Hub.Content.Items;
using Hub.Web.Tests.Fixtures;
using Microsoft.Extensions.Logging;

namespace Hub.Web.Tests.Accounts;

/// <summary>Walks all that people do with accounts while everything is logged, and looks for what must not be there.</summary>
public sealed class SecretsTests
{
    private const string Email = "bruno@example.it";
    private const string NewEmail = "bruno.bianchi@example.it";
    private const string NewPassword = "tredici oche nel fossato";
    private const string People = "/toscana/gestione/persone";
    private const string TwoSteps = "/gestione/account/due-passaggi";

    [Fact]
    public async Task NoLogHoldsAPasswordAnAddressATokenAKeyACodeOrACookie()
    {
        using var witness = new Witness();
        await using var portal = new Portal { Witness = witness };
        await portal.InitializeAsync();
        var secrets = new List<string> { Email, NewEmail, NewPassword, Staffing.Password, "anna@example.it" };

        using var administrator = await portal.Administrator();
        await administrator.Send(People, People + "/inviti", ("email", Email), ("ruolo", Roles.Editor));
        var invitation = await portal.LinkTo(Email);
        secrets.Add(Token(invitation));
        using var bruno = portal.NewVisitor();
        await bruno.Send(invitation, "/toscana/gestione/invito", ("nome", "Bruno Bianchi"), ("password", Staffing.Password));
        await bruno.Send(TwoSteps, TwoSteps + "/comincia", ("password", Staffing.Password));
        var key = (await bruno.Ask(TwoSteps)).Page.QuerySelector("#chiave")!.TextContent;
        secrets.Add(key.Replace(" ", "", StringComparison.Ordinal));
        var on = await bruno.Send(TwoSteps, TwoSteps + "/attiva", ("codice", Authenticator.Code(key)));
        var codes = on.Page.QuerySelectorAll(".secret-codes li").Select(item => item.TextContent.Trim()).ToList();
        secrets.AddRange(codes);
        await bruno.Send("/gestione/account", "/gestione/account/indirizzo", ("email", NewEmail), ("password", Staffing.Password));
        secrets.Add(Token(await portal.LinkTo(NewEmail)));
        using var lost = portal.NewVisitor();
        await lost.Send("/gestione/recupero", "/gestione/recupero", ("email", Email));
        var recovery = await portal.LinkTo(Email);
        secrets.Add(Token(recovery));
        await lost.Send(recovery, "/gestione/recupero/password", ("password", NewPassword));
        await lost.Send("/gestione/accesso", "/gestione/accesso", ("email", Email), ("password", "questa è sbagliata"));
        secrets.Add("questa è sbagliata");
        await lost.Send("/gestione/accesso", "/gestione/accesso", ("email", Email), ("password", NewPassword));
        var entered = await lost.Send("/gestione/accesso/codice", "/gestione/accesso/codice", ("codice", codes[0]));
        Assert.Equal(HttpStatusCode.Found, entered.Status);
        secrets.AddRange(administrator.Cookies.GetAllCookies().Concat(lost.Cookies.GetAllCookies()).Select(cookie => cookie.Value));

        Assert.NotEmpty(witness.Lines);
        var told =
            from line in witness.Lines
            from secret in secrets
            where secret.Length > 5 && (line.Contains(secret, StringComparison.OrdinalIgnoreCase) || line.Contains(Uri.EscapeDataString(secret), StringComparison.OrdinalIgnoreCase))
            select line[..Math.Min(line.Length, 300)];
        Assert.Empty(told.Distinct(StringComparer.Ordinal));
    }

    private static string Token(string link) => link.Split("codice=")[1];

    /// <summary>Keeps what is logged at the levels that an installation can switch on without changing the code: information and above.</summary>
    private sealed class Witness : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Pen(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Pen(Witness witness, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (IsEnabled(logLevel))
                    witness.Lines.Enqueue($"{category} {formatter(state, exception)} {exception}");
            }
        }
    }
}
