using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GaitSense.Core;
using GaitSense.Recording.Files;

namespace GaitSense.Sessions;

/// <summary>The output latencies that were measured, remembered from calibration to calibration in a small file of the user's.</summary>
public sealed record SoundRoutes
{
    /// <summary>Greatest output latency that is believed, ms.</summary>
    public const double MaxLatencyMs = 1000;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        TypeInfoResolver = SessionsContext.Default.WithAddedModifier(InitOnlyDefaults.Keep),
    };

    private static readonly JsonTypeInfo<SoundRoutes> Type = (JsonTypeInfo<SoundRoutes>)Json.GetTypeInfo(typeof(SoundRoutes));

    /// <summary>The default place of the file: <c>gaitsense/sound.json</c> in the user's configuration.</summary>
    public static string DefaultPath => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "gaitsense", "sound.json");

    /// <summary>Taps against beats on a wire, ms, and their standard uncertainty: the person's and the keyboard's share; null: never measured.</summary>
    public double? WiredTapMs { get; init; }

    /// <summary>Standard uncertainty of <see cref="WiredTapMs"/>, ms.</summary>
    public double? WiredTapUncertaintyMs { get; init; }

    /// <summary>The outputs, by name: a device's, or one that the user gave.</summary>
    public SortedDictionary<string, SoundRoute> Routes { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Reads the file; where there is none, nothing is remembered.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="GaitSenseException">It is there and cannot be read.</exception>
    public static SoundRoutes Load(string path)
    {
        if (!File.Exists(path)) return new SoundRoutes();
        try
        {
            SoundRoutes routes = JsonSerializer.Deserialize(File.ReadAllText(path), Type) ?? throw new JsonException("it is empty");
            foreach ((string name, SoundRoute? route) in routes.Routes)
                if (route is not { LatencyMs: >= 0 and <= MaxLatencyMs, UncertaintyMs: >= 0 }) throw new JsonException($"{name} has no latency from 0 to {MaxLatencyMs} ms");
            return routes;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            throw new GaitSenseException($"{path}: the measured output latencies cannot be read ({e.Message}); correct the file, or delete it and calibrate again.", e);
        }
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="GaitSenseException">It cannot be written.</exception>
    public void Save(string path) => WholeFile.Write(path, JsonSerializer.Serialize(this, Type) + "\n");
}
