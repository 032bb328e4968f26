using System.Globalization;
using System.Text;

namespace Hub.Content.Fields;

/// <summary>Text as it is compared: without case and accents, the same on every database.</summary>
public static class FoldedText
{
    /// <param name="text">Well-formed.</param>
    public static string Of(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                builder.Append(char.ToLowerInvariant(c));
        }

        return builder.ToString();
    }
}
