using System.Collections.Concurrent;
using GaitSense.Analysis.Accuracy;
using GaitSense.Core;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Reversal;
using GaitSense.Recording.Samples;
using GaitSense.Reference;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>The real recordings through the one live path there is, each once.</summary>
internal static class RealWalks
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Heard>>> Done = new(StringComparer.Ordinal);

    private static string? Folder => RealRecordings.Folder;

    /// <summary>The recordings whose name begins so; skips the test where there are none.</summary>
    public static string[] Named(string prefix)
    {
        string[] names = [.. Directory.GetDirectories(RealRecordings.Require(), prefix + "*").Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];
        Assert.SkipWhen(names.Length == 0, $"No recording {prefix}* among the recordings.");
        return names;
    }

    /// <summary>All recordings, those of more people among them, as their merged samples; none where there are none.</summary>
    public static IEnumerable<(string Name, FootedSample[] Samples)> All()
    {
        if (Folder is null) yield break;
        foreach (string folder in new[] { Folder, RealRecordings.More }.OfType<string>().SelectMany(Directory.GetDirectories).Order(StringComparer.Ordinal))
        {
            if (!File.Exists(Path.Combine(folder, PlainRecording.SessionFile))) continue;
            List<FootedSample> samples = [];
            using MergedSampleReader reader = PlainRecording.Open(folder).OpenSamples();
            while (reader.TryRead(out FootedSample sample)) samples.Add(sample);
            yield return (Path.GetFileName(folder), [.. samples]);
        }
    }

    public static Task<Heard> WalkAsync(string name) => Done.GetOrAdd(name, n => new Lazy<Task<Heard>>(() => RunAsync(n))).Value;

    /// <summary>Exactly that recording; skips the test where it is not there.</summary>
    public static Task<Heard> OnlyAsync(string name)
    {
        Assert.SkipUnless(Named(name).Contains(name, StringComparer.Ordinal), $"No recording {name} among the recordings.");
        return WalkAsync(name);
    }

    public static async Task<EvaluationResult> EvaluateAsync(params string[] names)
    {
        Evaluation evaluation = new();
        foreach (string name in names)
        {
            Heard heard = await WalkAsync(name);
            evaluation.Add(name, PlainRecording.Open(Path.Combine(Folder!, name)).ReadReference()!, heard.Events, heard.Strides, "all");
        }

        return evaluation.Pooled.Result;
    }

    public static ReferenceData? ReferenceOf(string name) => PlainRecording.Open(Path.Combine(Folder!, name)).ReadReference();

    /// <summary>The walk with nobody saying how its sensors sit.</summary>
    public static async Task<Heard> WithoutMountingAsync(string name)
    {
        PlainRecording recording = PlainRecording.Open(Path.Combine(Folder!, name));
        return await RunAsync(recording, Samples(recording), new FootPipelineOptions(), new FootPipelineOptions());
    }

    /// <summary>A walk of more people (beside the others, in data-more), as it is; skips the test where there is none.</summary>
    public static async Task<Heard> MoreAsync(string name, double calibrationWalkS = 0)
    {
        string path = Path.Combine(RealRecordings.More ?? "", name);
        Assert.SkipUnless(RealRecordings.More is not null && Directory.Exists(path), $"No recording {name} in data-more beside the recordings.");
        PlainRecording recording = PlainRecording.Open(path);
        FootPipelineOptions Options(Foot foot) => OptionsOf(recording, foot) with { CalibrationWalkS = calibrationWalkS };
        return await RunAsync(recording, Samples(recording), Options(Foot.Left), Options(Foot.Right));
    }

    /// <summary>The walk up to its first rest after the last label, followed by its own time reversal; null where it never rests there.</summary>
    public static async Task<(Heard Heard, ReferenceData Reference)?> ThereAndBackAsync(string name)
    {
        PlainRecording recording = PlainRecording.Open(Path.Combine(Folder!, name));
        ReferenceData reference = recording.ReadReference()!;
        ImuSample[][] feet = Samples(recording);
        if (RestJoin.Find(feet, new DeviceTime(reference.Events!.Max(e => e.Time.Microseconds))) is not { } mirror) return null;
        ImuSample[][] both = [.. feet.Select(f => TimeReversal.ThereAndBack(f, mirror))];
        return (await RunAsync(recording, both, OptionsOf(recording, Foot.Left), OptionsOf(recording, Foot.Right)), TimeReversal.ThereAndBack(reference, mirror));
    }

    /// <summary>The whole walk played backward in time.</summary>
    public static async Task<(Heard Heard, ReferenceData Reference)> ReversedAsync(string name)
    {
        PlainRecording recording = PlainRecording.Open(Path.Combine(Folder!, name));
        ImuSample[][] feet = Samples(recording);
        DeviceTime end = feet.SelectMany(f => f).Max(s => s.Time);
        ImuSample[][] reversed = [.. feet.Select(f => TimeReversal.Reverse(f, end))];
        return (await RunAsync(recording, reversed, OptionsOf(recording, Foot.Left), OptionsOf(recording, Foot.Right)), TimeReversal.Reverse(recording.ReadReference()!, end));
    }

    private static FootPipelineOptions OptionsOf(PlainRecording recording, Foot foot) => new() { Mounting = recording.SensorOf(foot)?.Mounting };

    private static ImuSample[][] Samples(PlainRecording recording)
    {
        List<ImuSample>[] feet = [[], []];
        using MergedSampleReader reader = recording.OpenSamples();
        while (reader.TryRead(out FootedSample sample)) feet[(int)sample.Foot].Add(sample.Sample);
        return [[.. feet[0]], [.. feet[1]]];
    }

    private static async Task<Heard> RunAsync(PlainRecording recording, ImuSample[][] feet, FootPipelineOptions left, FootPipelineOptions right)
    {
        Heard heard = new();
        IEnumerable<FootedSample> merged = feet[0].Select(s => new FootedSample(Foot.Left, s)).Concat(feet[1].Select(s => new FootedSample(Foot.Right, s)));
        ListSource source = new([.. merged.OrderBy(s => s.Sample.Time)])
        {
            Walk = new WalkPipelineOptions { Left = left, Right = right, SharedClock = recording.Clock == RecordingClock.Shared },
        };
        await new WalkRunner(source, [heard], new WalkRunnerOptions()).RunAsync(CancellationToken.None);
        return heard;
    }

    private static async Task<Heard> RunAsync(string name)
    {
        Heard heard = new();
        using RecordingSource source = RecordingSource.Open(Path.Combine(Folder!, name), new WalkRunnerOptions());
        WalkEnd result = await new WalkRunner(source, [heard], new WalkRunnerOptions()).RunAsync(CancellationToken.None);
        result.Failure.ShouldBeNull();
        return heard;
    }
}
