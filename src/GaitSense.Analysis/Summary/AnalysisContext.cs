using System.Text.Json.Serialization;

namespace GaitSense.Analysis;

/// <summary>How results become JSON without reflection, for builds that are trimmed.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(WalkSummary))]
[JsonSerializable(typeof(SystemComparison))]
[JsonSerializable(typeof(SessionComparison))]
internal sealed partial class AnalysisContext : JsonSerializerContext;
