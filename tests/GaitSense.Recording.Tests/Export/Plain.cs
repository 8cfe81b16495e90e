using System.IO.Compression;
using GaitSense.Core;
using GaitSense.Recording.Export;
using GaitSense.Recording.Import;
using GaitSense.Recording.Plain;
using GaitSense.Reference;

namespace GaitSense.Recording.Tests;

/// <summary>Plain recordings for export tests, and their files' text.</summary>
internal static class Plain
{
    public static readonly MountingAxes Turned = new(new(0, -1, 0), new(0, 0, 1), new(-1, 0, 0));

    /// <summary>Both feet at rest, then shaken, each with times of its own: a gap, a repeated time, missing numbers.</summary>
    public static PlainRecording Walk(string folder, RecordingClock clock = RecordingClock.Shared, ReferenceData? reference = null, string source = "a test")
    {
        var info = new PlainRecordingInfo
        {
            Clock = clock,
            Description = "a walk; \"quoted\"",
            Source = source,
            Licence = "MIT",
            Sensors = [new(Foot.Left, "left.csv", 100, Turned), new(Foot.Right, "right.csv", null, null)],
        };
        using var writer = new PlainRecordingWriter(folder, info);
        for (int i = 0; i < 300; i++)
        {
            if (i is > 50 and < 60) continue;
            writer.Write(Foot.Left, new ImuSample(new DeviceTime(12_345_678 + (i * 10_000L)), new(0.00001 * i, -9.80665, i > 250 ? 3 : 0.25), new(0.000001 * i, -0.25, 0)));
        }

        for (int i = 0; i < 280; i++)
            writer.Write(Foot.Right, new ImuSample(new DeviceTime(12_350_001 + (i / 2 * 20_000L)), new(i == 7 ? double.NaN : 0.1, 0.2, 9.7), new(1, i == 9 ? double.NaN : -1.5, 0.125)));
        writer.SetReference(reference);
        writer.Complete();
        return PlainRecording.Open(folder);
    }

    /// <summary>A sensor's file as text, unpacked.</summary>
    public static string Text(PlainRecording recording, Foot foot)
    {
        byte[] bytes = File.ReadAllBytes(recording.PathOf(recording.SensorOf(foot)!));
        if (bytes is not [0x1f, 0x8b, ..]) return System.Text.Encoding.UTF8.GetString(bytes);
        using var text = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    /// <summary>Exports to BIDS, imports that, and expects the same recording, to the last printed digit.</summary>
    public static PlainRecording ThereAndBack(PlainRecording recording, TestFolder folder)
    {
        BidsExport.Write(recording, folder["bids"], new BidsExportOptions(), stop: TestContext.Current.CancellationToken);
        ImportResult result = RecordingImport.Convert([folder["bids"]], folder["back"], new ImportOptions(), stop: TestContext.Current.CancellationToken);
        var back = PlainRecording.Open(result.Folder);
        (back.Info with { Sensors = [] }).ShouldBe(recording.Info with { Sensors = [] });
        back.Sensors.OrderBy(s => s.Foot).Select(s => s with { File = "" }).ShouldBe(recording.Sensors.OrderBy(s => s.Foot).Select(s => s with { File = "" }));
        return back;
    }
}
