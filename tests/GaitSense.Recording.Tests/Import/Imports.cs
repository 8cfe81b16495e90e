using GaitSense.Core;
using GaitSense.Recording.Import;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Samples;

namespace GaitSense.Recording.Tests;

/// <summary>Imports files of a test folder into <c>out</c> and reads them back.</summary>
internal static class Imports
{
    public static (ImportResult Result, List<ImuSample> Samples) One(TestFolder folder, string file, ImportOptions? options = null)
    {
        ImportResult result = RecordingImport.Convert([folder[file]], folder["out"], options ?? new ImportOptions(), stop: TestContext.Current.CancellationToken);
        return (result, Read(result, result.Feet[0]));
    }

    public static List<ImuSample> Read(ImportResult result, Foot foot)
    {
        PlainRecording recording = PlainRecording.Open(result.Folder);
        using SampleReader reader = recording.OpenSensor(recording.SensorOf(foot)!);
        var samples = new List<ImuSample>();
        var block = new ImuSample[64];
        for (int n; (n = reader.Read(block)) > 0;) samples.AddRange(block.AsSpan(0, n));
        return samples;
    }

    /// <summary>The one line of a refusal; nothing is left behind.</summary>
    public static string Fails(TestFolder folder, string file, ImportOptions? options = null)
    {
        var e = Should.Throw<RecordingFormatException>(() => RecordingImport.Convert([folder[file]], folder["out"], options ?? new ImportOptions(), stop: TestContext.Current.CancellationToken));
        e.Message.ShouldStartWith(folder[file]);
        e.Message.Any(char.IsControl).ShouldBeFalse(e.Message);
        File.Exists(System.IO.Path.Combine(folder["out"], "session.json")).ShouldBeFalse();
        return e.Message[folder[file].Length..];
    }

    /// <summary>A sample as it reads back from a plain recording: each number is the double nearest to what is printed.</summary>
    public static ImuSample AsWritten(long us, in Vector3D accel, in Vector3D gyro) => new(new DeviceTime(us), Printed(accel, 1e5), Printed(gyro, 1e6));

    // A whole number over a power of ten is rounded once, as a decimal number is when it is read.
    private static Vector3D Printed(in Vector3D v, double scale) => new(Printed(v.X, scale), Printed(v.Y, scale), Printed(v.Z, scale));

    private static double Printed(double value, double scale) => Math.Round(value * scale, MidpointRounding.AwayFromZero) / scale;
}
