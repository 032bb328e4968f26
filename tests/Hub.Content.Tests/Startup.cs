using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Tests.Support;
using Hub.Content.Types;
using Hub.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests;

internal sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentType<Sheet>();
        services.AddContentType<Note>();
        services.AddSingleton<Witness>();
        services.AddScoped<IContentHandler, WitnessHandler>();
        services.AddTables<LedgerTables>();
    }
}

/// <summary>Remembers what handlers were told, and can be made to throw.</summary>
internal sealed class Witness
{
    public List<string> Seen { get; } = [];

    public bool Throws { get; set; }
}

internal sealed class WitnessHandler(Witness witness) : IContentHandler
{
    public Task Saving(TypeDefinition type, JsonObject data, List<Issue> issues, CancellationToken cancel)
    {
        if (data["title"]?.ToString() == "Vietato")
            issues.Add(new Issue("title", IssueKind.Invalid, "Questo titolo non va bene."));
        return Task.CompletedTask;
    }

    public Task Published(Item item, CancellationToken cancel)
    {
        if (witness.Throws)
            throw new InvalidOperationException("The witness refuses.");
        lock (witness.Seen)
            witness.Seen.Add($"published {item.Slug}");
        return Task.CompletedTask;
    }

    public Task Withdrawn(Guid itemId, TypeDefinition type, CancellationToken cancel)
    {
        lock (witness.Seen)
            witness.Seen.Add("withdrawn");
        return Task.CompletedTask;
    }
}
