using System.Text;
using Hub.Legislation.Sources;

namespace SampleModule;

/// <summary>Reads a text file that announces an act on each line.</summary>
internal sealed class LineConnector : ISourceConnector
{
    private const int Most = 100;

    public string Kind => "lines";

    public SourceRequest? Ask(SourceSettings source) =>
        Uri.TryCreate(source.Address, UriKind.Absolute, out var address) && address.Scheme == "https" ? new SourceRequest(address) : null;

    public IReadOnlyList<SourceEntry> Read(SourceSettings source, byte[] answer) =>
        [.. Encoding.UTF8.GetString(answer).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Take(Most)
            .Select(line => line.Length > 200 ? line[..200] : line)
            .Select(line => new SourceEntry(line, line, "", null, null))];
}
