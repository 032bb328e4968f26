using Hub.Search.Analysis;

namespace Hub.Search.Queries;

/// <summary>Makes queries of running words: each word in all its spellings, neighbours joined, synonyms beside them.</summary>
internal sealed class TypedText(Schema schema, Synonyms synonyms)
{
    private const float PartOfCompound = 0.4f;
    private const float SynonymShare = 0.8f;

    /// <summary>One query for every word with content; if there is none, for every word.</summary>
    public List<Query> Words(string text, int offset, IReadOnlyList<string>? fields, int firstPlace, List<TypedWord> typed)
    {
        var tokens = new List<TextToken>();
        var analysis = schema.Analyzer.Rent();
        analysis.Run(text, tokens);
        schema.Analyzer.Return(analysis);
        var most = QueryParser.MaxWords - typed.Count;
        tokens.RemoveAll(token => token.Position >= most);
        foreach (var token in tokens.DistinctBy(token => token.Position))
            typed.Add(new TypedWord(token.Word.Word, token.Word.Stem, firstPlace + token.Position, offset + token.Start, token.End - token.Start));
        var onlyStopWords = tokens.TrueForAll(token => token.Word.IsStopWord);
        var queries = new List<Query>();
        foreach (var place in tokens.GroupBy(token => token.Position))
        {
            var spellings = place.Where(token => onlyStopWords || !token.Word.IsStopWord).Select(token => Word(token, fields)).ToList();
            for (var i = 1; i < spellings.Count; i++)
                spellings[i] = spellings[i] with { Boost = spellings[i].Boost * PartOfCompound, ForgivesSlips = false };
            if (spellings.Count > 0)
                queries.Add(spellings.Count == 1 ? spellings[0] : new BooleanQuery { Should = spellings });
        }
        return queries;
    }

    /// <summary>What the words could also have been: neighbours written as one, and synonyms.</summary>
    public List<Query> Alternatives(string text, IReadOnlyList<string>? fields)
    {
        var words = MainWords(text);
        var queries = new List<Query>();
        for (var i = 0; i < words.Length; i++)
        {
            if (i + 1 < words.Length && words[i].Stem is not null && words[i + 1].Stem is not null)
                queries.AddRange(Joined(words[i].Word + words[i + 1].Word, fields));
            foreach (var (_, other) in synonyms.At(words, i))
                queries.Add(Expression(other, fields) with { Boost = SynonymShare });
        }
        return queries;
    }

    /// <summary>The words in exactly this order, in any of the fields.</summary>
    public Query? Phrase(string text, IReadOnlyList<string>? fields, int slop)
    {
        var words = MainWords(text);
        return words.Length == 0 ? null : Expression(words, fields, slop, exact: true);
    }

    private Token[] MainWords(string text)
    {
        var words = Synonyms.MainWords(schema.Analyzer.Analyze(text));
        return words.Length > QueryParser.MaxWords ? words[..QueryParser.MaxWords] : words;
    }

    private static WordQuery Word(TextToken token, IReadOnlyList<string>? fields) =>
        new(token.Word.Word, token.Word.Stem)
        {
            Exact = token.Word.Exact,
            Fields = fields,
            Place = token.Position,
            Boost = ItalianWeakWords.Contains(token.Word.Word) ? ItalianWeakWords.Weight : 1,
        };

    private IEnumerable<Query> Joined(string word, IReadOnlyList<string>? fields)
    {
        foreach (var token in schema.Analyzer.Analyze(word).Take(1))
            yield return new WordQuery(token.Word, token.Stem) { Fields = fields, ForgivesSlips = false };
    }

    private Query Expression(IReadOnlyList<Token> words, IReadOnlyList<string>? fields, int slop = 0, bool exact = false)
    {
        if (words.Count == 1)
            return new WordQuery(words[0].Word, exact ? null : words[0].Stem) { Fields = fields, ForgivesSlips = false };
        var searched = fields is null ? schema.TextFields : fields.Select(schema.Require<TextField>);
        return new BooleanQuery { Should = [.. searched.Select(Query? (field) => PhraseIn(field, words, slop)).OfType<Query>()] };
    }

    private static PhraseQuery? PhraseIn(TextField field, IReadOnlyList<Token> words, int slop)
    {
        var stems = !field.Forms.HasFlag(WordForms.Words);
        var terms = words.Select(word => (Text: stems ? word.Stem : word.Word, word.Position)).Where(word => word.Text is not null);
        return new PhraseQuery(field.Name, [.. terms.Select(word => new PhraseTerm(word.Text!, word.Position))], slop);
    }
}
