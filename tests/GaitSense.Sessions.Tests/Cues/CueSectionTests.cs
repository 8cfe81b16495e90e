using GaitSense.Analysis.Cues;
using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>What the summary and the report say of the cues of a walk, against the cues themselves.</summary>
public sealed class CueSectionTests
{
    private static readonly CuePlan Plan = new()
    {
        DurationS = 3600,
        Rhythm = new RhythmPlan { BaselineS = 10, BaselineStrides = 6 },
        Ladder = new LadderPlan { Enabled = true, UpAfterS = 20 },
        Fading = new FadingPlan { ProbeS = 0 },
    };

    [Fact]
    public async Task Section_OfAWalk_AddsUp()
    {
        SampledSource source = SimulatedRecordings.SourceOf("walk", "", SimulationPresets.Find("treadmill")!.Record(seed: 6, durationS: 60), new WalkRunnerOptions());
        List<CueOutcome> outcomes = [];
        List<CueState> told = [];
        WalkCues cues = new(Plan, source.Walk, [new Outcomes(outcomes)]) { Published = told.Add };
        using WalkResults results = new(directory: null, cues: cues);
        await new WalkRunner(source, [cues, results], new WalkRunnerOptions()).RunAsync(CancellationToken.None);

        CueSection section = cues.Section!;
        CueSummary summary = section.Summary;
        results.Summary!.Cues.ShouldBe(summary);
        CueOutcome[] heard = [.. outcomes.Where(o => o.Cancelled is null && o.Cue.Kind == CueKind.Beat).OrderBy(o => o.Cue.PlannedAt)];
        section.Beats.Select(b => b.Time).ShouldBe(heard.Select(o => o.Cue.PlannedAt));
        section.Beats.Select(b => b.AsynchronyS).ShouldBe(heard.Select(o => o.AsynchronyS));
        summary.Dose.Beats.ShouldBe(heard.Length);
        (summary.Dose.CuedS + summary.Silences.Sum(s => s.Seconds)).ShouldBe(summary.Dose.WalkS, 1e-6);
        section.Silences.Sum(s => s.To.SecondsSince(s.From)).ShouldBe(summary.Silences.Sum(s => s.Seconds), 1e-6);
        summary.Dose.CuedS.ShouldBe(heard[^1].Cue.PlannedAt.SecondsSince(heard[0].Cue.PlannedAt), 2);
        summary.Silences.ShouldContain(s => s.IsPlanned, "the baseline");
        summary.Timing.PhaseConcentration!.Value.ShouldBeGreaterThan(0.9);

        told.Where(t => t.Silence == SilenceReason.None && t.PhaseConcentration > 0.9).ShouldNotBeEmpty();
        told.Zip(told.Skip(1)).ShouldAllBe(p => p.First.At <= p.Second.At && p.Second.At.SecondsSince(p.First.At) < 1.1);
        section.Levels.Select(l => l.Percent).ShouldBe(told.Select(t => t.LevelPercent).Where(l => l != 0).Distinct());
    }

    [Theory, InlineData("backward-practice"), InlineData("ms-backward")]
    public async Task BackwardPractice_BeatsInMostOfTheTimeFromTheSecondStretchOn(string preset)
    {
        CuePlan plan = new() { Practice = Practice.Backward, DurationS = 400, Rhythm = new RhythmPlan { BaselineS = 20, BaselineStrides = 6 }, Backward = new BackwardPlan { PathM = 10, BoutS = 40 }, Fading = new FadingPlan { ProbeS = 0 } };
        SampledSource source = SimulatedRecordings.SourceOf("walk", "", SimulationPresets.Find(preset)!.Record(seed: 3, durationS: 120), new WalkRunnerOptions());
        WalkCues cues = new(plan, source.Walk, []);
        cues.Engine.Request(CueRequest.ConfirmChecklist);
        BackwardTime backward = new();
        await new WalkRunner(source, [cues, backward], new WalkRunnerOptions()).RunAsync(CancellationToken.None);
        double from = backward.Stretches[1].From.Seconds - 1;
        double cuedS = cues.Section!.Beats.Where(b => b.Time.Seconds > from).Sum(b => 60 / b.TempoStepsPerMin), walkedS = backward.Stretches.Skip(1).Sum(s => s.To.SecondsSince(s.From));
        (cuedS / walkedS).ShouldBeGreaterThan(0.6);
    }

    [Fact]
    public void SilenceWords_EveryReason_HasThemInBothLanguages()
    {
        foreach (SilenceReason reason in Enum.GetValues<SilenceReason>())
            foreach (string language in Phrases.Languages) SilenceWords.Of(reason, language).ShouldNotBeNullOrWhiteSpace();
        Should.Throw<ArgumentException>(() => SilenceWords.Of(SilenceReason.Turning, "xx"));
    }

    // Runs of backward strides, from the first foot's release to the last landing.
    private sealed class BackwardTime : IWalkObserver
    {
        public List<(DeviceTime From, DeviceTime To)> Stretches { get; } = [];

        public void OnStride(in Stride stride)
        {
            if (stride.Direction != WalkingDirection.Backward) return;
            if (Stretches.Count > 0 && stride.TerminalContact.SecondsSince(Stretches[^1].To) < 3) Stretches[^1] = (Stretches[^1].From, stride.End);
            else Stretches.Add((stride.TerminalContact, stride.End));
        }
    }

    private sealed class Outcomes(List<CueOutcome> list) : ICueSink
    {
        public void OnCue(in Cue cue)
        {
        }

        public void OnOutcome(in CueOutcome outcome) => list.Add(outcome);
    }
}
