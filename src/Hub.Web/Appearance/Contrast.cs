namespace Hub.Web.Appearance;

/// <summary>
/// Whether text in a region's colour can be read: WCAG 2.2, success criterion 1.4.3. The pairs are those that the theme
/// shows; its build checks the colours of <c>variants.json</c> by the same ones (<c>themes/Italia/scripts/contrast.mjs</c>).
/// </summary>
public static class Contrast
{
    public const double Least = 4.5;

    /// <summary>The blue of the central administrations, and how far from it others must stay.</summary>
    private const double Distance = 40;
    private static readonly Colour Reserved = new(0, 0x66, 0xCC);

    /// <summary>Every pair of text and ground, with its contrast.</summary>
    public static IReadOnlyList<ContrastPair> Of(Colour primary)
    {
        var deep = primary.Times(0.75, 0);
        return
        [
            Pair("OnWhite", primary, Colour.White),
            Pair("White", Colour.White, primary),
            Pair("OnTint", primary, Tint(0.07)),
            Pair("DeepOnTint", deep, Tint(0.16)),
            Pair("WhiteOnDeep", Colour.White, deep),
            Pair("MutedOnTint", primary.Pure.Times(0.0456, 91.1), Tint(0.16)),
        ];

        Colour Tint(double part) => primary.Times(part, 255 * (1 - part));
    }

    public static bool IsReserved(Colour primary) => primary.DistanceTo(Reserved) < Distance;

    public static bool Passes(Colour primary) => !IsReserved(primary) && Of(primary).All(pair => pair.Passes);

    /// <summary>The most similar colour that passes: the same one when it does.</summary>
    public static Colour Nearest(Colour primary)
    {
        if (Passes(primary))
            return primary;
        var (hue, saturation, _) = primary.Hsb;
        var similar =
            from turn in Enumerable.Range(-20, 41)
            from brightness in Enumerable.Range(0, 101)
            let colour = Colour.FromHsb((hue + (turn * 2) + 360) % 360, saturation, brightness).Rounded
            where Passes(colour)
            select colour;
        return similar.MinBy(primary.DistanceTo);
    }

    private static ContrastPair Pair(string key, Colour text, Colour ground)
    {
        var (light, dark) = text.Luminance > ground.Luminance ? (text, ground) : (ground, text);
        return new ContrastPair(key, (light.Luminance + 0.05) / (dark.Luminance + 0.05));
    }
}

/// <summary>Text on a ground.</summary>
/// <param name="Key">Names the pair in the texts.</param>
/// <param name="Ratio">From 1 to 21.</param>
public sealed record ContrastPair(string Key, double Ratio)
{
    public bool Passes => Ratio >= Contrast.Least;
}
