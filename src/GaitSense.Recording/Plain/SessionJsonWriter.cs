using System.Text.Json;
using GaitSense.Core;

namespace GaitSense.Recording.Plain;

/// <summary>Writes what <see cref="SessionJson"/> reads.</summary>
internal static class SessionJsonWriter
{
    /// <summary>Writes one object: the recording.</summary>
    public static void Write(Utf8JsonWriter json, PlainRecordingInfo info, IReadOnlyList<string> assumptions)
    {
        json.WriteStartObject();
        json.WriteString("format", PlainRecordingInfo.Format);
        json.WriteNumber("version", PlainRecordingInfo.Version);
        if (info.Description is { } description) json.WriteString("description", description);
        if (info.Source is { } source) json.WriteString("source", source);
        if (info.Licence is { } licence) json.WriteString("licence", licence);
        if (info.StartedAt is { } started) json.WriteString("started_at", started.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffK", System.Globalization.CultureInfo.InvariantCulture));
        if (info.Participant is { } participant) json.WriteString("participant", participant);
        if (info.Visit is { } visit) json.WriteString("visit", visit);
        if (info.Group is { } group) json.WriteString("group", group);
        json.WriteString("clock", info.Clock == RecordingClock.Shared ? "shared" : "separate");
        json.WriteStartArray("sensors");
        foreach (PlainSensor sensor in info.Sensors)
        {
            json.WriteStartObject();
            json.WriteString("foot", Words.Of(sensor.Foot));
            json.WriteString("file", sensor.File);
            if (sensor.RateHz is { } rate) json.WriteNumber("rate_hz", rate);
            json.WritePropertyName("mounting");
            WriteMounting(json, sensor.Mounting);
            if (sensor.HeightM is { } height) json.WriteNumber("height_m", height);
            if (sensor.GyroDelayS is { } delay) json.WriteNumber("gyro_delay_s", delay);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteLines(json, "losses", info.Losses);
        WriteLines(json, "assumptions", assumptions);
        json.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter json, string name, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return;
        json.WriteStartArray(name);
        foreach (string line in lines) json.WriteStringValue(line);
        json.WriteEndArray();
    }

    private static void WriteMounting(Utf8JsonWriter json, MountingAxes? mounting)
    {
        if (mounting is not { } axes)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        WriteAxis(json, "forward", axes.Forward);
        WriteAxis(json, "left", axes.Left);
        WriteAxis(json, "up", axes.Up);
        json.WriteEndObject();
    }

    private static void WriteAxis(Utf8JsonWriter json, string name, in Vector3D axis)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(axis.X);
        json.WriteNumberValue(axis.Y);
        json.WriteNumberValue(axis.Z);
        json.WriteEndArray();
    }
}
