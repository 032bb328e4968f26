namespace Hub.Legislation.Graph;

/// <summary>Keeps the graph of citations true: in the transaction that publishes or withdraws.</summary>
internal sealed class GraphOfContent(CitationGraph graph, ContentTypes types) : IContentHandler
{
    public async Task Published(Item item, CancellationToken cancel)
    {
        if (types.Find(item.Type) is { } type)
            await graph.Read(item, type, cancel);
    }

    public Task Withdrawn(Guid itemId, TypeDefinition type, CancellationToken cancel) => graph.Forget(itemId, cancel);
}
