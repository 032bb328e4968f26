using System.Globalization;
using System.Runtime.CompilerServices;
using Hub.Search.Analysis;
using Hub.Search.Indexing;

namespace Hub.Search.Tests.Durability;

/// <summary>
/// The other process of the crash tests: this program, started with the name of a folder in its environment, writes to the index
/// there until it is killed. What it writes depends on the step alone, so any state can be worked out from the step committed.
/// </summary>
internal static class CrashingWriter
{
    public const string Variable = "HUB_SEARCH_CRASHING_WRITER";
    public const int Keys = 40;

    public static Schema Schema { get; } = new(Analyzer.Italian, new TextField("body"), new KeywordField("kind"), new NumberField("step"));

    public static void Apply(int step, Action<string, int> add, Action<string> delete)
    {
        add($"key{step * 7 % Keys}", step);
        if (step % 5 == 0)
            delete($"key{(step + 11) * 13 % Keys}");
    }

    [ModuleInitializer]
    internal static void WriteUntilKilled()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
            return;
        using var writer = IndexWriter.Open(folder, Schema, new IndexOptions { BufferedWords = 200, MergeFactor = 3 });
        var step = int.Parse(writer.Note ?? "0", CultureInfo.InvariantCulture);
        while (true)
        {
            step++;
            Apply(step, (key, value) => writer.Add(new Document(key) { { "body", $"passo {value} della prova" }, { "kind", $"k{value % 3}" }, { "step", value } }), writer.Delete);
            if (step % 3 == 0)
                writer.Commit(step.ToString(CultureInfo.InvariantCulture));
        }
    }
}
