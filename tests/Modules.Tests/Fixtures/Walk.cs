using System.Net;
using AngleSharp.Dom;
using Hub.Content.Items;
using Hub.Content.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Modules.Tests.Fixtures;

/// <summary>Every page of the real content, in every region, read once.</summary>
public sealed class Walk
{
    private readonly Portal portal;
    private readonly Lazy<Task<IReadOnlyList<WalkedPage>>> pages;

    public Walk(Portal portal)
    {
        this.portal = portal;
        pages = new Lazy<Task<IReadOnlyList<WalkedPage>>>(Read);
    }

    public Task<IReadOnlyList<WalkedPage>> Pages() => pages.Value;

    private async Task<IReadOnlyList<WalkedPage>> Read()
    {
        var walked = new List<WalkedPage>();
        foreach (var region in portal.Regions.Current.All)
        {
            foreach (var path in await Paths(region.Id))
            {
                using var answer = await portal.Ask(path);
                walked.Add(new WalkedPage(path, answer.StatusCode, Portal.Parsed(await answer.Content.ReadAsStringAsync())));
            }
        }

        return walked;
    }

    private Task<IReadOnlyList<string>> Paths(string id) => portal.In(id, async (services, region) =>
    {
        var paths = new List<string> { region.PathBase + "/", region.PathBase + "/mappa", region.PathBase + "/cerca?q=tavolo" };
        foreach (var type in services.GetRequiredService<ContentTypes>().All)
        {
            paths.Add($"{region.PathBase}/{type.Section}");
            var items = await services.GetRequiredService<ItemReader>().All(region, type.Id);
            paths.AddRange(items.Select(item => $"{region.PathBase}/{item.Path}"));
            if (type.Id == "guida")
                paths.AddRange(items.Select(item => $"{region.PathBase}/{item.Path}/stampa"));
        }

        return (IReadOnlyList<string>)paths;
    });
}

/// <summary>A page as it was answered.</summary>
public sealed record WalkedPage(string Path, HttpStatusCode Status, IDocument Document);
