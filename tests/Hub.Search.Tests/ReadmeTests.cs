namespace Hub.Search.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void TheExampleRuns()
    {
        using var folder = new TemporaryFolder();

        ReadmeExample.Run(folder.Path);
    }

    [Fact]
    public void TheExampleInTheReadmeIsTheOneThatRuns()
    {
        var source = Between(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ReadmeExample.cs")), "// begin\n", "// end");
        var readme = Between(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")), "```csharp\n", "```");

        Assert.Equal(Lines(source), Lines(readme));
    }

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Lines(string code) => code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
}
