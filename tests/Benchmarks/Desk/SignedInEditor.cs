using System.Text.RegularExpressions;
using Hub.Content.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Benchmarks.Desk;

/// <summary>An editor of Toscana at a browser.</summary>
internal sealed partial class SignedInEditor(string address) : IDisposable
{
    private const string Email = "redattrice@example.org";
    private const string Password = "una lunga frase segreta";

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };

    public async Task SignIn(IServiceProvider services)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var user = new User { Id = Guid.CreateVersion7(), UserName = Email, Email = Email, EmailConfirmed = true };
            await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, Password);
            var db = scope.ServiceProvider.GetRequiredService<HubDb>();
            db.Memberships.Add(new MembershipRow { UserId = user.Id, Region = "toscana", Role = "redattore" });
            await db.SaveChangesAsync();
        }

        var form = await client.GetStringAsync(new Uri("/toscana/gestione/accesso", UriKind.Relative));
        await Post("/toscana/gestione/accesso", new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value, ["email"] = Email, ["password"] = Password,
        }, 302);
    }

    public async Task Get(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    /// <exception cref="InvalidOperationException">Another status came back.</exception>
    public async Task Post(string path, IEnumerable<KeyValuePair<string, string>> form, int status)
    {
        using var body = new FormUrlEncodedContent(form);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), body);
        if ((int)answer.StatusCode != status)
            throw new InvalidOperationException($"{path} answered {answer.StatusCode}.");
        await answer.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
