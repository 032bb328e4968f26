using System.Globalization;

namespace Hub.Content.Media;

/// <summary>How large something is, as people read it.</summary>
public static class FileSize
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");
    private static readonly string[] Units = ["byte", "kB", "MB", "GB"];

    /// <summary>Such as <c>1,2 MB</c>: whole kilobytes, larger units with one place.</summary>
    public static string Of(long bytes) => Rounded(bytes, (value, places) => Math.Round(value, places, MidpointRounding.AwayFromZero));

    /// <summary>The same of what exceeds a limit: never told like the limit itself.</summary>
    public static string Over(long bytes, long limit) => Of(bytes) is var told && told != Of(limit) ? told
        : Rounded(bytes, (value, places) => Math.Ceiling(value * 10) / 10);

    private static string Rounded(long bytes, Func<decimal, int, decimal> round)
    {
        var value = (decimal)Math.Max(bytes, 0);
        var unit = 0;
        while (value >= 1000 && unit < Units.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        return string.Create(Italian, $"{(unit < 2 ? Math.Ceiling(value).ToString("0", Italian) : round(value, 1).ToString("0.#", Italian))} {Units[unit]}");
    }
}
