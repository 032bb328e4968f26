using Hub.Content.Fields;
using Hub.Content.Settings;
using Hub.Content.Types;
using Hub.Kernel.Regions;

namespace Hub.Content.Media;

/// <summary>How much a region's library takes.</summary>
public sealed record MediaRules
{
    public const string Key = "media";

    private const long Megabyte = 1024 * 1024;

    /// <summary>In megabytes; 20 when nothing is set.</summary>
    public decimal? MaxImage { get; init; }

    /// <summary>In megabytes; 50 when nothing is set.</summary>
    public decimal? MaxDocument { get; init; }

    /// <summary>In gigabytes, of all files and versions together; 20 when nothing is set.</summary>
    public decimal? Quota { get; init; }

    /// <summary>In bytes.</summary>
    public long QuotaBytes => (long)(Math.Clamp(Quota ?? 20, 0, 1_000_000) * 1024 * Megabyte);

    /// <summary>The largest file of any kind, in bytes.</summary>
    public long Largest => Math.Max(LimitOf(isImage: true), LimitOf(isImage: false));

    public static MediaRules Of(Region region) => RegionSettings.Of<MediaRules>(region, Key);

    /// <summary>In bytes.</summary>
    public long LimitOf(bool isImage) => (long)(Math.Clamp(isImage ? MaxImage ?? 20 : MaxDocument ?? 50, 0, MediaOptions.MaxMegabytes) * Megabyte);
}

/// <summary>The limits in a region's settings.</summary>
internal sealed class MediaSection : ISettingsSection
{
    public string Key => MediaRules.Key;

    public string Title => Texts.Get("Media.Title");

    public IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new() { Name = "maxImage", KindId = "number", Label = Texts.Get("Media.Settings.MaxImage"), Help = Texts.Get("Media.Settings.MaxImage.Help") },
        new() { Name = "maxDocument", KindId = "number", Label = Texts.Get("Media.Settings.MaxDocument"), Help = Texts.Get("Media.Settings.MaxDocument.Help", MediaOptions.MaxMegabytes) },
        new() { Name = "quota", KindId = "number", Label = Texts.Get("Media.Settings.Quota"), Help = Texts.Get("Media.Settings.Quota.Help") },
    ];
}
