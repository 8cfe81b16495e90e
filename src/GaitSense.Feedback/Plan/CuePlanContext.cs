using System.Text.Json.Serialization;

namespace GaitSense.Feedback.Plan;

/// <summary>How plans become JSON without reflection, for builds that are trimmed.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CuePlan))]
internal sealed partial class CuePlanContext : JsonSerializerContext;
