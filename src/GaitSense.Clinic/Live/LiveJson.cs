using System.Text.Json;
using System.Text.Json.Serialization;

namespace GaitSense.Clinic.Live;

/// <summary>How what is said of live sessions is written: names and words in snake case, what is missing left out.</summary>
internal static class LiveJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = Set(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Sets options of somebody else so.</summary>
    public static JsonSerializerOptions Set(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        return options;
    }
}
