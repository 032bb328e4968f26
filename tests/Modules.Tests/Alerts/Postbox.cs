using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Alerts.Following;
using Hub.Alerts.Sending;
using Hub.Content.Items;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.SiteSearch.Index;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Alerts;

/// <summary>A reader with an address of their own, before a real portal whose mails become files.</summary>
internal sealed partial class Postbox(Portal portal)
{
    private static readonly Actor Editor = new("redattrice", new HashSet<string>(StringComparer.Ordinal) { ContentPermissions.Edit, ContentPermissions.Review, ContentPermissions.Publish });

    public string Address { get; } = $"lettrice-{Guid.NewGuid():N}@example.org";

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Fills the form in.</summary>
    public async Task<HttpResponseMessage> Ask(string region, string source, string key, string? email = null, string when = "subito", string trap = "", string? site = null)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(portal.Address + Prefix(region) + "/avvisi"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["fonte"] = source, ["chiave"] = key, ["email"] = email ?? Address, ["quando"] = when, ["sito"] = trap,
            }),
        };
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        return await client.SendAsync(request, Cancel);
    }

    /// <summary>Fills the form in, opens the mail and confirms.</summary>
    public async Task Follow(string region, string source, string key, string when = "subito")
    {
        using var answer = await Ask(region, source, key, when: when);
        Assert.Equal("Found", answer.StatusCode.ToString());
        var mails = await Mails();
        using var confirmed = await Post(Link().Matches(mails[^1].Text).Select(link => link.Value).Single(link => link.Contains("/conferma/", StringComparison.Ordinal)));
        Assert.True(confirmed.IsSuccessStatusCode);
    }

    public static async Task<HttpResponseMessage> Post(string address, string body = "List-Unsubscribe=One-Click")
    {
        using var client = new HttpClient();
        using var content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded");
        return await client.PostAsync(new Uri(address), content, Cancel);
    }

    /// <summary>An update of the law, live at once, that every search finds by its title.</summary>
    public Task<Guid> Publish(string region, string title, string norm = "urn:nir:stato:legge:1990;241", DateOnly? updated = null) => portal.In(region, async (services, _) =>
    {
        var outcome = await services.GetRequiredService<ItemWriter>().Save(
            new ItemDraft
            {
                Type = "aggiornamento", Status = Status.Published, Updated = updated,
                Data = new JsonObject
                {
                    ["title"] = title, ["summary"] = "Una prova", ["kind"] = Some.List("modifica"), ["date"] = "2026-11-22", ["isAlreadyConsidered"] = "true",
                    ["effects"] = new JsonArray(new JsonObject { ["norm"] = norm, ["label"] = $"effetto di {title}", ["kind"] = Some.List("modifica") }),
                    ["sources"] = new JsonArray(new JsonObject { ["title"] = "Prova" }),
                },
            }, Actor.Hub("prova"));
        Assert.True(outcome.Succeeded, outcome.ToString());
        return outcome.ItemId!.Value;
    });

    public Task<Outcome> Move(string region, Guid item, Status to) =>
        portal.In(region, (services, _) => services.GetRequiredService<ItemWriter>().Move(item, to, null, Editor, cancel: Cancel));

    /// <summary>What the background task does, now or at another time.</summary>
    public async Task Send(string region, DateTime? until = null)
    {
        await portal.In(region, async (services, _) =>
        {
            await services.GetRequiredService<IndexFeed>().CatchUp(Cancel);
            return true;
        });
        await portal.In(region, (services, found) => services.GetRequiredService<Digests>().Send(found, until ?? DateTime.UtcNow, Cancel));
    }

    public Task<List<Subscription>> Rows(string? email = null) => portal.In("nazionale", (services, _) =>
        services.GetRequiredService<HubDb>().Set<Subscription>().AsNoTracking().Where(row => row.Email == (email ?? Address)).ToListAsync(Cancel));

    /// <summary>All that was ever written to the address, oldest first, whether it waits in the outbox or has become a file.</summary>
    public async Task<IReadOnlyList<ReadMail>> Mails(string? email = null)
    {
        var to = email ?? Address;
        var (waiting, folder) = await portal.In("nazionale", async (services, _) => (
            await services.GetRequiredService<HubDb>().Set<OutboxRow>().AsNoTracking().Where(row => row.To == to).ToListAsync(Cancel), services.GetRequiredService<MailSettings>().Folder!));
        var mails = waiting.Select(row => new ReadMail($"{row.Id:N}", row.Text, row.StopAt));
        if (Directory.Exists(folder))
            mails = mails.Concat(Directory.EnumerateFiles(folder, "*.eml").Select(File.ReadAllText).Where(text => text.Contains("To: " + to, StringComparison.OrdinalIgnoreCase)).Select(ReadMail.Of));
        return [.. mails.DistinctBy(mail => mail.Id).OrderBy(mail => mail.Id, StringComparer.Ordinal)];
    }

    /// <summary>The mails after the confirmations.</summary>
    public async Task<IReadOnlyList<ReadMail>> Digests() => [.. (await Mails()).Where(mail => mail.StopAt is not null)];

    private static string Prefix(string region) => region == "nazionale" ? "" : "/" + region;

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, 1000)]
    public static partial Regex Link();
}

/// <summary>A mail as its reader sees it.</summary>
/// <param name="Id">Grows with time.</param>
internal sealed record ReadMail(string Id, string Text, string? StopAt)
{
    /// <summary>From a file in RFC 5322's form with a quoted-printable text.</summary>
    public static ReadMail Of(string file)
    {
        var end = file.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = file[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n");
        string? Header(string name) => head.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim().Trim('<', '>');
        return new ReadMail(Header("Message-ID")!.Split('@')[0], Decoded(file[(end + 4)..]), Header("List-Unsubscribe"));
    }

    private static string Decoded(string quoted)
    {
        var bytes = new List<byte>();
        var text = quoted.Replace("=\r\n", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
