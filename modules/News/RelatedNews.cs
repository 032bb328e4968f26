using Hub.Kernel.Regions;

namespace Hub.News;

/// <summary>Finds news on the topics of another. For one scope.</summary>
public sealed class RelatedNews(ItemReader reader)
{
    public const int Most = 3;

    /// <summary>At most <see cref="Most"/> of the region's news: those that share most topics, the newest first among equals.</summary>
    public async Task<IReadOnlyList<Item>> To(Region region, Item news, CancellationToken cancel = default) =>
        Among(await reader.All(region, news.Type, cancel), news);

    internal static IReadOnlyList<Item> Among(IEnumerable<Item> candidates, Item news)
    {
        var topics = news.As<NewsItem>().Topics;
        return [.. candidates
            .Where(other => other.Id != news.Id)
            .Select(other => (Item: other, Shared: other.As<NewsItem>().Topics.Count(topics.Contains)))
            .Where(pair => pair.Shared > 0)
            .OrderByDescending(pair => pair.Shared)
            .ThenByDescending(pair => pair.Item.As<NewsItem>().Date)
            .ThenBy(pair => pair.Item.Title, StringComparer.Ordinal)
            .Take(Most)
            .Select(pair => pair.Item)];
    }
}
