using System.CommandLine;
using Hub.Benchmarks.Pages;
using Hub.Benchmarks.Regions;
using Hub.Benchmarks.SearchPages;

var root = new RootCommand("Benchmarks of the hub; run them from a Release build.");
root.Add(PagesBenchmark.Command());
root.Add(PageServer.Command());
root.Add(RegionsBenchmark.Command());
root.Add(RegionsProbe.Command());
root.Add(SearchPageBenchmark.Command());
return await root.Parse(args).InvokeAsync();
