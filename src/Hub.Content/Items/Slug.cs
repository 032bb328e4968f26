using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Content.Items;

/// <summary>The last segment of an item's address.</summary>
public static partial class Slug
{
    public const int MaxLength = 100;

    /// <summary>Lower-case letters, digits and single hyphens, at most 100 characters.</summary>
    public static bool IsValid(string slug) => slug.Length is > 0 and <= MaxLength && Form().IsMatch(slug);

    /// <summary>A slug from a title: accents folded, everything else a hyphen; <c>senza-titolo</c> when nothing is left.</summary>
    public static string From(string title)
    {
        var builder = new StringBuilder(title.Length);
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                builder.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && builder.Length > 0 && builder[^1] != '-')
                builder.Append('-');
        }

        if (builder.Length > MaxLength)
            builder.Length = MaxLength;
        var slug = builder.ToString().Trim('-');
        return slug.Length > 0 ? slug : "senza-titolo";
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Form();
}
