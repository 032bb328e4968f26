namespace Hub.Practices.Quality;

/// <summary>
/// One of the six things by which a practice is assessed, each by itself from 0 to 3. They are never added up: a practice
/// well told without evidence and one poorly told with much are not the same.
/// </summary>
public sealed class QualityAxis
{
    public const int Highest = 3;

    public static readonly QualityAxis Completeness = new("completezza");
    public static readonly QualityAxis Evidence = new("evidenza");
    public static readonly QualityAxis Transferability = new("trasferibilita");
    public static readonly QualityAxis Procedure = new("procedura");
    public static readonly QualityAxis Inclusion = new("inclusione");
    public static readonly QualityAxis Freshness = new("attualita");

    /// <summary>In the order in which they are shown.</summary>
    public static readonly IReadOnlyList<QualityAxis> All = [Completeness, Evidence, Transferability, Procedure, Inclusion, Freshness];

    private QualityAxis(string code) => Code = code;

    /// <summary>Stable: stands in storage and files.</summary>
    public string Code { get; }

    public string Name => Texts.In[$"Quality.{Code}"];

    /// <summary>The question that it answers.</summary>
    public string Question => Texts.In[$"Quality.{Code}.Question"];

    /// <summary>What a level means, in words.</summary>
    public string Meaning(int level) => Texts.In[$"Quality.{Code}.{level}"];

    public static QualityAxis? Find(string? code) => All.FirstOrDefault(axis => axis.Code == code);
}
