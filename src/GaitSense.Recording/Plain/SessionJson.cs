using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using GaitSense.Core;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Plain;

/// <summary>Reads <c>session.json</c>. Fields that the contract does not name are never looked at.</summary>
internal sealed class SessionJson
{
    private readonly string _path;

    private SessionJson(string path) => _path = path;

    /// <summary>Parses the bytes of a <c>session.json</c>.</summary>
    /// <exception cref="RecordingFormatException">The bytes are no JSON, or do not describe a plain recording.</exception>
    public static PlainRecordingInfo Parse(ReadOnlyMemory<byte> utf8, string path)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        if (!Utf8.IsValid(utf8.Span)) throw new RecordingFormatException(path, "is no UTF-8 text, so no session.json");
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8);
            return new SessionJson(path).Info(document.RootElement);
        }
        catch (JsonException e)
        {
            string what = e.Message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0].TrimEnd('.', ' ');
            throw new RecordingFormatException(path, (e.LineNumber ?? 0) + 1, "broken JSON: " + TextForPeople.Show(what, 160));
        }
        catch (InvalidOperationException e)
        {
            // The one place where System.Text.Json says so: a \u escape of half a character.
            throw new RecordingFormatException(path, "broken JSON: a text holds half a character (a lone surrogate)", e);
        }
    }

    // More than ten times what the fastest sensors for feet send.
    public const double MaxRateHz = 20_000;

    private static string? Line(string? text) => text is null ? null : OutsideText.Line(text);

    private PlainRecordingInfo Info(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw Bad("is no recording: it should hold one JSON object");
        string? format = Text(root, "format");
        if (!string.Equals(format, PlainRecordingInfo.Format, StringComparison.Ordinal))
        {
            throw Bad(format is null
                ? $"is no plain recording: the field format should be \"{PlainRecordingInfo.Format}\" and is missing"
                : $"is no plain recording: the field format is {TextForPeople.Quote(format)}, not \"{PlainRecordingInfo.Format}\"");
        }

        if (Number(root, "version") is { } version && version is < 1 or > PlainRecordingInfo.Version)
            throw Bad(Inv($"has version {version}; this program reads version {PlainRecordingInfo.Version}: update it"));

        List<PlainSensor> sensors = Sensors(root);
        List<string> refusals = [];
        return new PlainRecordingInfo
        {
            Sensors = sensors,
            Clock = Clock(root, sensors.Count),
            Description = Line(Text(root, "description")),
            Source = Line(Text(root, "source")),
            Licence = Line(Text(root, "licence")),
            StartedAt = Instant(root, "started_at"),
            Participant = Allowed("participant", PersonId.WhyNot),
            Visit = Allowed("visit", PersonId.WhyNoLabel),
            Group = Allowed("group", PersonId.WhyNoLabel),
            Refusals = refusals.Count > 0 ? refusals : Array.Empty<string>(),
            Losses = Lines(root, "losses"),
        };

        string? Allowed(string name, Func<string, string?> whyNot)
        {
            if (Line(Label(root, name)) is not { } text || whyNot(text) is not { } why) return Line(Label(root, name));
            refusals.Add($"the {name} {why}");
            return null;
        }
    }

    private RecordingClock Clock(JsonElement root, int sensors) => Text(root, "clock") switch
    {
        "shared" => RecordingClock.Shared,
        "separate" => RecordingClock.Separate,
        null when sensors == 1 => RecordingClock.Shared,
        null => throw Bad("does not say whether the two sensors share a clock: add \"clock\": \"shared\" or \"separate\""),
        { } other => throw Bad($"the field clock is {TextForPeople.Quote(other)}; it should be \"shared\" or \"separate\""),
    };

    private List<PlainSensor> Sensors(JsonElement root)
    {
        if (!root.TryGetProperty("sensors", out JsonElement list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            throw Bad("names no sensors: add the list \"sensors\" with one entry for each foot");
        List<PlainSensor> sensors = [];
        foreach (JsonElement element in list.EnumerateArray())
        {
            int number = sensors.Count + 1;
            if (element.ValueKind != JsonValueKind.Object) throw Bad(Inv($"sensor {number} should be a JSON object"));
            PlainSensor sensor = Sensor(element, number);
            if (sensors.Exists(s => s.Foot == sensor.Foot))
                throw Bad($"two sensors are on the {Words.Of(sensor.Foot)} foot; a recording has at most one for each foot");
            if (sensors.Exists(s => string.Equals(s.File, sensor.File, StringComparison.Ordinal)))
                throw Bad($"both feet name the same file {TextForPeople.Quote(sensor.File)}; each foot has its own");
            sensors.Add(sensor);
        }

        return sensors;
    }

    private PlainSensor Sensor(JsonElement element, int number)
    {
        string? word = Text(element, "foot");
        if (!Words.TryFoot(word, out Foot foot))
            throw Bad(Inv($"sensor {number}: the field foot is {TextForPeople.Quote(word)}; it should be \"left\" or \"right\""));
        string? file = Text(element, "file");
        if (string.IsNullOrWhiteSpace(file)) throw Bad($"the {Words.Of(foot)} sensor names no file: add \"file\"");
        bool leaves = Path.IsPathRooted(file) || file.Split('/', '\\').Contains("..", StringComparer.Ordinal);
        // A name goes to the screen in messages; no honest one has a bell or an escape in it.
        if (file.Any(char.IsControl)) throw Bad($"the {Words.Of(foot)} sensor's file {TextForPeople.Quote(file)} has control characters in its name");
        if (leaves)
            throw Bad($"the {Words.Of(foot)} sensor's file {TextForPeople.Quote(file)} lies outside the recording's folder: move it in");
        double? rateHz = Number(element, "rate_hz");
        if (rateHz is { } rate && rate is not (> 0 and <= MaxRateHz))
            throw Bad(Inv($"the {Words.Of(foot)} sensor's rate_hz is {rate}; it should be above 0 and at most {MaxRateHz}"));
        return new PlainSensor(foot, file, rateHz, Mounting(element, foot))
        {
            HeightM = Within(element, foot, "height_m", 0, FootPipelineOptions.MaxDistanceFromGroundM),
            GyroDelayS = Within(element, foot, "gyro_delay_s", -FootPipelineOptions.MaxGyroDelayS, FootPipelineOptions.MaxGyroDelayS),
        };
    }

    private double? Within(JsonElement sensor, Foot foot, string name, double least, double most)
    {
        if (Number(sensor, name) is not { } value) return null;
        return value >= least && value <= most ? value
            : throw Bad(Inv($"the {Words.Of(foot)} sensor's {name} is {value}; it should be {least} to {most}"));
    }

    private MountingAxes? Mounting(JsonElement sensor, Foot foot)
    {
        if (!sensor.TryGetProperty("mounting", out JsonElement m) || m.ValueKind == JsonValueKind.Null) return null;
        if (m.ValueKind != JsonValueKind.Object) throw Bad($"the {Words.Of(foot)} sensor's mounting should be null or hold forward, left and up");
        var axes = new MountingAxes(Axis(m, foot, "forward"), Axis(m, foot, "left"), Axis(m, foot, "up"));
        if (axes.IsRotation()) return axes;
        bool mirrored = Vector3D.Dot(Vector3D.Cross(axes.Forward, axes.Left), axes.Up) < 0;
        throw Bad($"the {Words.Of(foot)} sensor's mounting is no rotation: "
            + (mirrored ? "forward x left points down, so the axes are left-handed (turn one of them round)"
                : "forward, left and up should be unit vectors at right angles, with forward x left = up"));
    }

    private Vector3D Axis(JsonElement mounting, Foot foot, string name)
    {
        if (mounting.TryGetProperty(name, out JsonElement a) && a.ValueKind == JsonValueKind.Array && a.GetArrayLength() == 3
            && a.EnumerateArray().All(x => x.ValueKind == JsonValueKind.Number))
        {
            var axis = new Vector3D(a[0].GetDouble(), a[1].GetDouble(), a[2].GetDouble());
            if (axis.IsFinite) return axis;
        }

        throw Bad($"the {Words.Of(foot)} sensor's mounting should have {name} as a list of three numbers");
    }

    private string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Bad($"the field {name} should be a text");
    }

    // Written by hand too, and other people's recordings may mean something else by it: what is no label is left aside.
    private static string? Label(JsonElement element, string name) => !element.TryGetProperty(name, out JsonElement value) ? null : value.ValueKind switch
    {
        JsonValueKind.String when value.GetString()!.Trim() is { Length: > 0 } text => text,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    // Written by hand too: what is no date is left aside, because no number depends on it.
    private static DateTimeOffset? Instant(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out DateTimeOffset at) ? at : null;

    private static IReadOnlyList<string> Lines(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(l => l.ValueKind == JsonValueKind.String).Select(l => OutsideText.Line(l.GetString()!))] : [];

    private double? Number(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Bad($"the field {name} should be a number");
    }

    private RecordingFormatException Bad(string reason) => new(_path, reason);

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
