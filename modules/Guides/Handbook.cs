namespace Hub.Guides;

/// <summary>The handbook as readers of one region have it: editions, parts, chapters. Immutable.</summary>
public sealed class Handbook
{
    /// <param name="guides">The editions, in any order.</param>
    /// <param name="chapters">The chapters of all editions, national and the region's own, in any order.</param>
    public Handbook(IReadOnlyList<Item> guides, IReadOnlyList<Item> chapters)
    {
        var ordered = guides
            .OrderByDescending(guide => guide.As<Guide>().Current)
            .ThenByDescending(guide => guide.As<Guide>().Date)
            .ThenByDescending(guide => guide.Id)
            .ToList();
        var byGuide = chapters.ToLookup(chapter => ordered.Find(guide => Belongs(chapter, guide)) ?? ordered.FirstOrDefault());
        Editions = ordered.Count == 0
            ? [new HandbookEdition(null, [.. byGuide[null]])]
            : [.. ordered.Select(guide => new HandbookEdition(guide, [.. byGuide[guide]]))];
    }

    /// <summary>The current one first, then from the newest. A chapter whose edition readers don't see stands in the first.</summary>
    public IReadOnlyList<HandbookEdition> Editions { get; }

    /// <summary>The edition that a chapter stands in; for one that readers don't see yet, the one that it will stand in.</summary>
    public HandbookEdition EditionOf(Item chapter) =>
        Editions.FirstOrDefault(edition => edition.Chapters.Any(each => each.Id == chapter.Id))
        ?? Editions.FirstOrDefault(edition => edition.Guide is { } guide && Belongs(chapter, guide))
        ?? Editions[0];

    /// <summary>The edition of a guide, or null.</summary>
    public HandbookEdition? Find(Item guide) => Editions.FirstOrDefault(edition => edition.Guide?.Id == guide.Id);

    private static bool Belongs(Item chapter, Item guide) =>
        chapter.As<Chapter>().Guide is [var id, ..] && (guide.Id == id || guide.Overrides == id);
}

/// <summary>One edition with its chapters.</summary>
public sealed class HandbookEdition
{
    internal HandbookEdition(Item? guide, IReadOnlyList<Item> chapters)
    {
        Guide = guide;
        Chapters = [.. chapters.OrderBy(chapter => chapter.As<Chapter>().Number).ThenBy(chapter => chapter.Title, StringComparer.Ordinal)];
        Parts = [.. Chapters
            .GroupBy(chapter => chapter.As<Chapter>().Part, StringComparer.Ordinal)
            .Select(part => new HandbookPart(part.Key, [.. part]))];
    }

    /// <summary>Null when readers see chapters but no edition.</summary>
    public Item? Guide { get; }

    /// <summary>By number.</summary>
    public IReadOnlyList<Item> Chapters { get; }

    /// <summary>In the order of their first chapters.</summary>
    public IReadOnlyList<HandbookPart> Parts { get; }

    public Item? Before(Item chapter) => At(IndexOf(chapter) - 1);

    public Item? After(Item chapter) => IndexOf(chapter) is >= 0 and var index ? At(index + 1) : null;

    private int IndexOf(Item chapter) => Chapters.ToList().FindIndex(each => each.Id == chapter.Id);

    private Item? At(int index) => Chapters.ElementAtOrDefault(index);
}

/// <summary>A part of the handbook.</summary>
public sealed record HandbookPart(string Title, IReadOnlyList<Item> Chapters);
