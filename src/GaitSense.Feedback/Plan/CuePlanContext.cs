using System.Text.Json.Serialization;

namespace GaitSense.Feedback;

/// <summary>How plans become JSON without reflection, for places where what is not named is trimmed away.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CuePlan))]
internal sealed partial class CuePlanContext : JsonSerializerContext;
