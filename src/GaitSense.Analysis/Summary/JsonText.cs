using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GaitSense.Analysis.Sides;

namespace GaitSense.Analysis.Summary;

/// <summary>How this project writes JSON: the same bytes for the same numbers on every machine.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new RoundedDouble(), new JsonStringEnumConverter<SideVerdict>(JsonNamingPolicy.SnakeCaseLower) },
        TypeInfoResolver = AnalysisContext.Default,
    };

    /// <summary>How a type that <see cref="AnalysisContext"/> names is written and read.</summary>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>Six decimals are finer than any quantity here; a number that is none becomes null.</summary>
    private sealed class RoundedDouble : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value)) writer.WriteNumberValue(Math.Round(value, 6) + 0.0);
            else writer.WriteNullValue();
        }
    }
}
