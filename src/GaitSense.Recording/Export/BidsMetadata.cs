using System.Text.Encodings.Web;
using System.Text.Json;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Export;

/// <summary>The JSON files and descriptions of a BIDS data set.</summary>
internal static class BidsMetadata
{
    /// <summary>The version of BIDS that came with motion; nothing newer is used.</summary>
    public const string Version = "1.9.0";

    private const string Frame = "sensor";

    private static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a JSON file.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static PendingFile Json(string folder, string name, Action<Utf8JsonWriter> write)
    {
        var file = new PendingFile(folder, name);
        try
        {
            using (var json = new Utf8JsonWriter(file, Options))
            {
                json.WriteStartObject();
                write(json);
                json.WriteEndObject();
            }

            file.Write("\n"u8);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary><c>dataset_description.json</c>.</summary>
    public static void DataSet(Utf8JsonWriter json, PlainRecordingInfo info, BidsExportOptions options)
    {
        json.WriteString("Name", info.IsSimulated ? "Simulated walking with foot-worn motion sensors" : "Walking recorded with foot-worn motion sensors");
        json.WriteString("BIDSVersion", Version);
        json.WriteString("DatasetType", "raw");
        if (info.Licence is { Length: > 0 } licence) json.WriteString("License", licence);
        json.WriteStartArray("GeneratedBy");
        json.WriteStartObject();
        json.WriteString("Name", options.Software.Name);
        if (options.Software.Version is { } version) json.WriteString("Version", version);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary><c>_motion.json</c> of a foot.</summary>
    public static void Motion(Utf8JsonWriter json, PlainRecordingInfo info, PlainSensor sensor, BidsNames names, GapMeter samples)
    {
        double effectiveHz = samples.MeanRateHz;
        json.WriteString("TaskName", names.Task);
        if (info.Description is { Length: > 0 } description) json.WriteString("TaskDescription", description);
        if ((sensor.RateHz ?? (effectiveHz > 0 ? effectiveHz : null)) is { } rate) json.WriteNumber("SamplingFrequency", rate);
        else json.WriteString("SamplingFrequency", "n/a");
        if (effectiveHz > 0) json.WriteNumber("SamplingFrequencyEffective", effectiveHz);
        json.WriteString("TrackingSystemName", BidsNames.System(sensor.Foot));
        json.WriteNumber("RecordingDuration", Math.Round(samples.SpanS, 6));
        json.WriteNumber("MotionChannelCount", 7);
        json.WriteNumber("ACCELChannelCount", 3);
        json.WriteNumber("GYROChannelCount", 3);
        json.WriteNumber("LATENCYChannelCount", 1);
        json.WriteNumber("TrackedPointsCount", 1);
        json.WriteString("MissingValues", "n/a");
    }

    /// <summary><c>_channels.json</c> of a foot: what the axes are, and what BIDS has no word for (it allows further names here, none in <c>_motion.json</c>).</summary>
    public static void Channels(Utf8JsonWriter json, PlainRecordingInfo info, PlainSensor sensor)
    {
        json.WriteStartObject("reference_frame");
        json.WriteString("Description", "The axes in which a channel is measured.");
        json.WriteStartObject("Levels");
        json.WriteStartObject(Frame);
        json.WriteString("Description", FrameInWords(sensor.Mounting));
        json.WriteString("RotationRule", "right-hand");
        if (SpatialAxes(sensor.Mounting) is { } axes) json.WriteString("SpatialAxes", axes);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        // What a plain recording says and BIDS has no word for (clock, mounting), so that nothing is lost on the way back.
        json.WriteStartObject(BidsNames.OwnKey);
        json.WritePropertyName("Recording");
        SessionJsonWriter.Write(json, info, []);
        json.WriteEndObject();
    }

    /// <summary>The rows of <c>_channels.tsv</c> after its header.</summary>
    public static void ChannelRows(TableWriter table, Foot foot)
    {
        Row("latency", "n/a", "LATENCY", "n/a", "s", "n/a");
        string start = foot == Foot.Left ? "left_foot" : "right_foot";
        foreach ((string word, string type, string unit) in new[] { ("acc", "ACCEL", "m/s^2"), ("gyro", "GYRO", "rad/s") })
            foreach (string axis in new[] { "x", "y", "z" })
                Row($"{start}_{word}_{axis}", axis, type, BidsNames.Point(foot), unit, Frame);

        void Row(params ReadOnlySpan<string> fields)
        {
            foreach (string field in fields) table.Text(field);
            table.EndRow();
        }
    }

    private static string FrameInWords(MountingAxes? mounting) => mounting is { } m
        ? FormattableString.Invariant($"The sensor's own axes, moving with the foot. In them, forward (toe) is {Axis(m.Forward)}, the wearer's left {Axis(m.Left)}, up {Axis(m.Up)}, nominally.")
        : "The sensor's own axes, moving with the foot; how it sits on the foot is unknown.";

    private static string Axis(in Vector3D v) => FormattableString.Invariant($"({v.X}, {v.Y}, {v.Z})");

    // BIDS' letters say where each sensor axis points: anterior, posterior, left, right, superior, inferior. They can only say right angles.
    private static string? SpatialAxes(MountingAxes? mounting)
    {
        if (mounting is not { } m) return null;
        char[] letters = new char[3];
        for (int axis = 0; axis < 3; axis++)
        {
            double forward = Part(m.Forward, axis), left = Part(m.Left, axis), up = Part(m.Up, axis);
            letters[axis] = (forward, left, up) switch
            {
                ( > 0.999, _, _) => 'A',
                ( < -0.999, _, _) => 'P',
                (_, > 0.999, _) => 'L',
                (_, < -0.999, _) => 'R',
                (_, _, > 0.999) => 'S',
                (_, _, < -0.999) => 'I',
                _ => '_',
            };
        }

        return letters.Contains('_') ? null : new string(letters);
    }

    private static double Part(in Vector3D v, int axis) => axis switch { 0 => v.X, 1 => v.Y, _ => v.Z };
}
