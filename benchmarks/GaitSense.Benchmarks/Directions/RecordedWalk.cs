using GaitSense.Core;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Reversal;
using GaitSense.Recording.Samples;
using GaitSense.Reference;

namespace GaitSense.Benchmarks;

/// <summary>A real recording in memory, as it is or changed.</summary>
internal sealed record RecordedWalk(string Name, WalkPipelineOptions Options, ImuSample[] Left, ImuSample[] Right, ReferenceData Reference)
{
    /// <summary>The folder of the recordings; null where there are none.</summary>
    public static string? Folder => Path.GetDirectoryName(RecordedInput.Find());

    /// <summary>The folder of more people's recordings, beside it.</summary>
    public static string? More => Folder is { } data ? data + "-more" : null;

    /// <summary>All recordings, in the order of their names.</summary>
    public static IEnumerable<RecordedWalk> All(Func<string, bool> isWanted) => All(Folder!, isWanted);

    /// <summary>All recordings of a folder, in the order of their names.</summary>
    public static IEnumerable<RecordedWalk> All(string folder, Func<string, bool> isWanted) => Directory.GetDirectories(folder)
        .Where(d => File.Exists(Path.Combine(d, PlainRecording.SessionFile)) && isWanted(Path.GetFileName(d)))
        .Order(StringComparer.Ordinal)
        .Select(Open);

    public WalkOutcome Walk(Thresholds? thresholds = null) => WalkOutcome.Of(Options, Left, Right, thresholds);

    /// <summary>The same walk, but nobody said how the sensors sit.</summary>
    public RecordedWalk WithoutMounting() =>
        this with { Options = Options with { Left = Options.Left with { Mounting = null }, Right = Options.Right with { Mounting = null } } };

    /// <summary>The walk up to its first rest after the last label, then its own reversal; null where it never rests there.</summary>
    public RecordedWalk? ThereAndBack(out DeviceTime join)
    {
        DeviceTime? rest = RestJoin.Find([Left, Right], new DeviceTime(Reference.Events!.Max(e => e.Time.Microseconds)));
        join = rest ?? default;
        if (rest is null) return null;
        return this with
        {
            Left = TimeReversal.ThereAndBack(Left, join),
            Right = TimeReversal.ThereAndBack(Right, join),
            Reference = TimeReversal.ThereAndBack(Reference, join),
        };
    }

    // What a recording says of a sensor, as an analysis takes it.
    private static FootPipelineOptions Known(PlainSensor? sensor)
    {
        FootPipelineOptions unknown = new() { Mounting = sensor?.Mounting };
        return unknown with { SensorHeightM = sensor?.HeightM ?? unknown.SensorHeightM, GyroDelayS = sensor?.GyroDelayS };
    }

    /// <summary>One recording.</summary>
    public static RecordedWalk Open(string path)
    {
        PlainRecording recording = PlainRecording.Open(path);
        List<ImuSample>[] feet = [[], []];
        using MergedSampleReader reader = recording.OpenSamples();
        while (reader.TryRead(out FootedSample sample)) feet[(int)sample.Foot].Add(sample.Sample);
        WalkPipelineOptions options = new()
        {
            Left = Known(recording.SensorOf(Foot.Left)),
            Right = Known(recording.SensorOf(Foot.Right)),
            HasLeft = recording.SensorOf(Foot.Left) is not null,
            HasRight = recording.SensorOf(Foot.Right) is not null,
            SharedClock = recording.Clock == RecordingClock.Shared,
        };
        return new RecordedWalk(recording.Name, options, [.. feet[0]], [.. feet[1]], recording.ReadReference() ?? new ReferenceData());
    }
}
