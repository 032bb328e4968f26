namespace Hub.Search.Analysis;

/// <summary>What the tokenizer saw; later steps treat each kind differently.</summary>
internal enum TokenKind : byte
{
    Word,
    Number,
    /// <summary>Letters with dots between them: <c>d.lgs.</c>, <c>L.R.</c>.</summary>
    Abbreviation,
    Email,
    /// <summary>A word cut short by an apostrophe: <c>dell'</c>, <c>l'</c>, <c>po'</c>.</summary>
    Elided,
}

/// <summary>What stands between a token and the next one.</summary>
internal enum Joint : byte
{
    Other,
    Blank,
    Hyphen,
}

/// <summary>A stretch of the original text, <c>Start</c> inclusive, <c>End</c> exclusive, in UTF-16 units.</summary>
internal readonly record struct RawToken(int Start, int End, TokenKind Kind, Joint Next);
