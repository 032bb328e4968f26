using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Hub.Content.Media.Images;

/// <summary>
/// Reduces an SVG to drawing: an allow-list of elements and attributes, references within the picture alone, no script, no
/// foreign content, no animation, nothing fetched.
/// </summary>
internal static partial class SvgCleaner
{
    /// <summary>Larger drawings are pictures of pixels in disguise.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int MaxElements = 50_000;
    private const int MaxDepth = 200;
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string XLink = "http://www.w3.org/1999/xlink";

    private static readonly FrozenSet<string> Elements = Set(
        "svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs symbol use clipPath mask pattern marker "
        + "linearGradient radialGradient stop image style filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix "
        + "feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge "
        + "feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence switch");

    private static readonly FrozenSet<string> Attributes = Set(
        "id class style lang role x y x1 y1 x2 y2 cx cy r rx ry d points width height viewBox preserveAspectRatio version transform opacity "
        + "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray "
        + "stroke-dashoffset color display visibility overflow clip clip-path clip-rule mask filter marker-start marker-mid marker-end "
        + "font-family font-size font-style font-weight font-variant font-stretch text-anchor text-decoration letter-spacing word-spacing "
        + "dominant-baseline alignment-baseline baseline-shift writing-mode direction unicode-bidi dx dy rotate textLength lengthAdjust "
        + "startOffset method spacing gradientUnits gradientTransform spreadMethod fx fy fr offset stop-color stop-opacity patternUnits "
        + "patternContentUnits patternTransform maskUnits maskContentUnits clipPathUnits markerUnits markerWidth markerHeight refX refY orient "
        + "pathLength vector-effect shape-rendering text-rendering image-rendering color-interpolation color-interpolation-filters paint-order "
        + "mix-blend-mode isolation enable-background filterUnits primitiveUnits in in2 result mode type values tableValues slope intercept "
        + "amplitude exponent operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha surfaceScale "
        + "diffuseConstant specularConstant specularExponent kernelUnitLength scale xChannelSelector yChannelSelector azimuth elevation "
        + "flood-color flood-opacity lighting-color stdDeviation radius z pointsAtX pointsAtY pointsAtZ limitingConeAngle baseFrequency "
        + "numOctaves seed stitchTiles aria-label aria-labelledby aria-hidden focusable");

    /// <summary>The clean drawing, and how large it wants to be; 0 when it doesn't say.</summary>
    /// <exception cref="InvalidDataException">It is no SVG, too large, or too deeply nested.</exception>
    public static (byte[] Clean, int Width, int Height) Clean(Stream drawing)
    {
        drawing.Position = 0;
        if (drawing.Length > MaxBytes)
            throw new InvalidDataException("The drawing is too large.");
        var root = Read(drawing);
        if (root.Name != XName.Get("svg", Svg))
            throw new InvalidDataException("The drawing has another root.");
        CleanElement(root);
        FlattenUses(root);
        var text = new MemoryStream();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, CheckCharacters = true }))
            root.Save(writer);
        var (width, height) = SizeOf(root);
        return (text.ToArray(), width, height);
    }

    private static XElement Read(Stream drawing)
    {
        try
        {
            using var reader = XmlReader.Create(drawing, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
                MaxCharactersInDocument = MaxBytes, MaxCharactersFromEntities = 1024, CloseInput = false,
            });
            reader.MoveToContent();
            return Read(reader);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException("The drawing is no XML.", e);
        }
    }

    /// <summary>Builds the tree element by element, so that depth and count are bounded before it exists.</summary>
    private static XElement Read(XmlReader reader)
    {
        if (reader.NodeType != XmlNodeType.Element)
            throw new InvalidDataException("The drawing is empty.");
        var root = Element(reader);
        var open = new Stack<XElement>([root]);
        if (reader.IsEmptyElement)
            return root;
        for (var count = 1; open.Count > 0 && reader.Read();)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++count > MaxElements || open.Count > MaxDepth)
                        throw new InvalidDataException("The drawing is nested too deeply.");
                    var isEmpty = reader.IsEmptyElement;
                    var element = Element(reader);
                    open.Peek().Add(element);
                    if (!isEmpty)
                        open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    open.Peek().Add(new XText(reader.Value));
                    break;
                default:
                    break;
            }
        }

        return root;
    }

    private static XElement Element(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
        }

        reader.MoveToElement();
        return element;
    }

    private static void CleanElement(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf().ToList())
        {
            if (element != root && element.Parent is null)
                continue; // gone with an element above it
            if (element != root && (element.Name.NamespaceName != Svg || !Elements.Contains(element.Name.LocalName) || IsBadStyle(element)))
            {
                Remove(element);
                continue;
            }

            foreach (var attribute in element.Attributes().Where(attribute => !IsGood(element, attribute)).ToList())
                attribute.Remove();
        }
    }

    private static void Remove(XElement element)
    {
        element.RemoveNodes(); // what stood in it has no parent any more
        element.Remove();
    }

    private static bool IsBadStyle(XElement element) => element.Name.LocalName == "style" && (element.HasElements || !IsGoodCss(element.Value));

    private static bool IsGood(XElement element, XAttribute attribute)
    {
        var name = attribute.Name.LocalName;
        if (attribute.Name.NamespaceName == XNamespace.Xml.NamespaceName)
            return name is "space" or "lang";
        if (name == "href" && attribute.Name.NamespaceName is "" or XLink)
            return name == "href" && IsGoodReference(element, attribute.Value.Trim());
        return attribute.Name.NamespaceName.Length == 0 && Attributes.Contains(name) && IsGoodCss(attribute.Value);
    }

    private static bool IsGoodReference(XElement element, string target) =>
        (target.Length > 1 && target[0] == '#' && element.Name.LocalName is "use" or "textPath" or "linearGradient" or "radialGradient" or "pattern" or "filter" && Anchor().IsMatch(target))
        || (element.Name.LocalName == "image" && Raster().IsMatch(target));

    /// <summary>Nothing is fetched and nothing runs: addresses lead into the picture, and no escape hides one.</summary>
    private static bool IsGoodCss(string css) =>
        !css.Contains('\\', StringComparison.Ordinal) && !css.Contains('@', StringComparison.Ordinal) && !css.Contains("/*", StringComparison.Ordinal)
        && !css.Contains('<', StringComparison.Ordinal)
        && !Dangerous().IsMatch(css) && !Address().Matches(css).Any(match => !match.Groups["to"].Value.StartsWith('#'));

    /// <summary>Uses of uses grow without bound: only what uses nothing may be used.</summary>
    private static void FlattenUses(XElement root)
    {
        var byId = root.Descendants().Where(element => element.Attribute("id") is not null).ToLookup(element => element.Attribute("id")!.Value, StringComparer.Ordinal);
        var uses = root.Descendants(XName.Get("use", Svg)).ToList();
        foreach (var use in uses)
        {
            var target = use.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "href")?.Value.Trim().TrimStart('#') ?? "";
            if (byId[target].Any(element => element.DescendantsAndSelf(XName.Get("use", Svg)).Any()) || byId[target].Any(element => use.Ancestors().Contains(element)))
                use.Remove();
        }
    }

    private static (int Width, int Height) SizeOf(XElement root)
    {
        var box = (root.Attribute("viewBox")?.Value ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var width = Pixels(root.Attribute("width")?.Value) ?? (box.Length == 4 ? Pixels(box[2]) : null);
        var height = Pixels(root.Attribute("height")?.Value) ?? (box.Length == 4 ? Pixels(box[3]) : null);
        return width is { } w && height is { } h ? (w, h) : (0, 0);
    }

    private static int? Pixels(string? length) =>
        double.TryParse(length?.Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= 20_000
            ? (int)Math.Round(value)
            : null;

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^#[\p{L}\p{N}_.:-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Raster();

    [GeneratedRegex(@"javascript:|vbscript:|expression\s*\(|behavior\s*:|-moz-binding|image-set|src\s*\(", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dangerous();

    [GeneratedRegex(@"url\s*\(\s*[""']?(?<to>[^)]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
