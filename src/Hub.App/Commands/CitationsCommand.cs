using System.CommandLine;
using System.Text;
using Hub.Citations;

namespace Hub.App.Commands;

/// <summary>Finds the legal citations of a text on standard input, and writes one JSON object a line.</summary>
internal static class CitationsCommand
{
    public static Command Make()
    {
        var jsonl = new Option<bool>("--jsonl") { Description = "Read {\"id\",\"text\"} lines and write the references of each." };
        var region = new Option<string?>("--region") { Description = "Id of the region whose acts are meant when none is named, such as toscana." };
        var command = new Command("citations", "Find legal citations in a text on standard input.") { jsonl, region };
        command.SetAction(parsed => Run(parsed.GetValue(jsonl), parsed.GetValue(region)));
        return command;
    }

    private static int Run(bool isJsonl, string? region)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var input = new StreamReader(Console.OpenStandardInput(), utf8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), utf8) { NewLine = "\n" };
        var options = new CitationOptions { Region = region is null ? null : Region.Find(region) };
        if (isJsonl)
            CitationLines.WriteReferences(input, output, options);
        else
            CitationLines.WriteCitations(input, output, options);
        return 0;
    }
}
