using System.Globalization;
using Hub.Citations.Resolving;

namespace Hub.Citations.Reading;

/// <summary>What has been read so far of one text: the acts named, the names given to them, the region and court in hand.
/// All of it is bounded, so that no text makes looking back slow.</summary>
internal sealed class ReadingState
{
    /// <summary>How many acts back a back reference may look.</summary>
    private const int LongestMemory = 64;

    /// <summary>How many different acts of one text lend each other their date and authority.</summary>
    private const int MostActs = 1_024;

    /// <summary>How many articles back "il medesimo articolo 6" may look.</summary>
    private const int MostArticles = 16;

    private readonly List<Antecedent> _antecedents = [];
    private readonly Antecedent[] _recent = new Antecedent[MostArticles];
    private int _nextRecent;
    private readonly Dictionary<(ActType, string, int, Region?), ActReference> _acts = [];
    private readonly DateOnly? _writtenOn;

    public ReadingState(CitationOptions options)
    {
        _writtenOn = options.WrittenOn;
        Today = options.Today ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        RegionInHand = options.Region;
        Declared = new DeclaredActs(options.Declared);
        foreach (var act in Declared.Acts)
            Remember(act, null);
    }

    public DateOnly Today { get; }

    public int ThisYear => Today.Year;

    /// <summary>The region that the caller gave, or the last one that the text names.</summary>
    public Region? RegionInHand { get; set; }

    /// <summary>The court that the text named last.</summary>
    public Court? CourtInHand { get; set; }

    /// <summary>The act that opens the sentence: "Il d.lgs. 217/2017 … ha disposto (con l'art. 65)".</summary>
    public ActReference? Subject { get; set; }

    /// <summary>The latest day that the running text names, not after today.</summary>
    public DateOnly? LatestDay { get; private set; }

    public DeclaredNames Names { get; } = new();

    /// <summary>What the caller says that the text is about.</summary>
    public DeclaredActs Declared { get; }

    public IReadOnlyList<Antecedent> Antecedents => _antecedents;

    /// <summary>Adds what the known acts and the text itself tell of the act: its date, its authority, the region it may be of.</summary>
    public ActReference Complete(ActReference act)
    {
        act = KnownActs.Complete(act);
        if (act is { IsRegional: true, Region: null })
            return act with { LikelyRegion = act.LikelyRegion ?? RegionInHand };
        if (act.Number is null || act.Year is not { } year)
            return act;
        var key = (act.Type, act.Number, year, act.Region);
        if (_acts.TryGetValue(key, out var earlier))
            act = act with { Date = act.Date ?? earlier.Date, Authority = act.Authority ?? earlier.Authority };
        if (earlier is not null || _acts.Count < MostActs)
            _acts[key] = act;
        return act;
    }

    /// <summary><paramref name="otherEditions"/>: the act is only the likeliest of those that its name may mean.</summary>
    public void Remember(ActReference act, string? article, IReadOnlyList<ActReference>? otherEditions = null)
    {
        if (article is not null)
        {
            _recent[_nextRecent] = new Antecedent(act, article, otherEditions);
            _nextRecent = (_nextRecent + 1) % _recent.Length;
        }
        if (_antecedents.Count > 0 && _antecedents[^1].Act == act)
        {
            _antecedents[^1] = new Antecedent(act, article ?? _antecedents[^1].Article, otherEditions is null ? null : _antecedents[^1].OtherEditions);
            return;
        }
        if (_antecedents.Count == LongestMemory)
            _antecedents.RemoveAt(0);
        _antecedents.Add(new Antecedent(act, article, otherEditions));
    }

    /// <summary>The region of the last regional act.</summary>
    public Region? LastRegion
    {
        get
        {
            for (var i = _antecedents.Count - 1; i >= 0; i--)
                if (_antecedents[i].Act.Region is { } region)
                    return region;
            return null;
        }
    }

    /// <summary>The act of that type (any decree, without one) and number that was cited last; null when none was.</summary>
    public ActReference? LastOf(ActType? type, int number)
    {
        for (var i = _antecedents.Count - 1; i >= 0; i--)
            if (_antecedents[i].Act is { Number: { } known } act && (act.Type == type || (type is null && act.Type is >= ActType.LegislativeDecree and <= ActType.MinisterialDecree)) && int.TryParse(known, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value == number)
                return act;
        return null;
    }

    /// <summary>The act of which that article was cited last; null when it was not cited lately.</summary>
    public ActReference? LastActOf(string article)
    {
        for (var i = 1; i <= _recent.Length; i++)
            if (_recent[(_nextRecent - i + _recent.Length) % _recent.Length] is { Act: { } act, Article: { } cited } && cited == article)
                return act;
        return null;
    }

    public void NoteDay(DateOnly? day)
    {
        if (day <= Today && (LatestDay is null || day > LatestDay))
            LatestDay = day;
    }

    public bool HasCited(ActReference act) => _antecedents.Exists(antecedent => Same(antecedent.Act, act));

    /// <summary>The edition of a code that the text means: the one it cites elsewhere, or the one in force when it was written.</summary>
    public ActReference? Edition(IReadOnlyList<ActReference> editions)
    {
        for (var i = _antecedents.Count - 1; i >= 0; i--)
            foreach (var edition in editions)
                if (_antecedents[i].OtherEditions is null && Same(_antecedents[i].Act, edition))
                    return edition;
        return _writtenOn is { } day ? editions.FirstOrDefault(edition => edition.Date <= day) : null;
    }

    public static bool Same(ActReference one, ActReference other) =>
        one.Type == other.Type && one.Number == other.Number && one.Year == other.Year && one.Region == other.Region && one.Celex == other.Celex;
}

/// <summary>An act named earlier, with the article last cited of it.</summary>
internal readonly record struct Antecedent(ActReference Act, string? Article, IReadOnlyList<ActReference>? OtherEditions);
