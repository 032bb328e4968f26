using System.Buffers;
using Hub.Citations.Reading;
using Hub.Citations.Text;

namespace Hub.Citations;

/// <summary>Finds the citations of Italian legal texts. It never throws on a text, takes time linear in its length,
/// and may be used from many threads at once.</summary>
public static class CitationFinder
{
    private static readonly CitationOptions Plain = new();

    /// <summary>The citations of <paramref name="text"/>, in its order and without overlaps.</summary>
    public static IReadOnlyList<Citation> Find(string text, CitationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= Plain;
        var found = new List<Citation>();
        var reader = new CitationReader(text, options, found);
        var block = ArrayPool<Token>.Shared.Rent(Lexer.LongestBlock);
        try
        {
            var lexer = new Lexer(text, options.Format, Phrasebook.Italian);
            while (!lexer.Done)
            {
                var count = lexer.Next(block.AsSpan(0, Lexer.LongestBlock));
                reader.Read(new Passage(text, block.AsSpan(0, count)));
            }
        }
        finally
        {
            ArrayPool<Token>.Shared.Return(block);
        }
        return found;
    }
}
