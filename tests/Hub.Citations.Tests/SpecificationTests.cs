namespace Hub.Citations.Tests;

public sealed class SpecificationTests
{
    private static readonly CitationOptions Options = new() { Today = new DateOnly(2026, 12, 1) };

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Specification"), "*.md").Order(StringComparer.Ordinal))
            foreach (var line in File.ReadAllLines(file).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Text |", StringComparison.Ordinal)))
            {
                var cells = line[2..].Split(" | ");
                rows.Add(Path.GetFileNameWithoutExtension(file), cells[0], cells[1].TrimEnd('|', ' '));
            }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void ARowIsReadAsItSays(string table, string marked, string expected)
    {
        var text = marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);

        var citations = CitationFinder.Find(text, Options);

        Assert.Equal((table, marked, expected), (table, Mark(text, citations), string.Join("; ", citations.Select(Describe)).Trim()));
    }

    [Fact]
    public void TheSpecificationHasAtLeastThreeHundredRows() => Assert.True(Rows().Count >= 300);

    private static string Mark(string text, IReadOnlyList<Citation> citations)
    {
        foreach (var citation in citations.Reverse())
            text = $"{text[..citation.Start]}⟦{text[citation.Start..citation.End]}⟧{text[citation.End..]}";
        return text;
    }

    private static string Describe(Citation citation)
    {
        var named = (citation.Ambiguous ? citation.Candidates : citation.Identifiers)
            .Where(identifier => identifier.Scheme != IdentifierScheme.Eli)
            .Select(identifier => identifier.Value.Replace("urn:nir:", "", StringComparison.Ordinal)).ToList();
        var names = citation.Ambiguous ? "? " + string.Join(' ', named.Take(3)) + (named.Count > 3 ? " …" : "")
            : named.Count == 0 ? "none" : string.Join(' ', named);
        return string.Concat([names, .. citation.Problems.Select(problem => " !" + problem)]);
    }
}
