using System.Text.RegularExpressions;

namespace Hub.Benchmarks.SearchPages;

/// <summary>The sentences of a content folder, to make other texts from.</summary>
internal sealed partial class Sentences
{
    private readonly string[] sentences;
    private readonly string[] words;

    public Sentences(string folder)
    {
        sentences = [.. Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(file => End().Split(File.ReadAllText(file).Split("---", 3)[^1])).Select(sentence => sentence.ReplaceLineEndings(" ").Trim())
            .Where(sentence => sentence.Length is > 20 and < 400)];
        words = [.. sentences.SelectMany(sentence => Letters().Matches(sentence).Select(word => word.Value.ToLowerInvariant())).Where(word => word.Length > 4)];
    }

    public string Text(Random random, int count) => string.Join(". ", Enumerable.Range(0, count).Select(_ => sentences[random.Next(sentences.Length)]));

    /// <summary>A word as often as it is written.</summary>
    public string Word(Random random) => words[random.Next(words.Length)];

    [GeneratedRegex(@"(?<=[.!?])\s+", RegexOptions.None, 1000)]
    private static partial Regex End();

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Letters();
}
