using Benchmarks.Citations;
using Hub.Citations;

// citations              text on standard input, one citation a line
// references             {"id","text"} lines on standard input
// compare <marks.jsonl>  what is gained and lost against the marks of a corpus ({"id","text","refs":[{"start","end","urn"}]})
// snapshot <corpus> <out> the references of a corpus, to compare with after a change
// speed <file>           megabytes a second on a text, on one core
Console.OutputEncoding = new System.Text.UTF8Encoding(false);
switch (args)
{
    case ["citations", ..]:
        CitationLines.WriteCitations(Console.In, Console.Out, new CitationOptions { Format = args.Contains("--html") ? TextFormat.Html : args.Contains("--markdown") ? TextFormat.Markdown : TextFormat.Plain });
        return 0;
    case ["references"]:
        using (var output = new StreamWriter(Console.OpenStandardOutput()))
            CitationLines.WriteReferences(Console.In, output);
        return 0;
    case ["snapshot", var corpus, var target]:
        using (var input = File.OpenText(corpus))
        using (var output = File.CreateText(target))
            CorpusReport.Snapshot(input, output);
        return 0;
    case ["compare", var marks]:
        using (var input = File.OpenText(marks))
            CorpusReport.Compare(input, Console.Out);
        return 0;
    case ["speed", var file]:
        Speed.Measure(File.ReadAllText(file), Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("citations | references | compare <marks.jsonl> | snapshot <corpus.jsonl> <out.jsonl> | speed <file>");
        return 2;
}
