namespace Benchmarks.Search;

/// <summary>Options of the form <c>--name value</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string? this[string name] => _values.GetValueOrDefault(name);

    public static Arguments Parse(IEnumerable<string> args)
    {
        var arguments = new Arguments();
        foreach (var pair in args.Chunk(2))
            arguments._values[pair[0].TrimStart('-')] = pair.Length > 1 ? pair[1] : "";
        return arguments;
    }

    public string Require(string name) => this[name] ?? throw new ArgumentException($"--{name} is missing.", nameof(name));
}
