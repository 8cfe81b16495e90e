using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GaitSense.Core;
using GaitSense.Training.People;
using GaitSense.Training.Programmes;
using GaitSense.Training.Regimes;

namespace GaitSense.Training.Verdicts;

/// <summary>How documents of verdicts are read and written: names in snake case, an unknown name is an error, what is left out keeps its default.</summary>
internal static class LimitJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // people read it; no page embeds it
        Converters =
        {
            new RoundedDouble(), Words<LimitSays>(), Words<LimitStatistic>(), Words<LimitScale>(), Words<LimitPartKind>(), Words<BetterWay>(), Words<VisitRule>(), Words<VerdictKind>(), Words<Regime>(),
            Words<ChangeWay>(), Words<WalkingDirection>(), Words<Foot>(), Words<WalkingAid>(), Words<Orthosis>(),
        },
        TypeInfoResolver = VerdictContext.Default.WithAddedModifier(InitOnlyDefaults.Keep),
    };

    /// <summary>Reads a document of limits.</summary>
    public static LimitTable Read(string path, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Of<LimitTable>()) ?? throw new TrainingFileException(path, "is empty");
        }
        catch (JsonException e)
        {
            throw new TrainingFileException(path, TrainingJson.Unread(e, e.Message.Split(". ")[0].TrimEnd('.')), e);
        }
    }

    /// <summary>Reads a document that is a part of this assembly.</summary>
    public static LimitTable Embedded(string name) => LimitTable.Read(name, TrainingJson.EmbeddedText(name));

    /// <summary>Writes a document.</summary>
    public static string Write<T>(T document) => JsonSerializer.Serialize(document, Of<T>()) + "\n";

    private static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

    /// <summary>Six decimals are finer than any quantity here.</summary>
    private sealed class RoundedDouble : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Math.Round(value, 6) + 0.0);
    }
}
