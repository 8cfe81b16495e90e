using System.Text.Json.Serialization;
using GaitSense.Core;

namespace GaitSense.Recording.Session;

/// <summary>How manifests become JSON without reflection, for builds that are trimmed.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SessionManifest))]
[JsonSerializable(typeof(WalkPipelineOptions))]
[JsonSerializable(typeof(double[]))]
internal sealed partial class SessionContext : JsonSerializerContext;
