using System.Globalization;

namespace Hub.Content.Media;

/// <summary>A picture with its addresses, for <c>img</c>.</summary>
public sealed class PictureSource(MediaFileRow file, IReadOnlyList<MediaSizeRow> sizes)
{
    /// <summary>How many digits of a hash stand in the address of a smaller picture: it changes with the content.</summary>
    internal const int StampLength = 16;

    /// <summary>In a page's text, which is never wider.</summary>
    public const string InText = "(min-width: 768px) 720px, 100vw";

    private const int Steps = 10;

    public MediaFileRow File => file;

    /// <summary>Class that keeps the focus in sight where a frame cuts the picture: <c>focus-3-7</c> in tenths; null in the middle.</summary>
    public string? FocusClass => (file.FocusX, file.FocusY) is (50, 50) ? null
        : string.Create(CultureInfo.InvariantCulture, $"focus focus-x{Tenths(file.FocusX)} focus-y{Tenths(file.FocusY)}");

    /// <summary>The address for whoever chooses no other.</summary>
    /// <param name="root">Path of the region, without a slash at the end.</param>
    public string Source(string root) => sizes.LastOrDefault(size => size.Format == "jpg") is { } jpeg ? At(root, jpeg) : $"{root}/{MediaPath.Of(file.Id, file.Name)}";

    /// <summary>The addresses with their widths; null when there are none.</summary>
    public string? SourceSet(string root) => sizes.Where(size => size.Format == "webp").Select(size => string.Create(CultureInfo.InvariantCulture, $"{At(root, size)} {size.Width}w")).ToList() is { Count: > 0 } all
        ? string.Join(", ", all)
        : null;

    /// <summary>The narrowest, for lists.</summary>
    public string Thumbnail(string root) => sizes.FirstOrDefault(size => size.Format == "webp") is { } least ? At(root, least) : Source(root);

    private static int Tenths(int hundredths) => (int)Math.Round(hundredths / (double)Steps, MidpointRounding.AwayFromZero);

    private string At(string root, MediaSizeRow size) =>
        string.Create(CultureInfo.InvariantCulture, $"{root}/media/{file.Id}/{size.Hash[..StampLength]}/{size.Width}.{size.Format}");
}
