using System.Globalization;

namespace Hub.Citations.Tests;

public sealed class ReadmeTests
{
    // The example of the README, word for word: it compiles here, and the test below compares the two.
    private static void Example()
    {
        var text = "Visti gli artt. 55 e 56 del d.lgs. 117/2017, la LR 3/2023 e Corte cost. n. 131/2020.";
        foreach (var citation in CitationFinder.Find(text))
        {
            Console.WriteLine($"{citation.Start}-{citation.End} {citation.Text}");
            foreach (var name in citation.Ambiguous ? citation.Candidates : citation.Identifiers)
                Console.WriteLine($"  {name.Value} {name.Address}");
            foreach (var problem in citation.Problems)
                Console.WriteLine($"  impossible: {problem}");
        }

        CitationLines.WriteCitations(Console.In, Console.Out, new CitationOptions { Region = Region.Find("toscana") });
    }

    [Fact]
    public void TheExampleOfTheReadmeIsTheOneCompiledHere()
    {
        var readme = Lines(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")), "```csharp", "```").Where(line => line != "using Hub.Citations;").ToList();
        var compiled = Lines(File.ReadAllText(SourceOfThisFile()), "private static void Example()", "[Fact]").ToList();

        Assert.Equal(readme, compiled[1..^1]);
        Assert.True(readme.Count <= 15);
    }

    [Fact]
    public void TheExampleOfTheReadmeRuns()
    {
        var (input, output) = (Console.In, Console.Out);
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        try
        {
            Console.SetIn(new StringReader("art. 12 l. 241/1990"));
            Console.SetOut(written);
            Example();
        }
        finally
        {
            Console.SetIn(input);
            Console.SetOut(output);
        }

        Assert.Contains("urn:nir:stato:decreto.legislativo:2017-07-03;117~art56", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("ECLI:IT:COST:2020:131", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("~art12\"", written.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(string text, string from, string to) => text.ReplaceLineEndings("\n").Split('\n')
        .SkipWhile(line => line.Trim() != from).Skip(1).TakeWhile(line => line.Trim() != to).Select(line => line.Trim()).Where(line => line.Length > 0);

    private static string SourceOfThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
