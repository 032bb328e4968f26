using System.Globalization;

namespace Hub.Citations.Resolving;

internal enum PartitionLevel : byte { Article, Comma, Letter, Number }

/// <summary>One partition, or the partitions from one to another. It is expanded when asked for: a text full of
/// "articoli da 1 a 200" then costs no more than its own length.</summary>
internal readonly record struct PartitionRange(Partition? First, string? Last, PartitionLevel Level)
{
    /// <summary>Longer ranges keep their ends alone: nobody links five hundred articles from one citation.</summary>
    private const int LongestRange = 200;

    public bool IsEmpty => First is null;

    public IReadOnlyList<Partition> Expand()
    {
        if (First is not { } first)
            return [];
        if (Last is null)
            return [first];
        var partitions = new List<Partition> { first };
        foreach (var value in Between(ValueOf(first), Last))
            partitions.Add(With(first, value));
        partitions.Add(With(first, Last));
        return partitions;
    }

    private string ValueOf(Partition partition) => Level switch
    {
        PartitionLevel.Article => partition.Article,
        PartitionLevel.Comma => partition.Comma ?? partition.Paragraph,
        PartitionLevel.Letter => partition.Letter,
        _ => partition.Number,
    } ?? "";

    private Partition With(Partition partition, string value) => Level switch
    {
        PartitionLevel.Article => partition with { Article = value },
        PartitionLevel.Comma => partition.Paragraph is null ? partition with { Comma = value } : partition with { Paragraph = value },
        PartitionLevel.Letter => partition with { Letter = value },
        _ => partition with { Number = value },
    };

    private static IEnumerable<string> Between(string first, string last)
    {
        if (first.Length == 1 && last.Length == 1 && char.IsAsciiLetter(first[0]) && char.IsAsciiLetter(last[0]))
        {
            for (var letter = (char)(first[0] + 1); letter < last[0]; letter++)
                yield return letter.ToString();
            yield break;
        }
        var from = Leading(first);
        var to = Leading(last);
        // "da 3 a 5-bis" passes through 5.
        var end = last.Length > to.ToString(CultureInfo.InvariantCulture).Length ? to : to - 1;
        if (from <= 0 || to <= from || to - from > LongestRange)
            yield break;
        for (var value = from + 1; value <= end; value++)
            yield return value.ToString(CultureInfo.InvariantCulture);
    }

    private static int Leading(string value)
    {
        var digits = 0;
        while (digits < value.Length && char.IsAsciiDigit(value[digits]))
            digits++;
        return int.TryParse(value.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
