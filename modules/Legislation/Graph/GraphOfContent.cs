using Hub.Content.Changes;
using Hub.Kernel.Regions;
using Hub.Legislation.Decisions;
using Hub.Legislation.Norms;

namespace Hub.Legislation.Graph;

/// <summary>
/// Keeps the graph of citations true: in the transaction that publishes or withdraws. When a region's norm changes, the other
/// regions whose pages cite it get a change of their own (<see cref="CitedChange"/>), so that what they keep is made anew.
/// </summary>
internal sealed class GraphOfContent(CitationGraph graph, ContentTypes types, ChangeLog log, CurrentRegion current) : IContentHandler
{
    /// <summary>The kind of that change; it names no item, since none of the region's own changed.</summary>
    public const string CitedChange = "cited";

    public async Task Published(Item item, CancellationToken cancel)
    {
        if (types.Find(item.Type) is { } type)
            await graph.Read(item, type, cancel);
        if (IsCited(item.Type) && CitationGraph.OwnAct(item.Type, item.Data) is { } act)
            await TellCitingRegions(act, item.Type, cancel);
    }

    public async Task Withdrawn(Guid itemId, TypeDefinition type, CancellationToken cancel)
    {
        await graph.Forget(itemId, cancel);
        if (IsCited(type.Id) && await graph.ActOf(itemId, type.Id, cancel) is { } act)
            await TellCitingRegions(act, type.Id, cancel);
    }

    private static bool IsCited(string type) => type is Norm.TypeId or CaseLaw.TypeId;

    /// <summary>What is national is everybody's already.</summary>
    private async Task TellCitingRegions(string act, string type, CancellationToken cancel)
    {
        if (current.Region.Id == RegionDefinition.NationalId)
            return;
        foreach (var region in await graph.RegionsCiting(act, cancel))
        {
            if (region != current.Region.Id)
                await log.Append(region, CitedChange, type, null, cancel);
        }
    }
}
