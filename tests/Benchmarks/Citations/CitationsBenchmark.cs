using System.CommandLine;
using Hub.Citations;

namespace Hub.Benchmarks.Citations;

/// <summary>What the citations library finds, how that differs from marks or from an earlier state, and how fast.</summary>
internal static class CitationsBenchmark
{
    public static Command Command() => new("citations", "Citations found, gained and lost, and the speed of finding them.")
    {
        Find(), Snapshot(), Compare(), Measure(),
    };

    private static Command Find()
    {
        var lines = new Option<bool>("--jsonl") { Description = "Lines of {\"id\",\"text\"} instead of a text." };
        var html = new Option<bool>("--html") { Description = "The text is HTML." };
        var markdown = new Option<bool>("--markdown") { Description = "The text is Markdown." };
        var command = new Command("find", "The citations of standard input, one a line.") { lines, html, markdown };
        command.SetAction(parsed =>
        {
            using var output = new StreamWriter(Console.OpenStandardOutput());
            if (parsed.GetValue(lines))
                CitationLines.WriteReferences(Console.In, output);
            else
                CitationLines.WriteCitations(Console.In, output, new CitationOptions { Format = parsed.GetValue(html) ? TextFormat.Html : parsed.GetValue(markdown) ? TextFormat.Markdown : TextFormat.Plain });
        });
        return command;
    }

    private static Command Snapshot()
    {
        var corpus = new Argument<string>("corpus") { Description = "Lines of {\"id\",\"text\"}." };
        var target = new Argument<string>("out") { Description = "The file to write." };
        var command = new Command("snapshot", "Keep the references of a corpus, to compare with after a change.") { corpus, target };
        command.SetAction(parsed =>
        {
            using var input = File.OpenText(parsed.GetValue(corpus)!);
            using var output = File.CreateText(parsed.GetValue(target)!);
            CorpusReport.Snapshot(input, output);
        });
        return command;
    }

    private static Command Compare()
    {
        var marks = new Argument<string>("marks") { Description = "Lines of {\"id\",\"text\",\"refs\":[{\"start\",\"end\",\"urn\"}]}." };
        var command = new Command("compare", "What is gained and lost against the marks of a corpus.") { marks };
        command.SetAction(parsed =>
        {
            using var input = File.OpenText(parsed.GetValue(marks)!);
            CorpusReport.Compare(input, Console.Out);
        });
        return command;
    }

    private static Command Measure()
    {
        var file = new Argument<string>("file") { Description = "A text." };
        var command = new Command("speed", "Megabytes a second on a text, on one core.") { file };
        command.SetAction(parsed => Speed.Measure(File.ReadAllText(parsed.GetValue(file)!), Console.Out));
        return command;
    }
}
