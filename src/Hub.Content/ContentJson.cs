using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Content;

/// <summary>How canonical data is written as JSON: camel case, accents as they are.</summary>
public static class ContentJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new TruthInWords() },
    };

    /// <summary>Settings that came from a file are texts: <c>true</c> and <c>false</c> are understood as such.</summary>
    private sealed class TruthInWords : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean()
            : reader.TokenType == JsonTokenType.String && bool.TryParse(reader.GetString(), out var truth) ? truth
            : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }
}
