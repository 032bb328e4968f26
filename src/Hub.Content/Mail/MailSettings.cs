using System.Globalization;
using Hub.Kernel;
using Microsoft.Extensions.Configuration;

namespace Hub.Content.Mail;

/// <summary>How mails leave, from configuration (<c>Hub:Mail:…</c>). Immutable.</summary>
public sealed record MailSettings
{
    /// <summary>Mails wait in the outbox; for programs that send none.</summary>
    public static readonly MailSettings None = new();

    private const int SubmissionPort = 587;
    private const string Section = "Hub:Mail";

    /// <summary>Host name of the SMTP server; empty where mails become files.</summary>
    public string Server { get; private init; } = "";

    public int Port { get; private init; } = SubmissionPort;

    /// <summary>Empty sends without signing in.</summary>
    public string User { get; private init; } = "";

    public string Password { get; private init; } = "";

    /// <summary>The address that writes.</summary>
    public string Sender { get; private init; } = "portale@example.org";

    /// <summary>By STARTTLS.</summary>
    public bool IsEncrypted { get; private init; } = true;

    /// <summary>Where there is no server: the folder into which each mail is written as a file; null keeps them waiting.</summary>
    public string? Folder { get; private init; }

    /// <summary>Address of the national portal in mails, without a slash at the end, where no region has a host name; null when not set.</summary>
    public string? Portal { get; private init; }

    /// <param name="dataPath">Files go into its folder <c>mail</c>.</param>
    /// <exception cref="StartupException">HUB-M001: a setting can't be understood.</exception>
    public static MailSettings From(IConfiguration configuration, string dataPath)
    {
        var mail = configuration.GetSection(Section);
        var server = mail["Server"]?.Trim() ?? "";
        return new MailSettings
        {
            Server = server,
            Port = ReadPort(mail["Port"]),
            User = mail["User"] ?? "",
            Password = mail["Password"] ?? "",
            Sender = ReadSender(mail["From"], isNeeded: server.Length > 0),
            IsEncrypted = ReadTls(mail["Tls"]),
            Folder = Path.Combine(Path.GetFullPath(dataPath), "mail"),
            Portal = ReadPortal(mail["Portal"]),
        };
    }

    /// <summary>Without the password.</summary>
    public override string ToString() => Server.Length > 0 ? $"{Server}:{Port}" : Folder ?? "";

    private static int ReadPort(string? port)
    {
        if (string.IsNullOrWhiteSpace(port))
            return SubmissionPort;
        return int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536
            ? number
            : throw Unclear("Port", "The port is no number from 1 to 65535.", "Write the port of the SMTP server, such as 587.");
    }

    private static string ReadSender(string? from, bool isNeeded)
    {
        if (string.IsNullOrWhiteSpace(from) && !isNeeded)
            return None.Sender;
        return EmailAddress.Parse(from)
            ?? throw Unclear("From", "The sender is no e-mail address.", "Write the address alone, such as portale@example.org.");
    }

    private static bool ReadTls(string? tls) => tls?.Trim().ToLowerInvariant() switch
    {
        null or "" or "yes" => true,
        "no" => false,
        _ => throw Unclear("Tls", "It says neither yes nor no.", "Write yes for STARTTLS, or no for a server on the same machine."),
    };

    private static string? ReadPortal(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return null;
        return Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http") && uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length == 0
            ? uri.AbsoluteUri.TrimEnd('/')
            : throw Unclear("Portal", "The portal's address is none of the web.", "Write it whole, such as https://portale.example.org.");
    }

    private static StartupException Unclear(string key, string problem, string remedy) =>
        new(new StartupError("HUB-M001", $"{Section}:{key}", problem, remedy));
}
