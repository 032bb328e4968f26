using System.Globalization;
using System.Resources;

namespace Hub.Web;

/// <summary>The Italian words of this project, from <c>Texts.it.resx</c>; views get them as <c>IStringLocalizer&lt;Texts&gt;</c>.</summary>
public sealed class Texts
{
    private static readonly ResourceManager Resources = new("Hub.Web.Texts", typeof(Texts).Assembly);
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    private Texts()
    {
    }

    /// <exception cref="InvalidOperationException">There is no text of that key: a mistake of ours.</exception>
    internal static string Get(string key, params object?[] arguments)
    {
        var text = Resources.GetString(key, Italian) ?? throw new InvalidOperationException($"Texts.it.resx has no “{key}”.");
        return arguments.Length == 0 ? text : string.Format(Italian, text, arguments);
    }
}
