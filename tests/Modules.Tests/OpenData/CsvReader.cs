using System.Text;

namespace Modules.Tests.OpenData;

/// <summary>Reads a table by the letter of RFC 4180, and refuses what isn't one.</summary>
internal static class CsvReader
{
    public static List<string[]> Read(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        text = text.TrimStart('\uFEFF');
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '"')
            {
                for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
                    cell.Append(text[at] == '"' ? text[at++] : text[at]);
                at++;
            }
            else
            {
                for (; text[at] is not (',' or '\r'); at++)
                    cell.Append(text[at] is '"' or '\n' ? throw new FormatException("A quote or line end stands free.") : text[at]);
            }

            row.Add(cell.ToString());
            cell.Clear();
            if (text[at] == ',')
                at++;
            else
            {
                Assert.Equal("\r\n", text.Substring(at, 2));
                at += 2;
                rows.Add([.. row]);
                row.Clear();
            }
        }

        Assert.Single(rows.Select(each => each.Length).Distinct());
        return rows;
    }
}
