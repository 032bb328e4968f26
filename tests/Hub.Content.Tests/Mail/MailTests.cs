using System.Net;
using System.Net.Sockets;
using System.Text;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Content.Tests.Support;
using Hub.Kernel;
using Hub.Kernel.Extensions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Content.Tests.Mail;

public abstract class MailTests(bool isPostgres) : OnDatabase(isPostgres)
{
    private readonly string folder = TestDatabase.NewFolder();

    [Fact]
    public async Task AMailIsStoredWithWhatItTellsOfOrNotAtAll()
    {
        await Hub.In(Hub.Toscana, async scope =>
        {
            var db = scope.GetRequiredService<HubDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            scope.GetRequiredService<Outbox>().Queue(Hub.Toscana, new Letter("anna@example.org", "Prova", "Testo"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return true;
        });

        Assert.Empty(await Waiting());
    }

    [Fact]
    public async Task WithoutAServerAMailBecomesAFileAndLeavesTheOutbox()
    {
        await Queue(new Letter("anna@example.org", "Perché è così\r\nBcc: altri@example.org", "Più testo.\nSeconda riga.", new Uri("https://example.org/avvisi/ferma/1")));
        await Queue(new Letter("bruno@example.org", "Di un'altra regione", ""), "puglia");

        await Send(FileSettings());

        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(folder, "mail")));
        var head = (await File.ReadAllTextAsync(file)).Split("\r\n\r\n")[0];
        Assert.Contains("To: anna@example.org", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\r\nList-Unsubscribe: <https://example.org/avvisi/ferma/1>", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click", head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\nBcc", head, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("bruno@example.org", Assert.Single(await Waiting()).To);
    }

    [Fact]
    public async Task AServerGetsEachMailOnce()
    {
        await using var server = new TinySmtpServer("250 OK");
        await Queue(new Letter("anna@example.org", "Uno", "Testo\n.\nPunto"));
        await Queue(new Letter("bruno@example.org", "Due", "Testo"));

        await Send(ServerSettings(server.Port));
        await Send(ServerSettings(server.Port));

        Assert.Equal(["anna@example.org", "bruno@example.org"], server.Recipients.Order(StringComparer.Ordinal));
        Assert.Empty(await Waiting());
    }

    [Fact]
    public async Task ARefusedMailIsTriedAgainEverMoreSeldomAndGivenUpWithoutItsAddress()
    {
        await using var server = new TinySmtpServer("451 Later, <anna@example.org>");
        var settings = ServerSettings(server.Port);
        await Queue(new Letter("anna@example.org", "Uno", "Segreto"));

        await Send(settings);
        await Send(settings);
        Assert.Single(server.Recipients);
        var row = Assert.Single(await Waiting());
        Assert.Equal((1, Hub.Clock.Now.AddMinutes(2)), (row.Tries, row.NextTry));
        Assert.DoesNotContain("anna", row.Error, StringComparison.Ordinal);

        for (var tries = 1; tries < 30 && Assert.Single(await Waiting()).GivenUpAt is null; tries++)
        {
            Hub.Clock.Now = (await Waiting())[0].NextTry;
            await Send(settings);
        }

        row = Assert.Single(await Waiting());
        Assert.InRange(row.GivenUpAt!.Value, row.At.AddDays(3), row.At.AddDays(3.5));
        Assert.Equal(("", "", ""), (row.To, row.Subject, row.Text));
        var health = await Hub.In(Hub.Toscana, scope => scope.GetRequiredService<EnabledExtensions>().Of<IHealthProbe>().OfType<MailProbe>().Single().Check(Hub.Toscana, default));
        Assert.False(health.IsWell);
        Assert.Contains("1 messaggi non sono stati consegnati", health.Detail, StringComparison.Ordinal);

        Hub.Clock.Now = Hub.Clock.Now.AddDays(31);
        await Send(settings);
        Assert.Empty(await Waiting());
    }

    [Fact]
    public async Task AServerThatIsAwayCostsOneTryARound()
    {
        await Queue(new Letter("anna@example.org", "Uno", "Testo"));
        await Queue(new Letter("bruno@example.org", "Due", "Testo"));

        await Send(ServerSettings(1));

        Assert.Equal([0, 1], (await Waiting()).Select(row => row.Tries).Order());
    }

    [Theory]
    [InlineData("Port", "molte")]
    [InlineData("Port", "70000")]
    [InlineData("From", "portale@localhost")]
    [InlineData("Tls", "forse")]
    [InlineData("Portal", "portale.example.org")]
    [InlineData("Portal", "javascript:alert(1)")]
    public void ASettingThatCantBeUnderstoodEndsTheStart(string key, string value)
    {
        var error = Assert.Throws<StartupException>(() => Settings(("Server", "smtp.example.org"), ("From", "portale@example.org"), (key, value)));

        Assert.Equal(("HUB-M001", $"Hub:Mail:{key}"), (error.Errors[0].Code, error.Errors[0].Place));
    }

    [Theory]
    [InlineData("Anna.Rossi+avvisi@Comune.Example.IT", "anna.rossi+avvisi@comune.example.it")]
    [InlineData(" anna@città.it ", "anna@xn--citt-3na.it")]
    [InlineData("anna@example", null)]
    [InlineData("anna@@example.org", null)]
    [InlineData(".anna@example.org", null)]
    [InlineData("an..na@example.org", null)]
    [InlineData("anna@-example.org", null)]
    [InlineData("anna@127.0.0.1", null)]
    [InlineData("anna@example.org, bruno@example.org", null)]
    [InlineData("anna@example.org\r\nBcc: bruno@example.org", null)]
    [InlineData("anna <anna@example.org>", null)]
    [InlineData("\"anna b\"@example.org", null)]
    [InlineData("anna@exa\0mple.org", null)]
    [InlineData("annà@example.org", null)]
    [InlineData("\ud800@example.org", null)]
    [InlineData("anna@\ud800.org", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void AnAddressIsReadOrRefused(string? typed, string? address) => Assert.Equal(address, EmailAddress.Parse(typed));

    private Task<bool> Queue(Letter letter, string region = "toscana") => Hub.In(Hub.Regions.Current.Find(region)!, async scope =>
    {
        scope.GetRequiredService<Outbox>().Queue(Hub.Regions.Current.Find(region)!, letter);
        return await scope.GetRequiredService<HubDb>().SaveChangesAsync() == 1;
    });

    private Task<bool> Send(MailSettings settings) => Hub.In(Hub.Toscana, async scope =>
    {
        await new SendMail(scope.GetRequiredService<HubDb>(), settings, Hub.Clock, NullLogger<SendMail>.Instance).Run(Hub.Toscana, default);
        return true;
    });

    private Task<List<OutboxRow>> Waiting() => Hub.Db(db => db.Set<OutboxRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync());

    private MailSettings FileSettings() => Settings();

    private MailSettings ServerSettings(int port) =>
        Settings(("Server", "127.0.0.1"), ("Port", $"{port}"), ("Tls", "no"), ("From", "portale@example.org"));

    private MailSettings Settings(params (string Key, string Value)[] settings)
    {
        var given = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (key, value) in settings)
            given[$"Hub:Mail:{key}"] = value;
        return MailSettings.From(new ConfigurationBuilder().AddInMemoryCollection(given).Build(), folder);
    }

    /// <summary>Speaks just enough SMTP; answers every recipient alike.</summary>
    private sealed class TinySmtpServer : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly string answer;
        private readonly Task serving;

        public TinySmtpServer(string answer)
        {
            this.answer = answer;
            listener.Start();
            serving = Serve();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public List<string> Recipients { get; } = [];

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await serving;
        }

        private async Task Serve()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    await Talk(client.GetStream());
                }
            }
            catch (Exception e) when (e is SocketException or InvalidOperationException or IOException)
            {
                // stopped
            }
        }

        private async Task Talk(NetworkStream stream)
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 prova");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                {
                    Recipients.Add(line[8..].Trim('<', '>', ' '));
                    await writer.WriteLineAsync(answer);
                }
                else if (line == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    while (await reader.ReadLineAsync() is not ("." or null))
                    {
                        // the mail
                    }

                    await writer.WriteLineAsync("250 OK");
                }
                else if (line == "QUIT")
                {
                    await writer.WriteLineAsync("221 bye");
                    return;
                }
                else
                {
                    await writer.WriteLineAsync("250 OK");
                }
            }
        }
    }
}

public sealed class MailOnSqlite() : MailTests(false);

public sealed class MailOnPostgres() : MailTests(true);
