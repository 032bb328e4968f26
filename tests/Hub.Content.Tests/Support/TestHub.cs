using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Vocabularies;
using Hub.Kernel;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyModel;

namespace Hub.Content.Tests.Support;

/// <summary>The real services over a real database, with the national region and two more.</summary>
internal sealed class TestHub : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private TestHub(ServiceProvider services, FakeClock clock)
    {
        this.services = services;
        Clock = clock;
    }

    public static Actor Editor { get; } = new("redattrice", new HashSet<string>(StringComparer.Ordinal) { ContentPermissions.Edit });

    public static Actor Reviewer { get; } = new("revisore", new HashSet<string>(StringComparer.Ordinal)
    {
        ContentPermissions.Edit, ContentPermissions.Review, ContentPermissions.Publish,
    });

    public static Actor Anyone { get; } = new("nessuno", new HashSet<string>(StringComparer.Ordinal));

    public static Actor Root { get; } = Actor.Hub("prova");

    public FakeClock Clock { get; }

    public IServiceProvider Services => services;

    public RegionDirectory Regions => services.GetRequiredService<RegionDirectory>();

    public Region Nazionale => Regions.Current.National;

    public Region Toscana => Regions.Current.Find("toscana")!;

    public Region Puglia => Regions.Current.Find("puglia")!;

    public Witness Witness => services.GetRequiredService<Witness>();

    /// <summary>A process of the portal on a database; several may share one.</summary>
    public static async Task<TestHub> Start(Database database, FakeClock? clock = null, bool withRegions = true)
    {
        clock ??= new FakeClock();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddHubContent(database);
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddIdentityCore<User>().AddEntityFrameworkStores<HubDb>();
        HubKernel.Add(collection, ModuleDiscovery.InApplication(DependencyContext.Default!));
        var hub = new TestHub(collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true }), clock);
        if (withRegions)
            await hub.AddRegions();
        return hub;
    }

    public static RegionDefinition Definition(string id) => new()
    {
        Id = id, Name = id, Prefix = id == "nazionale" ? "" : id, Features = ["Hub.Content.Tests"],
        Settings = new Dictionary<string, JsonElement>(StringComparer.Ordinal),
    };

    /// <summary>Works in a scope of a region's own, as a request does.</summary>
    public async Task<T> In<T>(Region region, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(region);
        return await work(scope.ServiceProvider);
    }

    public Task<T> Db<T>(Func<HubDb, Task<T>> work) => In(Nazionale, scope => work(scope.GetRequiredService<HubDb>()));

    public Task<Outcome> Save(Region region, ItemDraft draft, Actor? actor = null) =>
        In(region, scope => scope.GetRequiredService<ItemWriter>().Save(draft, actor ?? Root));

    public Task<Outcome> Move(Region region, Guid id, Status to, Actor? actor = null, int? stamp = null, string reason = "", DateTime? at = null) =>
        In(region, scope => scope.GetRequiredService<ItemWriter>().Move(id, to, stamp, actor ?? Root, reason, at));

    /// <summary>A note that readers see.</summary>
    public async Task<Guid> Publish(Region region, string title, string json = "{}", Guid? overrides = null)
    {
        var outcome = await Save(region, Note(title, Status.Published, json) with { Overrides = overrides });
        Assert.Equal("Done", outcome.ToString());
        return outcome.ItemId!.Value;
    }

    public static ItemDraft Note(string title, Status status = Status.Draft, string json = "{}")
    {
        var data = JsonNode.Parse(json)!.AsObject();
        data["title"] = title;
        return new ItemDraft { Type = "nota", Data = data, Status = status };
    }

    public Task<ItemPage> List(Region region, ItemQuery query) =>
        In(region, async scope => await scope.GetRequiredService<ItemReader>().List(region, query));

    public async Task<string> Titles(Region region, ItemQuery query) =>
        string.Join(", ", (await List(region, query)).Items.Select(item => item.Title));

    public Task<(Item? Item, string? MovedTo)> At(Region region, string section, string slug) =>
        In(region, async scope => await scope.GetRequiredService<ItemReader>().Find(region, section, slug));

    public Task<Item?> Find(Region region, Guid id) =>
        In(region, async scope => await scope.GetRequiredService<ItemReader>().Find(region, id));

    public Task<Outcome> SaveTerms(Region region, string taxonomy, params TermSource[] terms) =>
        In(region, scope => scope.GetRequiredService<VocabularyWriter>().Save(new VocabularySource(taxonomy, "Destinatari", terms), Root));

    public Task<VocabularySet> Terms(Region region) =>
        In(region, async scope => await scope.GetRequiredService<VocabularyReader>().Read(region));

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task AddRegions()
    {
        var store = services.GetRequiredService<RegionStore>();
        foreach (var id in new[] { "nazionale", "toscana", "puglia" })
            await store.Add(Definition(id), default);
        await Regions.Refresh();
    }
}
