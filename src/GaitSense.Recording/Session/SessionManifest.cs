using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Session;

/// <summary>What a session recording says about itself; the first record of its file, and <c>manifest.json</c> beside it.</summary>
public sealed record SessionManifest
{
    /// <summary>What <see cref="Format"/> says.</summary>
    public const string FormatName = "gaitsense-session";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NewLine = "\n",
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter<Foot>(JsonNamingPolicy.SnakeCaseLower), new JsonStringEnumConverter<ClockClass>(JsonNamingPolicy.SnakeCaseLower), new VectorJson() },
        TypeInfoResolver = SessionContext.Default.WithAddedModifier(InitOnlyDefaults.Keep),
    };

    private static readonly JsonTypeInfo<SessionManifest> Type = (JsonTypeInfo<SessionManifest>)Json.GetTypeInfo(typeof(SessionManifest));
    private static readonly JsonTypeInfo<SessionSettings> SettingsType = (JsonTypeInfo<SessionSettings>)Json.GetTypeInfo(typeof(SessionSettings));

    /// <summary><see cref="FormatName"/>.</summary>
    public string Format { get; init; } = FormatName;

    /// <summary>Version of the manifest. <value>The default is 1.</value></summary>
    public int Version { get; init; } = 1;

    /// <summary>Name of the walk.</summary>
    public required string Name { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset StartedUtc { get; init; }

    /// <summary>The time zone of the computer, IANA where the system knows it: <c>Europe/Berlin</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>What the host's monotonic clock showed then, µs: the origin of the records' times.</summary>
    public required long StartedHostUs { get; init; }

    /// <summary>
    /// Where the samples came from, where it was no foot: <see cref="RecordingOrigin.Simulated"/>, and of what. Null: of sensors, or of a build that did not say.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>The person.</summary>
    public required SessionPerson Person { get; init; }

    /// <summary>The sensors.</summary>
    public required IReadOnlyList<SessionSensor> Sensors { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Software { get; init; }

    /// <summary>Version of the program's sensor protocol.</summary>
    public required string Protocol { get; init; }

    /// <summary>What the numbers depend on beside the sensors' inputs.</summary>
    public required SessionSettings Settings { get; init; }

    /// <summary>When the last of its inputs came, UTC; only in <c>manifest.json</c>, and null where it never did.</summary>
    public DateTimeOffset? EndedUtc { get; init; }

    /// <summary>Moments that were marked; only in <c>manifest.json</c>: in the session file they are records.</summary>
    public IReadOnlyList<SessionMarker>? Markers { get; init; }

    /// <summary>What was lost before a mended copy was made, one sentence each; null in a recording that is no copy, or is one of a whole recording.</summary>
    public IReadOnlyList<string>? Losses { get; init; }

    /// <summary>How the links were and how well the clocks were aligned at the end; only in <c>manifest.json</c>.</summary>
    public JsonElement? Links { get; init; }

    /// <summary>How the sensors' connections were opened (<see cref="SessionOpening"/>); only in <c>manifest.json</c>, for a session file whose first block is lost. Null: of an earlier build.</summary>
    public byte[]? Opening { get; init; }

    /// <summary>The session file's first bytes, without which none of its blocks can be told; only in <c>manifest.json</c>, for a file that lost them. Null: of an earlier build.</summary>
    public byte[]? FileHeader { get; init; }

    /// <summary>SHA-256 of <see cref="Settings"/> as they are written, the first 16 hexadecimal digits.</summary>
    public string SettingsHash => Sha256Hex.Of(JsonSerializer.SerializeToUtf8Bytes(Settings, SettingsType))[..16];

    /// <summary>
    /// Has all that <see cref="ToJson"/> needs compiled: on a slow computer that takes seconds, which are better spent before samples flow than while they do.
    /// </summary>
    public static void WarmUp() => _ = new SessionManifest
    {
        Name = "",
        StartedUtc = default,
        Zone = "",
        StartedHostUs = 0,
        Person = new SessionPerson { LegLengthM = 1 },
        Sensors = [new SessionSensor(Foot.Left, "", "", 1, ClockClass.Timestamps)],
        Software = "",
        Protocol = "",
        Settings = new SessionSettings { Walk = new() { Left = new() { Mounting = MountingAxes.Identity } }, Algorithm = Algorithm.Version },
    }.ToJson();

    /// <summary>The core's options, as a manifest has them.</summary>
    public static JsonElement SettingsToJson(WalkPipelineOptions settings) =>
        JsonSerializer.SerializeToElement(settings, (JsonTypeInfo<WalkPipelineOptions>)Json.GetTypeInfo(typeof(WalkPipelineOptions)));

    /// <summary>Writes it, UTF-8.</summary>
    public byte[] ToJson()
    {
        JsonElement all = JsonSerializer.SerializeToElement(this, Type);
        var utf8 = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(utf8, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            foreach (JsonProperty property in all.EnumerateObject()) property.WriteTo(json);
            // The hash is for those who compare sessions; it is computed, never read.
            json.WriteString("settings_hash", SettingsHash);
            json.WriteEndObject();
        }

        return utf8.WrittenSpan.ToArray();
    }

    /// <summary>Reads it.</summary>
    /// <param name="path">Where it is, for errors.</param>
    /// <param name="utf8">Its bytes.</param>
    /// <exception cref="RecordingFormatException">It is no manifest, or one of a newer version.</exception>
    public static SessionManifest Read(string path, ReadOnlySpan<byte> utf8)
    {
        try
        {
            SessionManifest? manifest = JsonSerializer.Deserialize(utf8, Type);
            if (manifest is not { Format: FormatName, Sensors: not null, Settings.Walk: not null, Person: not null, Name: not null }) throw new RecordingFormatException(path, "has no manifest of a session");
            if (manifest.Version > 1) throw new RecordingFormatException(path, $"has a manifest of version {manifest.Version}; this program reads version 1: update the program");
            if (manifest.Settings.Walk.FindFault() is { } fault) throw new RecordingFormatException(path, $"has settings that cannot be: {fault}");
            foreach (double rate in manifest.Sensors.Select(s => s.RateHz).OfType<double>())
                if (rate is not (> 0 and <= SessionJson.MaxRateHz)) throw new RecordingFormatException(path, string.Create(CultureInfo.InvariantCulture, $"says that a sensor has a rate of {rate:R} Hz"));
            return manifest with
            {
                Name = OutsideText.Line(manifest.Name),
                Zone = OutsideText.Line(manifest.Zone ?? ""),
                Source = Line(manifest.Source),
                Software = OutsideText.Line(manifest.Software ?? ""),
                Person = manifest.Person with { Id = Line(manifest.Person.Id), WalkingAid = Line(manifest.Person.WalkingAid), Orthosis = Line(manifest.Person.Orthosis), AffectedSide = Line(manifest.Person.AffectedSide) },
                Losses = manifest.Losses?.Select(l => OutsideText.Line(l ?? "")).ToArray(),
                Sensors = [.. manifest.Sensors.Select(s => s with { Device = OutsideText.Line(s.Device ?? ""), Kind = Line(s.Kind) })],
            };

            static string? Line(string? text) => text is null ? null : OutsideText.Line(text);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw new RecordingFormatException(path, $"has a manifest that cannot be read: {Why(e)}", e);
        }
    }

    private static string Why(Exception e) => e is JsonException { Path.Length: > 1 } at && e.Message.Contains("could not be converted", StringComparison.Ordinal)
        ? $"the value of {TextForPeople.Show(at.Path[2..], 80)} is of another kind than it should be"
        : TextForPeople.Show(e.Message, 120);
}
