using System.Text.Json.Nodes;

namespace Hub.Practices.Quality;

/// <summary>
/// A part of a practice's record that whoever certifies looks for. The parts that are there are the measure of the axis
/// <see cref="QualityAxis.Completeness"/>, without which nothing is certified: whoever asks what is missing asks here.
/// </summary>
/// <param name="Fields">Names of fields, any of which tells the part; the usual one first.</param>
public sealed record PracticePart(params IReadOnlyList<string> Fields)
{
    /// <summary>In the order of the page.</summary>
    public static readonly IReadOnlyList<PracticePart> All =
    [
        new("summary"), new("owner"), new("partners"), new("places", "territories"), new("period"), new("state"), new("instruments"), new("legalBasis"), new("acts"), new("target"),
        new("areas"), new("tools"), new("need"), new("objectives"), new("body"), new("phases", "steps"), new("amount", "funding"), new("participants"), new("outcomes"), new("indicators"),
        new("difficulties"), new("transfer"), new("contacts"), new("sources"),
    ];

    /// <param name="values">Of a practice, as stored or as typed.</param>
    public bool IsTold(JsonObject values) => Fields.Any(field => IsFilled(values[field]));

    private static bool IsFilled(JsonNode? value) => value switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        JsonObject mapping => mapping.Count > 0,
        _ => value.ToString().Trim().Length > 0,
    };
}
