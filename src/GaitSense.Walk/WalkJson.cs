using System.Text.Json;
using System.Text.Json.Serialization;
using GaitSense.Feedback.Engine;
using GaitSense.Streams;

namespace GaitSense.Walk;

/// <summary>How a walk's files become JSON without reflection, for builds that are trimmed.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, IncludeFields = true)]
[JsonSerializable(typeof(CueReport))]
[JsonSerializable(typeof(IReadOnlyList<LinkQuality>))]
[JsonSerializable(typeof(LinkQuality[]))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class WalkJson : JsonSerializerContext;
