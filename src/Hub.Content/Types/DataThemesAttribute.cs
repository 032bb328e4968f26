namespace Hub.Content.Types;

/// <summary>
/// The themes under which a type's items are catalogued as open data: codes of the EU's list of data themes, such as
/// <c>JUST</c>. Without it they are <c>SOCI</c> and <c>GOVE</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DataThemesAttribute(params string[] codes) : Attribute
{
    private static readonly IReadOnlyList<string> Usual = ["SOCI", "GOVE"];

    public IReadOnlyList<string> Codes { get; } = codes;

    /// <summary>The themes of a type.</summary>
    public static IReadOnlyList<string> Of(TypeDefinition type) =>
        type.Record?.GetCustomAttributes(typeof(DataThemesAttribute), false) is [DataThemesAttribute themes] ? themes.Codes : Usual;
}
