using Hub.Content.Changes;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Kernel.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Kernel.Tests.Fixtures;

/// <summary>One node of the application, without its web server.</summary>
internal sealed class Node : IDisposable
{
    private readonly ServiceProvider services;

    private Node(ServiceProvider services) => this.services = services;

    public TaskRunner Runner => services.GetRequiredService<TaskRunner>();

    public RegionDirectory Regions => services.GetRequiredService<RegionDirectory>();

    public IHostedService Clock => services.GetServices<IHostedService>().Single();

    public LogLines Log { get; } = new();

    /// <param name="tasks">The core's own; those of modules come with their features.</param>
    public static async Task<Node> Start(IRegionStore store, ITaskLedger ledger, TimeProvider clock, params IBackgroundTask[] tasks)
    {
        var collection = new ServiceCollection();
        foreach (var task in tasks)
            collection.AddSingleton(task);
        collection.AddSingleton(store).AddSingleton(ledger).AddSingleton(clock).AddSingleton<ChangeSignal>().AddLogging();
        HubKernel.Add(collection, [Some.Sample, Some.TestModule]);
        var node = new Node(collection.BuildServiceProvider());
        node.services.GetRequiredService<ILoggerFactory>().AddProvider(node.Log);
        await node.Regions.Refresh();
        return node;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public void Dispose() => services.Dispose();
}
