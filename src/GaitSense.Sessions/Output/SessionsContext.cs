using System.Text.Json.Serialization;

namespace GaitSense.Sessions;

/// <summary>How this room's files become JSON without reflection, for builds that are trimmed.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ShardFile))]
[JsonSerializable(typeof(SoundRoutes))]
internal sealed partial class SessionsContext : JsonSerializerContext;
