using GaitSense.Analysis;
using GaitSense.Feedback;
using GaitSense.Simulation;
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
        SampledSource source = SimulatedRecordings.SourceOf("walk", "", SimulationPresets.Find("treadmill")!.Record(seed: 6, durationS: 60), new WalkSessionOptions());
        List<CueOutcome> outcomes = [];
        List<CueState> told = [];
        WalkCues cues = new(Plan, source.Walk, [new Outcomes(outcomes)]) { Told = told.Add };
        using WalkResults results = new(directory: null, cues: cues);
        await new WalkSession(source, [cues, results], new WalkSessionOptions()).RunAsync(CancellationToken.None);

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
        summary.Silences.ShouldContain(s => s.IsPlanned, "the silent start");
        summary.Timing.PhaseConcentration!.Value.ShouldBeGreaterThan(0.9);

        told.Where(t => t.Silence == SilenceReason.None && t.PhaseConcentration > 0.9).ShouldNotBeEmpty();
        told.Zip(told.Skip(1)).ShouldAllBe(p => p.First.At <= p.Second.At && p.Second.At.SecondsSince(p.First.At) < 1.1);
        section.Levels.Select(l => l.Percent).ShouldBe(told.Select(t => t.LevelPercent).Where(l => l != 0).Distinct());
    }

    [Fact]
    public void SilenceWords_EveryReason_HasThemInBothLanguages()
    {
        foreach (SilenceReason reason in Enum.GetValues<SilenceReason>())
            foreach (string language in Feedback.Phrases.Languages) SilenceWords.Of(reason, language).ShouldNotBeNullOrWhiteSpace();
        Should.Throw<ArgumentException>(() => SilenceWords.Of(SilenceReason.Turning, "xx"));
    }

    private sealed class Outcomes(List<CueOutcome> list) : ICueSink
    {
        public void OnCue(in Cue cue)
        {
        }

        public void OnOutcome(in CueOutcome outcome) => list.Add(outcome);
    }
}
