using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Reads identifiers that the text itself prints: <c>urn:nir:…</c>, <c>CELEX:32016R0679</c>, <c>ECLI:IT:COST:2020:131</c>.</summary>
internal static class IdentifierReader
{
    /// <summary>The longest identifier read, in characters.</summary>
    private const int Longest = 200;

    public static bool TryRead(in Passage passage, int at, ReadingState state, out ActMention? act, out Partition? partition, out DecisionMention? decision)
    {
        (act, partition, decision) = (null, null, null);
        if (!passage.IsSymbol(at + 1, ':') || !passage.Touches(at + 1) || !passage.Touches(at + 2))
            return false;
        if (!(passage.Reads(at, "ecli") || passage.Reads(at, "urn") || passage.Reads(at, "celex")))
            return false;
        var written = Extent(passage, at);
        var to = at + 1;
        while (to < passage.Count && passage[to].Start < passage[at].Start + written.Length)
            to++;
        if (written.StartsWith("urn:nir:", StringComparison.OrdinalIgnoreCase))
        {
            var tilde = written.IndexOf('~');
            if (Nir.Parse(tilde < 0 ? written[8..] : written[8..tilde]) is not { } named)
                return false;
            act = new ActMention(state.Complete(named), at, to);
            partition = tilde < 0 ? null : ReadPartition(written[(tilde + 1)..].ToString());
            return true;
        }
        if (written.StartsWith("CELEX:", StringComparison.OrdinalIgnoreCase) && Celex.Parse(written[6..].ToString().ToUpperInvariant()) is { } european)
        {
            act = new ActMention(state.Complete(european), at, to);
            return true;
        }
        decision = ReadEcli(written, at, to);
        return decision is not null;
    }

    private static ReadOnlySpan<char> Extent(in Passage passage, int at)
    {
        var rest = passage.Source[passage[at].Start..];
        var length = 0;
        while (length < rest.Length && length < Longest && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is ':' or '.' or ';' or '-' or '~' or '_' or '/'))
            length++;
        return rest[..length].TrimEnd(".;:-/");
    }

    private static Partition? ReadPartition(string written)
    {
        var partition = new Partition();
        foreach (var part in written.ToLowerInvariant().Split('-'))
        {
            if (part.Length < 4)
                return null;
            partition = part[..3] switch
            {
                "art" => partition with { Article = part[3..] },
                "com" => partition with { Comma = part[3..] },
                "let" => partition with { Letter = part[3..] },
                "num" => partition with { Number = part[3..] },
                _ => partition,
            };
        }
        return partition.Article is null ? null : partition;
    }

    // ECLI:IT:COST:2020:131, ECLI:IT:CASS:2018:12345CIV
    private static DecisionMention? ReadEcli(ReadOnlySpan<char> written, int from, int to)
    {
        var parts = written.ToString().ToUpperInvariant().Split(':');
        if (parts.Length != 5 || parts[0] != "ECLI" || parts[3].Length != 4 || !int.TryParse(parts[3], out var year) || parts[4].Length == 0)
            return null;
        return new DecisionMention(new DecisionReference { Number = parts[4], Year = year, PrintedEcli = string.Join(':', parts) }, from, to);
    }
}
