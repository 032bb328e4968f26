using Hub.Content.Files;

namespace Hub.App.Commands;

/// <summary>Shows how far long work has come: one line that rewrites itself on a terminal, one line for every hundred steps elsewhere.</summary>
internal sealed class ConsoleProgress : IProgress<WorkProgress>
{
    private readonly bool isTerminal = !Console.IsOutputRedirected;

    public static ConsoleProgress Make() => new();

    public void Report(WorkProgress value)
    {
        var counted = value.Total > 0 ? $"{value.Done}/{value.Total}" : $"{value.Done}";
        if (isTerminal)
            Console.Write($"\r{counted} {value.What,-70}{(value.Done == value.Total ? Environment.NewLine : "")}");
        else if (value.Done % 100 == 0)
            Console.WriteLine(counted);
    }
}
