using GaitSense.Core;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Samples;

namespace GaitSense.Benchmarks;

/// <summary>A real walk, where recordings are at hand: a folder named by GAITSENSE_DATA, or shared/data in a folder above.</summary>
internal static class RecordedInput
{
    public const string Name = "recorded walk";

    private const string Recording = "gaitmap-healthy";

    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("GAITSENSE_DATA") is { Length: > 0 } data) return Existing(data);
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (Existing(Path.Combine(d.FullName, "shared", "data")) is { } found) return found;
        return null;
    }

    /// <summary>The first lap's worth of the right foot.</summary>
    public static ImuSample[] Read(out long lapUs)
    {
        PlainRecording recording = PlainRecording.Open(Find() ?? throw new InvalidOperationException("There is no recording."));
        using SampleReader reader = recording.OpenSensor(recording.SensorOf(Foot.Right) ?? recording.Sensors[0]);
        var samples = new ImuSample[BenchmarkInput.Length];
        for (int filled = 0, read; filled < samples.Length; filled += read)
        {
            read = reader.Read(samples.AsSpan(filled));
            if (read == 0) throw new InvalidOperationException("The recording is too short.");
        }

        lapUs = samples[^1].Time.Microseconds - samples[0].Time.Microseconds + 1_000_000;
        return samples;
    }

    private static string? Existing(string data)
    {
        string path = Path.Combine(data, Recording);
        return File.Exists(Path.Combine(path, PlainRecording.SessionFile)) ? path : null;
    }
}
