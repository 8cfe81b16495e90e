using System.Text.Json.Serialization;

namespace GaitSense.Training.Verdicts;

/// <summary>How limits and progress become JSON without reflection, for builds that are trimmed.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(LimitTable))]
[JsonSerializable(typeof(ProgressReport))]
internal sealed partial class VerdictContext : JsonSerializerContext;
