using System.Collections.Concurrent;

namespace Hub.Content.Fields;

/// <summary>All field kinds by id. A module adds its own while services are registered; afterwards it is only read.</summary>
public static class FieldKinds
{
    private static readonly ConcurrentDictionary<string, FieldKind> ById = new(
        new FieldKind[]
        {
            new TextKind(), new TextListKind(), new MarkdownKind(), new BooleanKind(), new NumberKind(), new MoneyKind(), new DateKind(), new LastDayKind(),
            new MomentKind(), new PeriodKind(), new LinkKind(), new FileKind(), new ImageKind(), new TermsKind(),
            new ReferencesKind(), new PlacesKind(), new NormsKind(), new PeopleKind(), new GroupKind(), new TypeKind(),
        }.Select(kind => KeyValuePair.Create(kind.Id, kind)),
        StringComparer.Ordinal);

    public static IEnumerable<FieldKind> All => ById.Values.OrderBy(kind => kind.Id, StringComparer.Ordinal);

    public static FieldKind? Find(string id) => ById.GetValueOrDefault(id);

    /// <exception cref="ArgumentException">Another kind has that id.</exception>
    public static void Add(FieldKind kind)
    {
        if (ById.GetOrAdd(kind.Id, kind).GetType() != kind.GetType())
            throw new ArgumentException($"The field kind {kind.Id} is there already.", nameof(kind));
    }
}
