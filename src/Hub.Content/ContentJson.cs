using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hub.Content;

/// <summary>How canonical data is written as JSON: camel case, accents as they are.</summary>
public static class ContentJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };
}
