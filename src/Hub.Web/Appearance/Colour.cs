using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Hub.Web.Appearance;

/// <summary>A colour of the screen: three channels from 0 to 255.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct Colour(double Red, double Green, double Blue)
{
    public static Colour White { get; } = new(255, 255, 255);

    /// <summary>Degrees of the hue from 0 to 360, saturation and brightness in hundredths, as designers give them.</summary>
    public (double Hue, double Saturation, double Brightness) Hsb
    {
        get
        {
            var most = Math.Max(Red, Math.Max(Green, Blue));
            var range = most - Math.Min(Red, Math.Min(Green, Blue));
            var hue = range == 0 ? 0
                : most == Red ? (Green - Blue) / range
                : most == Green ? ((Blue - Red) / range) + 2
                : ((Red - Green) / range) + 4;
            return (((hue * 60) + 360) % 360, most == 0 ? 0 : range / most * 100, most / 2.55);
        }
    }

    /// <summary>Relative luminance, as WCAG 2.2 defines it.</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    public static Colour FromHsb(double hue, double saturation, double brightness)
    {
        return new Colour(Channel(5), Channel(3), Channel(1));

        double Channel(int n)
        {
            var k = (n + (hue / 60)) % 6;
            return 2.55 * brightness * (1 - (saturation / 100 * Math.Max(0, Math.Min(k, Math.Min(4 - k, 1)))));
        }
    }

    /// <summary>Reads <c>#8f1733</c>, <c>8F1733</c>, or hue, saturation and brightness such as <c>346 84 56</c>; null for anything else.</summary>
    public static Colour? Parse(string? typed)
    {
        if (typed is not { Length: <= 40 })
            return null;
        if (Hex().Match(typed) is { Success: true } hex)
        {
            var number = int.Parse(hex.Groups["hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return new Colour(number >> 16, (number >> 8) & 255, number & 255);
        }

        if (Three().Match(typed) is not { Success: true } three)
            return null;
        var (hue, saturation, brightness) = (Number(three, "h"), Number(three, "s"), Number(three, "b"));
        return hue <= 360 && saturation <= 100 && brightness <= 100 ? FromHsb(hue, saturation, brightness).Rounded : null;
    }

    /// <summary>The nearest one that can be written with whole channels.</summary>
    public Colour Rounded => new(Math.Round(Red), Math.Round(Green), Math.Round(Blue));

    /// <summary>The pure colour of the same hue.</summary>
    public Colour Pure => FromHsb(Hsb.Hue, 100, 100);

    /// <summary>Channel by channel, <c>factor · this + grey</c>, within what a screen shows.</summary>
    public Colour Times(double factor, double grey)
    {
        return new Colour(One(Red), One(Green), One(Blue));

        double One(double channel) => Math.Clamp((factor * channel) + grey, 0, 255);
    }

    /// <summary>How far apart two colours stand, in channels.</summary>
    public double DistanceTo(Colour other) =>
        Math.Sqrt(Math.Pow(Red - other.Red, 2) + Math.Pow(Green - other.Green, 2) + Math.Pow(Blue - other.Blue, 2));

    /// <summary>Such as <c>#8f1733</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{(int)Math.Round(Red):x2}{(int)Math.Round(Green):x2}{(int)Math.Round(Blue):x2}");

    private static double Linear(double channel) => channel / 255 is <= 0.04045 and var dark ? dark / 12.92 : Math.Pow(((channel / 255) + 0.055) / 1.055, 2.4);

    private static double Number(Match match, string part) => double.Parse(match.Groups[part].Value.Replace(',', '.'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*#?(?<hex>[0-9a-fA-F]{6})\s*$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Hex();

    [GeneratedRegex(@"^\s*(?<h>[0-9]{1,3}([.,][0-9]{1,2})?)[°]?\s*[ /;]\s*(?<s>[0-9]{1,3}([.,][0-9]{1,2})?)%?\s*[ /;]\s*(?<b>[0-9]{1,3}([.,][0-9]{1,2})?)%?\s*$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Three();
}
