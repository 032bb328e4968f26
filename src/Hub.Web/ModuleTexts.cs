using System.Globalization;
using System.Resources;

namespace Hub.Web;

/// <summary>The Italian words of one module, for its C# code. Thread-safe.</summary>
/// <param name="marker">The module's class <c>Texts</c>, which gives the resource its name.</param>
public sealed class ModuleTexts(Type marker)
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");
    private readonly ResourceManager resources = new(marker);

    /// <exception cref="InvalidOperationException">There is no text of that key: a mistake of ours.</exception>
    public string this[string key, params object?[] arguments]
    {
        get
        {
            var text = resources.GetString(key, Italian)
                ?? throw new InvalidOperationException($"Texts.it.resx of {marker.Assembly.GetName().Name} has no “{key}”.");
            return arguments.Length == 0 ? text : string.Format(Italian, text, arguments);
        }
    }
}
