using System.Globalization;

namespace Hub.Content.Media;

/// <summary>How large something is, as people read it.</summary>
public static class FileSize
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");
    private static readonly string[] Units = ["byte", "kB", "MB", "GB"];

    /// <summary>Such as <c>1,2 MB</c>: whole kilobytes, larger units with one place.</summary>
    public static string Of(long bytes)
    {
        var value = (decimal)Math.Max(bytes, 0);
        var unit = 0;
        while (value >= 1000 && unit < Units.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        return string.Create(Italian, $"{(unit < 2 ? Math.Ceiling(value).ToString("0", Italian) : value.ToString("0.#", Italian))} {Units[unit]}");
    }
}
