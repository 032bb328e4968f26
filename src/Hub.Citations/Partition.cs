namespace Hub.Citations;

/// <summary>A place inside an act: article, comma, lettera, numero. Each is written as in a URN: <c>3bis</c>, <c>2</c>, <c>a</c>, <c>1</c>.</summary>
public sealed record Partition
{
    /// <summary>The article, with its suffix: <c>55</c>, <c>3bis</c>.</summary>
    public string? Article { get; init; }

    /// <summary>The comma: <c>1</c>, <c>2bis</c>.</summary>
    public string? Comma { get; init; }

    /// <summary>The paragraph of an act of the European Union.</summary>
    public string? Paragraph { get; init; }

    /// <summary>The lettera: <c>a</c>, <c>abis</c>.</summary>
    public string? Letter { get; init; }

    /// <summary>The numero or punto.</summary>
    public string? Number { get; init; }

    /// <summary>The form used after "~" in a URN: <c>art55-com3-leta</c>; empty if it names no article.</summary>
    public override string ToString()
    {
        if (Article is null)
            return "";
        var text = "art" + Article;
        if (Comma is not null)
            text += "-com" + Comma;
        if (Paragraph is not null)
            text += "-par" + Paragraph;
        if (Letter is not null)
            text += "-let" + Letter;
        if (Number is not null)
            text += "-num" + Number;
        return text;
    }
}
