using Microsoft.Playwright;

namespace Browser.Tests.Fixtures;

/// <summary>The first administrator, who comes in through the one-time link when first needed.</summary>
public sealed class Administrator(Stage stage)
{
    public const string Email = "redazione@esempio.it";
    public const string Password = "un passo alla volta";

    private readonly Lock door = new();
    private Task<FirstAccess>? access;

    public Task<FirstAccess> Access()
    {
        lock (door)
            return access ??= ComeIn();
    }

    private async Task<FirstAccess> ComeIn()
    {
        await using var reader = await stage.NewReader(Stage.Desktop);
        var page = await reader.NewPageAsync();
        var complaints = page.Complaints();
        var link = await stage.AdministratorPath();
        await page.GotoAsync(link);
        var barriers = await page.Barriers();
        await page.FillAsync("#email", Email);
        await page.FillAsync("#password", "corta");
        await page.ClickAsync("main button[type=submit]");
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        var refusal = new Refusal(await page.InputValueAsync("#email"), await page.GetByRole(AriaRole.Alert).InnerTextAsync(), await page.Barriers());
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main button[type=submit]");
        await page.Arrives("/gestione$");
        return new FirstAccess(link, await reader.StorageStateAsync(), refusal, barriers, [.. complaints]);
    }
}

/// <summary>How the administrator came in.</summary>
/// <param name="Link">Used up by then.</param>
/// <param name="SignedIn">The browser's state afterwards.</param>
/// <param name="TooShort">What a short password was answered.</param>
public sealed record FirstAccess(string Link, string SignedIn, Refusal TooShort, IReadOnlyList<string> Barriers, IReadOnlyList<string> Complaints);

/// <summary>A form that was given back.</summary>
/// <param name="Email">What stood in the field.</param>
public sealed record Refusal(string Email, string Message, IReadOnlyList<string> Barriers);
