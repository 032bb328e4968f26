using System.CommandLine;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Benchmarks.Search;

/// <summary>
/// Makes Italian documents and queries for measuring speed: each document runs on over some sentences of one source and some of
/// another, so words co-occur as in real text, and lengths vary. Sources are the passages given and whatever Italian
/// documentation Debian has installed (debian-reference-it, manpages-it, debian-faq-it, developers-reference-it, maint-guide-it,
/// aptitude-doc-it). The same sources and seed give the same files.
/// </summary>
internal static partial class CorpusGenerator
{
    private static readonly string[] Roots =
    [
        "/usr/share/debian-reference", "/usr/share/man/it", "/usr/share/doc/debian-faq", "/usr/share/doc/debian",
        "/usr/share/doc/developers-reference-it", "/usr/share/developers-reference", "/usr/share/doc/maint-guide-it", "/usr/share/doc/aptitude",
    ];

    public static Command Command()
    {
        var target = new Option<string>("--out") { Description = "The folder for docs.tsv and queries.tsv.", Required = true };
        var count = new Option<int>("--docs") { Description = "How many documents.", DefaultValueFactory = _ => 200_000 };
        var passages = new Option<string?>("--passages") { Description = "A file of paragraphs: id, tab, text." };
        var questions = new Option<string?>("--questions") { Description = "A file of questions: id, tab, text." };
        var command = new Command("generate", "Make documents and queries for the search benchmark.") { target, count, passages, questions };
        command.SetAction(parsed => Run(parsed.GetValue(target)!, parsed.GetValue(count), parsed.GetValue(passages), parsed.GetValue(questions)));
        return command;
    }

    private static void Run(string target, int count, string? passages, string? questions)
    {
        var folder = Directory.CreateDirectory(target).FullName;
        var sources = Sources(passages).Select(Sentences).Where(sentences => sentences.Length > 0).ToArray();
        Console.WriteLine($"{sources.Length} sources, {sources.Sum(source => source.Length)} sentences");
        var random = new Random(20230703);
        var bodies = new List<string>();
        using (var writer = new StreamWriter(Path.Combine(folder, "docs.tsv")))
        {
            for (var id = 0; id < count; id++)
            {
                var body = string.Join(' ', Enumerable.Range(0, random.Next(1, 3)).SelectMany(_ => Excerpt(sources[random.Next(sources.Length)], random)));
                var title = string.Join(' ', Words(body).Take(random.Next(3, 9)));
                writer.WriteLine($"{id}\t{title}\t{body}");
                if (id % 100 == 0)
                    bodies.Add(body);
            }
        }
        using (var writer = new StreamWriter(Path.Combine(folder, "queries.tsv")))
        {
            foreach (var line in LongQueries(questions, bodies, random).Take(500))
                writer.WriteLine($"L\t{line}");
            for (var i = 0; i < 500; i++)
                writer.WriteLine($"S\t{ShortQuery(bodies[random.Next(bodies.Count)], random)}");
        }
    }

    private static IEnumerable<string> Sources(string? passages)
    {
        if (passages is not null)
        {
            foreach (var line in File.ReadLines(passages))
                yield return line.Split('\t')[^1];
        }
        foreach (var root in Roots.Where(Directory.Exists))
        {
            foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                if (Read(path) is { Length: > 200 } text)
                    yield return text;
            }
        }
    }

    private static string? Read(string path)
    {
        var manual = path.Contains("/man/it/", StringComparison.Ordinal);
        if (!manual && !path.Contains(".it.", StringComparison.Ordinal) && !path.Contains("/it/", StringComparison.Ordinal) && !path.Contains("-it/", StringComparison.Ordinal))
            return null;
        if (!path.EndsWith(".html", StringComparison.Ordinal) && !path.EndsWith(".gz", StringComparison.Ordinal))
            return null;
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file, Encoding.UTF8);
        var text = reader.ReadToEnd();
        return manual ? Manual().Replace(text, " ") : WebUtility.HtmlDecode(Markup().Replace(text, " "));
    }

    private static string[] Sentences(string text) =>
        [.. SentenceEnd().Split(Blanks().Replace(text, " ")).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length is > 25 and < 600)];

    private static IEnumerable<string> Excerpt(string[] sentences, Random random)
    {
        var from = random.Next(sentences.Length);
        return sentences.Skip(from).Take(random.Next(1, 5));
    }

    private static IEnumerable<string> LongQueries(string? questions, List<string> bodies, Random random)
    {
        var asked = questions is null ? [] : File.ReadAllLines(questions).Select(line => line.Split('\t')[^1]).Where(line => Words(line).Count() >= 7).ToArray();
        random.Shuffle(asked);
        var made = Enumerable.Range(0, 500).Select(_ => bodies[random.Next(bodies.Count)]).Select(body => string.Join(' ', Words(body).Take(random.Next(8, 14))));
        return asked.Take(250).Concat(made);
    }

    private static string ShortQuery(string body, Random random)
    {
        var words = Words(body).Where(word => word.Length > 4).ToArray();
        if (words.Length < 3)
            return "sistema operativo";
        var at = random.Next(words.Length - 2);
        return string.Join(' ', words.Skip(at).Take(random.Next(2, 4)));
    }

    private static IEnumerable<string> Words(string text) => Letters().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"<script.*?</script>|<style.*?</style>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^\.\\"".*$|^[.'][A-Za-z]+|\\f[A-Z(]..?|\\[a-z&|-]", RegexOptions.Multiline)]
    private static partial Regex Manual();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();
}
