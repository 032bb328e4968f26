namespace Hub.Citations.Resolving;

/// <summary>The tables that come with the library: tab-separated, one record a line, "#" opens a comment.</summary>
internal static class DataFile
{
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
    }

    public static string[] Forms(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
