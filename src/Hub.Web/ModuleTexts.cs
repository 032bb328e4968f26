using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace Hub.Web;

/// <summary>The Italian words of one module. Read once, then without locks. Thread-safe.</summary>
/// <param name="marker">The module's class <c>Texts</c>, which gives the resource its name.</param>
public sealed class ModuleTexts(Type marker)
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");
    private readonly Lazy<FrozenDictionary<string, LocalizedString>> all = new(() => Read(marker));

    /// <exception cref="InvalidOperationException">There is no text of that key: a mistake of ours.</exception>
    public string this[string key, params object?[] arguments] => Find(key, arguments)
        ?? throw new InvalidOperationException($"Texts.it.resx of {marker.Assembly.GetName().Name} has no “{key}”.");

    /// <summary>Whether there is a text of that key; for texts that some things have and others don't.</summary>
    public bool Has(string key) => all.Value.ContainsKey(key);

    internal IEnumerable<LocalizedString> All => all.Value.Values;

    /// <summary>The text, with its places filled; null when there is none.</summary>
    internal LocalizedString? Find(string key, params object?[] arguments) =>
        all.Value.TryGetValue(key, out var text) && arguments.Length > 0
            ? new LocalizedString(key, string.Format(Italian, text.Value, arguments))
            : text;

    private static FrozenDictionary<string, LocalizedString> Read(Type marker)
    {
        var texts = new Dictionary<string, LocalizedString>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry entry in new ResourceManager(marker).GetResourceSet(Italian, true, true)!)
            texts[(string)entry.Key] = new LocalizedString((string)entry.Key, (string?)entry.Value ?? "");
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>The words of a module, for its views. A key without a text is shown as it is; a test looks for such.</summary>
internal sealed class ViewTexts<T> : IStringLocalizer<T>
{
    private readonly ModuleTexts texts = new(typeof(T));

    public LocalizedString this[string name] => texts.Find(name) ?? new LocalizedString(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments] => texts.Find(name, arguments) ?? new LocalizedString(name, name, resourceNotFound: true);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.All;
}
