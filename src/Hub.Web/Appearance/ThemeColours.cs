using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace Hub.Web.Appearance;

/// <summary>
/// The colours of a theme that follow from a region's primary one. The theme's build writes them beside its stylesheets, as
/// <c>themes/&lt;theme&gt;/css/&lt;theme&gt;-colours.json</c>. Thread-safe.
/// </summary>
public sealed class ThemeColours(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, Palette?> palettes = new(StringComparer.Ordinal);

    /// <summary>Null for a theme whose colours can't be changed.</summary>
    public Palette? Of(Region region) => palettes.GetOrAdd(region.Definition.Theme.ToLowerInvariant(), Read);

    private Palette? Read(string theme)
    {
        var file = environment.WebRootFileProvider.GetFileInfo($"themes/{theme}/css/{theme}-colours.json");
        if (!file.Exists)
            return null;
        using var stream = file.CreateReadStream();
        return JsonSerializer.Deserialize<Palette>(stream, JsonSerializerOptions.Web);
    }
}

/// <summary>The colours of one theme. Immutable.</summary>
/// <param name="Variants">The primary colour of each stylesheet, by hue, saturation and brightness.</param>
public sealed record Palette(IReadOnlyDictionary<string, PaletteColour> Variants, IReadOnlyList<PaletteToken> Tokens)
{
    private string? version;

    /// <summary>Changes with what a stylesheet for a colour says.</summary>
    public string Version => version ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Tokens))).AsSpan(0, 4));

    /// <summary>The primary colour of a stylesheet; null for one that isn't there.</summary>
    public Colour? Primary(string variant) => Variants.GetValueOrDefault(variant) is { } own ? Colour.FromHsb(own.Hue, own.Saturation, own.Brightness).Rounded : null;

    /// <summary>The rule that gives the theme's colours their values for another primary.</summary>
    public string Stylesheet(Colour primary)
    {
        var pure = primary.Pure;
        return $":root{{{string.Join(';', Tokens.Select(token => $"{token.Name}:{token.Value(token.Base == "hue" ? pure : primary)}"))}}}\n";
    }
}

/// <summary>A colour as hue, saturation and brightness.</summary>
public sealed record PaletteColour(double Hue, double Saturation, double Brightness);

/// <summary>A custom property of the stylesheet: <c>factor · base + grey</c>, channel by channel.</summary>
/// <param name="Base"><c>primary</c>, or <c>hue</c> for the pure colour of its hue.</param>
/// <param name="IsTriple">Written as three numbers, for the rules that add their own opacity.</param>
public sealed record PaletteToken(string Name, string Base, double Factor, double Grey, double Alpha, bool IsTriple)
{
    internal string Value(Colour of)
    {
        var colour = of.Times(Factor, Grey).Rounded;
        if (IsTriple)
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{colour.Red},{colour.Green},{colour.Blue}");
        return Alpha < 1 ? $"{colour}{(int)Math.Round(Alpha * 255):x2}" : colour.ToString();
    }
}
