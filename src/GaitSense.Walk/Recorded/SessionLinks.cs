using System.Text.Json;
using System.Text.Json.Serialization;

namespace GaitSense.Walk;

/// <summary>How the links of a session were, as JSON.</summary>
internal static class SessionLinks
{
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };
}
