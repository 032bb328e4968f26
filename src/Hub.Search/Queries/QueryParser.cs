using System.Globalization;

namespace Hub.Search.Queries;

/// <summary>
/// Reads what people type. Words are wanted but not required, unless <see cref="AllWords"/>; <c>"in virgolette"</c> means exactly so,
/// with <c>~2</c> behind it up to two words apart; <c>-parola</c> or <c>NOT</c> excludes, <c>+parola</c> or <c>AND</c> requires;
/// <c>titolo:parola</c> asks one field, <c>anno:2020..2023</c> a range; <c>parol*</c> is a beginning, <c>parola~</c> may be misspelt.
/// Every text has a meaning: what cannot be read as a sign is read as a word.
/// </summary>
public sealed class QueryParser(Schema schema, Synonyms? synonyms = null)
{
    /// <summary>Longer texts are cut here.</summary>
    public const int MaxLength = 2000;

    private const int MaxParts = 64;

    private readonly TypedText _text = new(schema, synonyms ?? Synonyms.None);

    /// <summary>Whether every word has to be found.</summary>
    public bool AllWords { get; init; }

    /// <summary>The query that a text means; without any word it finds everything.</summary>
    public TextQuery Parse(string? text)
    {
        var typed = new List<TypedWord>();
        var parts = QueryText.Read(Cut(text ?? ""), schema);
        var must = new List<Query>();
        var should = new List<Query>();
        var mustNot = new List<Query>();
        var filter = new List<Query>();
        var alternatives = new List<Query>();
        foreach (var part in parts.Take(MaxParts))
        {
            var queries = Translate(part, typed);
            if (part.Sign == PartSign.Excluded)
                mustNot.AddRange(queries);
            else if (part.Field is KeywordField or NumberField)
                filter.AddRange(queries);
            else if (part.Sign == PartSign.Required || part.Kind == PartKind.Phrase || AllWords)
                must.AddRange(queries);
            else
                should.AddRange(queries);
            if (part.Kind == PartKind.Words && part.Sign != PartSign.Excluded)
                alternatives.AddRange(_text.Alternatives(part.Text, Fields(part)));
        }
        return new TextQuery(Combine(must, should, mustNot, filter, alternatives), typed);
    }

    /// <summary>What is required may also be had by an alternative: a synonym, or neighbours written as one.</summary>
    private static Query Combine(List<Query> must, List<Query> should, List<Query> mustNot, List<Query> filter, List<Query> alternatives)
    {
        if (must.Count == 0 && should.Count == 0)
            return mustNot.Count == 0 && filter.Count == 0 ? new AllQuery() : new BooleanQuery { MustNot = mustNot, Filter = filter };
        if (must.Count == 0)
            return new BooleanQuery { Should = [.. should, .. alternatives], MustNot = mustNot, Filter = filter };
        if (alternatives.Count == 0)
            return new BooleanQuery { Must = must, Should = should, MustNot = mustNot, Filter = filter };
        return new BooleanQuery
        {
            Must = [new BooleanQuery { Should = [new BooleanQuery { Must = must }, .. alternatives] }],
            Should = should,
            MustNot = mustNot,
            Filter = filter,
        };
    }

    private static IReadOnlyList<string>? Fields(QueryPart part) => part.Field is TextField field ? [field.Name] : null;

    private static string Cut(string text) => text.Length > MaxLength ? text[..MaxLength] : text;

    private List<Query> Translate(QueryPart part, List<TypedWord> typed)
    {
        if (part.Field is KeywordField keyword)
            return [new ValueQuery(keyword.Name, part.Text)];
        if (part.Field is NumberField number)
            return Range(number, part.Text) is { } range ? [range] : [];
        var fields = Fields(part) ?? [.. schema.TextFields.Where(field => field.Forms.HasFlag(WordForms.Words)).Select(field => field.Name)];
        return part.Kind switch
        {
            PartKind.Phrase => _text.Phrase(part.Text, Fields(part), part.Number) is { } phrase ? [phrase] : [],
            PartKind.Prefix => [new BooleanQuery { Should = [.. fields.Select(field => new PrefixQuery(field, part.Text))] }],
            PartKind.Fuzzy => [new BooleanQuery { Should = [.. fields.Select(field => new FuzzyQuery(field, part.Text, part.Number))] }],
            _ => _text.Words(part.Text, part.Start, Fields(part), typed.Count == 0 ? 0 : typed[^1].Place + 1, part.Sign == PartSign.Excluded ? [] : typed),
        };
    }

    private static RangeQuery? Range(NumberField field, string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var from = dots < 0 ? text : text[..dots];
        var to = dots < 0 ? text : text[(dots + 2)..];
        var hasFrom = long.TryParse(from, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var first);
        var hasTo = long.TryParse(to, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var last);
        return hasFrom || hasTo ? new RangeQuery(field.Name, hasFrom ? first : null, hasTo ? last : null) : null;
    }
}
