using GaitSense.Core;

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
}
