using System.Globalization;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Sound;
using GaitSense.Simulation.Presets;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>Three minutes of a simulated walk as a WAV file, judged from its samples alone: what is heard, when, how loud and on which side.</summary>
public sealed class SoundOfAWalkTests(SoundOfAWalkTests.Heard heard) : IClassFixture<SoundOfAWalkTests.Heard>
{
    [Fact]
    public void Onsets_AreWithinAMillisecondOfTheirSchedule()
    {
        double[] apart = [.. heard.Beats.Select(b => b.OnsetS - b.Cue.PlannedAt.Seconds)];
        apart.Length.ShouldBeGreaterThan(150);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{apart.Length} onsets, {1000 * apart.Min():0.00} to {1000 * apart.Max():0.00} ms after their schedule"));
        apart.ShouldAllBe(a => Math.Abs(a) <= 0.001);
    }

    [Fact]
    public void Beats_AreWithTheTrueLandings()
    {
        double[] apart = [.. heard.Beats.Select(b => heard.LandingNear(b.Cue.Foot!.Value, b.OnsetS) - b.OnsetS).Where(a => Math.Abs(a) < 0.25)];
        apart.Length.ShouldBeGreaterThanOrEqualTo(heard.Beats.Count - 1, "only the beat after the last step has no landing");
        double mean = apart.Average(), sd = Math.Sqrt(apart.Average(a => (a - mean) * (a - mean)));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"landing minus beat: mean {1000 * mean:0.0} ms, SD {1000 * sd:0.0} ms"));
        Math.Abs(mean).ShouldBeLessThanOrEqualTo(0.015);
        sd.ShouldBeLessThanOrEqualTo(0.025);
    }

    [Fact]
    public void NoSample_IsClipped() => heard.Wav.Interleaved.Max(Math.Abs).ShouldBeLessThan(0.95f);

    [Fact]
    public void Attack_IsARampOfAtLeastFiveMilliseconds()
    {
        foreach (HeardBeat beat in heard.Beats)
        {
            float[] sound = heard.Channel(beat.Cue.Foot!.Value, beat.OnsetS, 0.05);
            float peak = sound.Max(Math.Abs);
            int loud = Array.FindIndex(sound, s => Math.Abs(s) > 0.9 * peak);
            (loud / (double)heard.Wav.RateHz).ShouldBeGreaterThanOrEqualTo(0.005);
        }
    }

    [Fact]
    public void Loudness_FromOneBeatToTheNext_ChangesByAtMost6Db()
    {
        double[] db = [.. heard.Beats.Select(b => 20 * Math.Log10(heard.Channel(b.Cue.Foot!.Value, b.OnsetS, 0.05).Max(Math.Abs)))];
        db.Zip(db.Skip(1)).Max(p => Math.Abs(p.Second - p.First)).ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public void Sides_AreTheFeetThatLand()
    {
        foreach (HeardBeat beat in heard.Beats)
        {
            Foot foot = beat.Cue.Foot!.Value, other = foot == Foot.Left ? Foot.Right : Foot.Left;
            double here = heard.Channel(foot, beat.OnsetS, 0.05).Sum(s => (double)s * s), there = heard.Channel(other, beat.OnsetS, 0.05).Sum(s => (double)s * s);
            (10 * Math.Log10(here / there)).ShouldBeGreaterThan(12, $"beat {beat.Cue.Number}");
        }
    }

    internal sealed record HeardBeat(Cue Cue, double OnsetS);

    /// <summary>The walk, once for all tests.</summary>
    public sealed class Heard : IAsyncLifetime
    {
        private readonly TestFolder _folder = new();
        private readonly SimulatedRecording _recording = SimulationPresets.Find("treadmill")!.Record(seed: 4, durationS: 180);

        internal WavFile Wav { get; private set; } = null!;

        internal IReadOnlyList<HeardBeat> Beats { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            string path = _folder["cues.wav"];
            SampledSource source = SimulatedRecordings.SourceOf("treadmill", "", _recording, new WalkRunnerOptions());
            List<Cue> beats = [];
            using (CuePlayer player = CuePlayer.ToFile(path, new SoundOptions(), SpokenWords.None))
            {
                WalkCues cues = new(new CuePlan { DurationS = 3600 }, source.Walk, [player, new Kept(beats)]);
                await new WalkRunner(source, [cues], new WalkRunnerOptions()).RunAsync(CancellationToken.None);
            }

            Wav = WavFile.Read(path);
            double[] onsets = [.. Onsets()];
            Beats = [.. beats.Select(b => new HeardBeat(b, onsets.MinBy(o => Math.Abs(o - b.PlannedAt.Seconds))))];
            onsets.Length.ShouldBe(beats.Count, "as many onsets as beats");
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }

        internal double LandingNear(Foot foot, double timeS) =>
            _recording.Reference.Events!.Where(e => e.Foot == foot && e.Kind == GaitEventKind.InitialContact).Select(e => e.Time.Seconds).MinBy(t => Math.Abs(t - timeS));

        /// <summary>One ear's samples.</summary>
        internal float[] Channel(Foot foot, double fromS, double seconds)
        {
            int first = (int)(fromS * Wav.RateHz), count = (int)(seconds * Wav.RateHz);
            return [.. Enumerable.Range(first, count).Select(i => Wav.Interleaved[(2 * i) + (int)foot])];
        }

        // Where sound begins after 30 ms of silence.
        private IEnumerable<double> Onsets()
        {
            int quiet = int.MaxValue / 2, least = Wav.RateHz * 30 / 1000;
            for (int i = 0; i < Wav.Frames; i++)
            {
                bool sounds = Math.Max(Math.Abs(Wav.Interleaved[2 * i]), Math.Abs(Wav.Interleaved[(2 * i) + 1])) > 0;
                if (sounds && quiet >= least) yield return i / (double)Wav.RateHz;
                quiet = sounds ? 0 : quiet + 1;
            }
        }
    }

    private sealed class Kept(List<Cue> beats) : ICueSink
    {
        public void OnCue(in Cue cue)
        {
        }

        public void OnOutcome(in CueOutcome outcome)
        {
            if (outcome.Cancelled is null && outcome.Cue.Kind == CueKind.Beat) beats.Add(outcome.Cue);
        }
    }
}
