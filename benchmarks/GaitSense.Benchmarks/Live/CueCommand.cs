using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Devices.Linux;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Sound;
using GaitSense.Sessions;
using GaitSense.Simulation.Presets;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Benchmarks;

/// <summary>
/// A walk with cues in real time, with every processor busy with something else: how soon a cue is in the sound device's queue after the sample that decided it was at hand, and
/// whether all sound in time.
/// </summary>
internal static class CueCommand
{
    private const int Minutes = 30;

    public static async Task<int> RunAsync(Arguments arguments, TextWriter output)
    {
        int minutes = arguments.MinutesOr(Minutes);
        SimulatedRecording recording = SimulationPresets.Find("treadmill")!.Record(seed: 3, durationS: 60 * minutes);
        StampedSource source = new(new PacedSource(SimulatedRecordings.SourceOf("cues", "", recording, new WalkRunnerOptions()), TimeProvider.System, LinuxThreads.Raise));
        CuePlan plan = new()
        {
            DurationS = 3600,
            Targets = [new TargetPlan { Quantity = TargetQuantity.Clearance, From = 90, OfBaselinePercent = true }],
            Fading = new FadingPlan { ProbeS = 0 },
        };
        Process[] others = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Process.Start("sh", ["-c", "while :; do :; done"]))];
        try
        {
            using ISoundOutput device = NullOutput.Create(raise: LinuxThreads.Raise);
            using CuePlayer player = CuePlayer.Live(device, source, new SoundOptions(), SpokenWords.None);
            HandOver handOver = new(source);
            WalkCues cues = new(plan, source.Walk, [player, handOver]);
            using var process = Process.GetCurrentProcess();
            (TimeSpan cpu, long began, int collections) = (process.TotalProcessorTime, Stopwatch.GetTimestamp(), GC.CollectionCount(0));
            await new WalkRunner(source, [cues], new WalkRunnerOptions()).RunAsync(CancellationToken.None).ConfigureAwait(false);
            process.Refresh();
            double share = (process.TotalProcessorTime - cpu).TotalSeconds / Stopwatch.GetElapsedTime(began).TotalSeconds;
            string text = Text(minutes, handOver, cues.Report!, player, share, GC.CollectionCount(0) - collections, others.Length);
            output.Write(text);
            if (minutes == Minutes) ResultFile.Write("cues.md", text);
            return 0;
        }
        finally
        {
            foreach (Process other in others)
            {
                other.Kill();
                other.Dispose();
            }
        }
    }

    private static string Text(int minutes, HandOver handOver, CueReport report, CuePlayer player, double share, int collections, int others)
    {
        double[] delays = [.. handOver.DelaysS.Order()];
        double[] leads = [.. handOver.LeadsS.Order()];
        Markdown text = new();
        text.Line("# Cues in real time");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --cues`.");
        text.Line(string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes of a simulated walk at its own speed, sound to a device that keeps time and throws it away, and {others} other processes that do nothing but compute, at the same priority."));
        text.Head("figure", "value");
        text.Row("cues handed over", string.Create(CultureInfo.InvariantCulture, $"{delays.Length}"));
        text.Row("sample at hand to cue in the device's queue, p50 / p99 / max", string.Create(CultureInfo.InvariantCulture, $"{1000 * At(delays, 0.5):0.000} / {1000 * At(delays, 0.99):0.000} / {1000 * At(delays, 1):0.000} ms"));
        text.Row("left until it is to be heard, least / p1 / p50", string.Create(CultureInfo.InvariantCulture, $"{1000 * At(leads, 0):0} / {1000 * At(leads, 0.01):0} / {1000 * At(leads, 0.5):0} ms"));
        text.Row("cues too late for the device; without a place", string.Create(CultureInfo.InvariantCulture, $"{player.Missed}; {player.Unscheduled}"));
        text.Row("times the device ran dry", string.Create(CultureInfo.InvariantCulture, $"{player.Facts.Underruns} of {player.Facts.Frames / Math.Max(1, player.Facts.PeriodFrames)} deadlines"));
        text.Row("steps against beats", string.Create(CultureInfo.InvariantCulture, $"{1000 * report.MeanAsynchronyS:0.0} ms, SD {1000 * report.SdAsynchronyS:0.0} ms"));
        text.Row("processor, of one core; collections of memory", string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %; {collections}"));
        return text.ToString();
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];

    // Remembers when each sample was at hand.
    private sealed class StampedSource(PacedSource inner) : SourceAround(inner)
    {
        private readonly Queue<(DeviceTime Sample, long At)>[] _stamps = [new(), new()];

        public override async IAsyncEnumerable<SampleBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (SampleBlock block in Inner.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                long now = Stopwatch.GetTimestamp();
                lock (_stamps)
                {
                    for (int i = 0; i < block.Count; i++) _stamps[(int)block.Samples[i].Foot].Enqueue((block.Samples[i].Sample.Time, now));
                }

                yield return block; // whoever receives it owns it
            }
        }

        public long AtHand(Foot foot, DeviceTime sample)
        {
            lock (_stamps)
            {
                Queue<(DeviceTime Sample, long At)> stamps = _stamps[(int)foot];
                while (stamps.Count > 1 && stamps.Peek().Sample < sample) stamps.Dequeue();
                return stamps.Peek().At;
            }
        }
    }

    // Told after the player: the cue is in the device's queue. The pose of the sample that decided it follows.
    private sealed class HandOver(StampedSource source) : ICueSink, IWalkObserver
    {
        private readonly List<long> _handed = [];

        public List<double> DelaysS { get; } = new(8192);

        public List<double> LeadsS { get; } = new(8192);

        public void OnCue(in Cue cue)
        {
            long now = Stopwatch.GetTimestamp();
            _handed.Add(now);
            LeadsS.Add(source.HostAt(cue.PlannedAt)!.Value.SecondsSince(HostTime.FromTicks(now, Stopwatch.Frequency)));
        }

        public void OnPose(in FootPose pose)
        {
            long atHand = source.AtHand(pose.Foot, pose.Time);
            foreach (long at in _handed) DelaysS.Add(Stopwatch.GetElapsedTime(atHand, at).TotalSeconds);
            _handed.Clear();
        }
    }
}
