using Benchmarks.Search;

var verb = args.FirstOrDefault() ?? "";
var options = Arguments.Parse(args.Skip(1));
return verb switch
{
    "corpus" => CorpusGenerator.Run(options),
    "search" => SearchBenchmark.Run(options),
    "open" => SearchBenchmark.Open(options),
    "relevance" => RelevanceBenchmark.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        corpus    --out FOLDER [--docs 200000] [--passages FILE --questions FILE]   writes docs.tsv and queries.tsv
        search    --docs FILE --queries FILE [--lucene yes|no]                      speed, beside Lucene
        relevance --passages FILE --questions FILE                                  MRR and recall
        """);
    return 2;
}
