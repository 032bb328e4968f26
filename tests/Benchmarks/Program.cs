using System.CommandLine;
using Hub.Benchmarks.Citations;
using Hub.Benchmarks.Desk;
using Hub.Benchmarks.Media;
using Hub.Benchmarks.OpenData;
using Hub.Benchmarks.Pages;
using Hub.Benchmarks.Practices;
using Hub.Benchmarks.Regions;
using Hub.Benchmarks.Search;
using Hub.Benchmarks.SearchPages;

if (args is [ColdOpen.Verb, var index, var query])
    return ColdOpen.Run(index, query);
return await Commands().Parse(args).InvokeAsync();

static RootCommand Commands() => new("Benchmarks of the hub; run them from a Release build.")
{
    SearchBenchmark.Command(),
    RelevanceBenchmark.Command(),
    CorpusGenerator.Command(),
    CitationsBenchmark.Command(),
    PagesBenchmark.Command(),
    PageServer.Command(),
    RegionsBenchmark.Command(),
    RegionsProbe.Command(),
    SearchPageBenchmark.Command(),
    DeskBenchmark.Command(),
    MediaBenchmark.Command(),
    OpenDataBenchmark.Command(),
    PracticesBenchmark.Command(),
};
