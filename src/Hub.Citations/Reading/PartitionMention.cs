using Hub.Citations.Resolving;

namespace Hub.Citations.Reading;

/// <summary>One place named in a list of places, over the tokens from <see cref="From"/> up to <see cref="To"/>.</summary>
internal readonly record struct PartitionTarget(PartitionRange Range, int From, int To);

/// <summary>The places that one phrase names ("articoli 21 e 55, comma 2"), before it is known of which act.</summary>
internal sealed record PartitionMention(List<PartitionTarget> Targets, int From, int To)
{
    public bool HasArticle => Targets.Exists(target => target.Range.First?.Article is not null);

    /// <summary>"artt. 9 della legge A e 2 del decreto B": the list may go on after the act.</summary>
    public bool ManyArticles { get; init; }

    public PartitionMention InArticle(string article) => this with
    {
        Targets = Targets.ConvertAll(target => target with { Range = target.Range with { First = target.Range.First! with { Article = article } } }),
    };
}
