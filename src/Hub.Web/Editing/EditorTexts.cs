using System.Text.Json;

namespace Hub.Web.Editing;

/// <summary>The words that the editor's script shows.</summary>
public static class EditorTexts
{
    private const string Prefix = "Editor.";

    /// <summary>By key, as JSON.</summary>
    public static readonly string AsJson = JsonSerializer.Serialize(new ModuleTexts(typeof(Texts)).All
        .Where(text => text.Name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(text => text.Name[Prefix.Length..], text => text.Value, StringComparer.Ordinal));
}
