using System.Diagnostics;

namespace Hub.Benchmarks;

/// <summary>This program again, in a process of its own, so that what is measured shares no heap with the measuring.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public static ChildProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>The rest of the first line that begins with a word; other lines are passed over.</summary>
    /// <exception cref="InvalidOperationException">The process ended without saying it.</exception>
    public async Task<string> Hear(string word)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(word + " ", StringComparison.Ordinal))
                return line[(word.Length + 1)..];
        }

        throw new InvalidOperationException($"The measured process ended before it said “{word}”.");
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
