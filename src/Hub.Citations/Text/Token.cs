namespace Hub.Citations.Text;

internal enum TokenKind : byte { End, Word, Number, Symbol }

[Flags]
internal enum TokenTraits : byte
{
    None = 0,
    Capital = 1,
    Elided = 2,
    SpaceBefore = 4,
    OpensPhrase = 8,
    Ordinal = 16,
    AllCapitals = 32,
}

/// <summary>A word, a run of digits or one symbol, with its place in the source. Markup, soft hyphens and the double
/// parentheses of consolidated texts are no tokens: a citation broken by them is still read whole.</summary>
internal readonly record struct Token(int Start, int End, uint Hash, int Value, TokenKind Kind, Term Term, char Symbol, TokenTraits Traits)
{
    public bool Is(char symbol) => Symbol == symbol;

    public bool Has(TokenTraits trait) => (Traits & trait) != TokenTraits.None;

    public int Length => End - Start;
}
