using System.Globalization;
using System.Resources;

namespace SampleModule;

/// <summary>Every text that people read, from <c>Texts.it.resx</c>.</summary>
internal static class Texts
{
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("it");

    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static string Board => Read(nameof(Board));

    public static string Calendar => Read(nameof(Calendar));

    public static string MayPin => Read(nameof(MayPin));

    public static string BoardIsReadable => Read(nameof(BoardIsReadable));

    public static string BoardIsFull => Read(nameof(BoardIsFull));

    public static string NothingPinned => Read(nameof(NothingPinned));

    private static string Read(string name) => Resources.GetString(name, Culture) ?? name;
}
