using System.Text.Json.Serialization;

namespace GaitSense.Recording;

/// <summary>How manifests become JSON without reflection, for places where what is not named is trimmed away.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SessionManifest))]
[JsonSerializable(typeof(double[]))]
internal sealed partial class SessionContext : JsonSerializerContext;
