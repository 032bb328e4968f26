using Hub.Content.Changes;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Legislation.Versions;

/// <summary>The texts of acts over time: what holds on a day, and what a new document adds. For one scope.</summary>
public sealed class NormTexts(HubDb db, ContentCache cache, ChangeSignal signal, ChangeLog log)
{
    /// <summary>The articles that hold on a day, in their order.</summary>
    public async Task<IReadOnlyList<DatedText>> On(Region region, Item norm, string act, DateOnly day, CancellationToken cancel = default) =>
        [.. (await All(region, norm.Region, act, cancel)).Where(row => row.HoldsOn(day)).OrderBy(row => row.Place).Select(row => new DatedText(row.Article, row.Heading, row.Text, row.From, row.Until, row.Source))];

    /// <summary>The days on which something begins to hold or ceases to, in their order; none when no text is known.</summary>
    public async Task<IReadOnlyList<DateOnly>> Days(Region region, Item norm, string act, CancellationToken cancel = default)
    {
        var rows = await All(region, norm.Region, act, cancel);
        return [.. rows.Select(row => row.From).Concat(rows.Select(row => row.Until).OfType<DateOnly>()).Distinct().Order()];
    }

    /// <summary>
    /// Takes in a document. Articles with spans of their own are kept as they say; a document without spans is the act as it
    /// was on its day: what differs from what was known holds from that day on. Harmless when repeated; versions come in the
    /// order of their days.
    /// </summary>
    /// <param name="day">Of the version, when the document has no spans.</param>
    /// <returns>How many texts were added or changed.</returns>
    internal async Task<int> Import(Region region, string act, ActText text, DateOnly day, string source, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var rows = await db.Set<TextRow>().Where(row => row.Region == region.Id && row.Act == act).ToListAsync(cancel);
        var changed = text.Articles.Any(article => article.From is not null)
            ? text.Articles.Select((article, place) => Keep(rows, region, act, article, article.From ?? day, article.Until, place, source)).Count(isNew => isNew)
            : KeepSnapshot(rows, region, act, text, day, source);
        log.Audit(region.Id, actor, "norm.text", act, $"{source} ({changed})");
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        signal.Raise(region.Id);
        return changed;
    }

    private int KeepSnapshot(List<TextRow> rows, Region region, string act, ActText text, DateOnly day, string source)
    {
        var changed = 0;
        foreach (var (article, place) in text.Articles.DistinctBy(article => article.Number).Select((article, place) => (article, place)))
        {
            var holding = rows.Find(row => row.Article == article.Number && row.HoldsOn(day));
            if (holding is not null && holding.Text == article.Text && holding.Heading == article.Heading)
                continue;
            var until = holding?.Until ?? rows.Where(row => row.Article == article.Number && row.From > day).Select(row => (DateOnly?)row.From).Min();
            if (holding is not null && holding.From < day)
                holding.Until = day;
            changed += Keep(rows, region, act, article, day, until, place, source) ? 1 : 0;
        }

        var named = text.Articles.Select(article => article.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in rows.Where(row => row.HoldsOn(day) && row.From < day && !named.Contains(row.Article)))
        {
            gone.Until = day;
            changed++;
        }

        return changed;
    }

    private bool Keep(List<TextRow> rows, Region region, string act, ArticleText article, DateOnly from, DateOnly? until, int place, string source)
    {
        if (rows.Find(row => row.Article == article.Number && row.From == from) is { } known)
        {
            if (known.Text == article.Text && known.Heading == article.Heading && known.Until == until)
                return false;
            (known.Text, known.Heading, known.Until, known.Source, known.Place) = (article.Text, article.Heading, until, source, place);
            return true;
        }

        var row = new TextRow
        {
            Id = Guid.CreateVersion7(), Region = region.Id, Act = act, Article = article.Number, Place = place, Heading = article.Heading, Text = article.Text,
            From = from, Until = until, Source = source,
        };
        rows.Add(row);
        db.Add(row);
        return true;
    }

    private ValueTask<List<TextRow>> All(Region region, string owner, string act, CancellationToken cancel) => cache.Get(region, $"texts {owner} {act}", () =>
        db.Set<TextRow>().AsNoTracking().Where(row => row.Region == owner && row.Act == act).OrderBy(row => row.Place).ThenBy(row => row.From).ToListAsync(cancel));
}

/// <summary>The text of an article on a day.</summary>
/// <param name="Until">The first day on which it no longer holds.</param>
public sealed record DatedText(string Article, string Heading, string Text, DateOnly From, DateOnly? Until, string Source);
