using Hub.Search;
using Hub.Search.Analysis;

namespace Hub.SiteSearch.Index;

/// <summary>The names under which things stand in the index, and what they weigh.</summary>
internal static class Fields
{
    /// <summary>The title alone.</summary>
    public const string Title = "title";

    /// <summary>Other names: forms, acronyms; whatever a type weighs 3 or more.</summary>
    public const string Names = "names";

    /// <summary>The summary, and whatever a type weighs 2 or more.</summary>
    public const string Summary = "summary";

    /// <summary>The other texts that a type weighs.</summary>
    public const string Text = "text";

    /// <summary>What stands in attached files.</summary>
    public const string Attachments = "attachments";

    /// <summary>Where it is told of: region, territories, comuni.</summary>
    public const string Place = "place";

    /// <summary>What is known of the item beside its texts and places: type, terms, norms, sources.</summary>
    public const string Context = "context";

    /// <summary>The item's id, to leave it out by.</summary>
    public const string Id = "id";

    public const string Type = "type";

    public const string Region = "region";

    public const string Status = "status";

    public const string Year = "year";

    /// <summary>The title and names, each as one key; see <see cref="NameKey"/>.</summary>
    public const string Exact = "exact";

    /// <summary>The legal sources that the item is about.</summary>
    public const string About = "about";

    /// <summary>The title folded, to sort by.</summary>
    public const string TitleKey = "titleKey";

    /// <summary>Day numbers.</summary>
    public const string Published = "published";

    /// <inheritdoc cref="Published"/>
    public const string Updated = "updated";

    /// <summary>Section and slug.</summary>
    public const string Path = "path";

    /// <summary>The summary as it is shown when no passage is.</summary>
    public const string Lead = "lead";

    /// <summary>The values of a field by which a type's lists are filtered.</summary>
    public static string Facet(string field) => "facet." + field;

    /// <summary>The number or day of a field by which a type's lists are sorted.</summary>
    public static string Number(string field) => "number." + field;

    /// <summary>The schema of an index over types with these facets and numbers.</summary>
    public static Schema Schema(IEnumerable<string> facets, IEnumerable<string> numbers) => new(Analyzer.Italian,
    [
        new TextField(Place) { Weight = 1f, Stored = false },
        new TextField(Title) { Weight = 3, Aliases = ["titolo"] },
        new TextField(Names) { Weight = 1f, Stored = false },
        new TextField(Summary) { Weight = 1.2f, Aliases = ["sintesi"] },
        new TextField(Text) { Aliases = ["testo"] },
        new TextField(Attachments) { Weight = 0.6f, Aliases = ["allegati"] },
        new TextField(Context) { Weight = 0.3f, Stored = false },
        new KeywordField(Id),
        new KeywordField(Type) { Aliases = ["tipo"] },
        new KeywordField(Region) { Aliases = ["regione"] },
        new KeywordField(Status) { Aliases = ["stato"] },
        new KeywordField(Year) { Aliases = ["anno"] },
        new KeywordField(Path),
        new KeywordField(Exact),
        new KeywordField(About),
        new KeywordField(TitleKey),
        new NumberField(Published),
        new NumberField(Updated),
        new StoredField(Lead),
        .. facets.Select(name => new KeywordField(Facet(name))),
        .. numbers.Select(name => new NumberField(Number(name))),
    ]);
}
