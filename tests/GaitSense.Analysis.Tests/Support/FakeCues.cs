using GaitSense.Analysis.Cues;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

/// <summary>Cues for a made-up walk: a beat for each step from 20 s on, two silences, one for a doubt.</summary>
internal static class FakeCues
{
    public static WalkRecord On(WalkRecord walk)
    {
        double endS = walk.Span.Values.Max(s => s.Last.Seconds), fromS = 20, unsureS = fromS + (0.5 * (endS - fromS)), againS = unsureS + 6;
        CuedBeat[] beats = [.. walk.Steps
            .Where(s => s.Time.Seconds > fromS && (s.Time.Seconds < unsureS || s.Time.Seconds > againS))
            .Select((s, i) => new CuedBeat(s.Foot, s.Time.AddSeconds(-0.012 - (0.02 * Math.Sin(i))), 60 / s.StepTimeS * 1.02, i % 17 == 0 ? null : -0.012 + (0.02 * Math.Sin(i))))];
        CueSummary summary = Empty(endS) with
        {
            StartCheck = "wrong_foot",
            OwnCadenceStepsPerMin = 109,
            Dose = new CueDose { Beats = beats.Length, GoodSteps = 3, Corrections = 1, Words = 2, TakenBack = 4, CuedS = endS - fromS - 6, WalkS = endS },
            Timing = new CueTiming { BeatsWithStep = beats.Length - 2, MeanAsynchronyS = -0.012, SdAsynchronyS = 0.009, PhaseConcentration = 0.97, TempoMatchPercent = 88 },
            LadderEnabled = true,
            HighestLevelPercent = 2,
            Benefit = [new CueBenefit { Quantity = "speed", ChangePercent = -4.2, Ci95Low = -6, Ci95High = -2, Verdict = "worse", Words = "speed with cues: -4.2 %: worse with cues" }],
            Targets = [new CueTarget { Quantity = "clearance", Foot = "left", Steps = 40, Good = 31 }],
            Tasks = [new CueTask { Task = "sevens", SpeedCostPercent = 4, StrideLengthCostPercent = null, SpeedCi95Low = -1, SpeedCi95High = 9, SpeedWords = "no clear difference" }],
            StopsSaid = 1,
            Delivery = new CueDelivered { Device = "default", Begun = beats.Length, Missed = 2, NotPlaced = 0, Underruns = 1, Failure = null },
        };
        return walk with
        {
            Cues = new CueSection
            {
                Summary = summary,
                Beats = beats,
                Silences = [new CueSilence(new DeviceTime(0), At(fromS), "the baseline at the start, without cues", IsPlanned: true), new CueSilence(At(unsureS), At(againS), "a step was irregular", IsPlanned: false), new CueSilence(At(endS - 3), At(endS), "planned", IsPlanned: true)],
                Levels = [new CueLevel(At(unsureS - 5), 2)],
            },
        };
    }

    public static WalkRecord None(WalkRecord walk) => walk with { Cues = new CueSection { Summary = Empty(10) } };

    private static CueSummary Empty(double walkS) => new()
    {
        StartCheck = null,
        OwnCadenceStepsPerMin = null,
        Dose = new CueDose { Beats = 0, GoodSteps = 0, Corrections = 0, Words = 0, TakenBack = 0, CuedS = 0, WalkS = walkS },
        Timing = new CueTiming { BeatsWithStep = 0, MeanAsynchronyS = null, SdAsynchronyS = null, PhaseConcentration = null, TempoMatchPercent = null },
        Silences =
        [
            new CueSilenceTotal { Reason = "baseline", Words = "the baseline at the start, without cues", IsPlanned = true, Times = 1, Seconds = 23 },
            new CueSilenceTotal { Reason = "step_irregular", Words = "a step was irregular", IsPlanned = false, Times = 1, Seconds = 6 },
        ],
        LadderEnabled = false,
        HighestLevelPercent = 0,
        BackOffs = 0,
        RestsOffered = 0,
        Benefit = [],
        Targets = [],
        Tasks = [],
        Delivery = null,
    };

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}
