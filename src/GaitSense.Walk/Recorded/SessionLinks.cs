using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GaitSense.Core;
using GaitSense.Streams;

namespace GaitSense.Walk;

/// <summary>How the links of a session were, as JSON.</summary>
internal static class SessionLinks
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter<Foot>(JsonNamingPolicy.SnakeCaseLower) },
        TypeInfoResolver = WalkJson.Default,
    };

    public static JsonElement Write(IReadOnlyList<LinkQuality> links) =>
        JsonSerializer.SerializeToElement(links, (JsonTypeInfo<IReadOnlyList<LinkQuality>>)Json.GetTypeInfo(typeof(IReadOnlyList<LinkQuality>)));

    /// <exception cref="JsonException">They are none.</exception>
    public static LinkQuality[]? Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, (JsonTypeInfo<LinkQuality[]>)Json.GetTypeInfo(typeof(LinkQuality[])));
}
