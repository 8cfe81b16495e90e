using System.Text.Json.Serialization;
using GaitSense.Analysis.Comparison;

namespace GaitSense.Analysis.Summary;

/// <summary>How results become JSON without reflection, for builds that are trimmed.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(WalkSummary))]
[JsonSerializable(typeof(SystemComparison))]
[JsonSerializable(typeof(SessionComparison))]
internal sealed partial class AnalysisContext : JsonSerializerContext;
