using System.Globalization;
using GaitSense.Analysis.Cues;
using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;

namespace GaitSense.Walk;

/// <summary>Makes the cues of a walk what a report shows of them.</summary>
internal static class CueSections
{
    public static CueSection Of(CuePlan plan, CueReport report, CueHistory history, CueDelivered? delivered)
    {
        var stretches = history.Stretches.Where(s => s.To > s.From).ToList();
        return new CueSection
        {
            Summary = new CueSummary
            {
                StartCheck = report.StartCheck == StartCheckOutcome.NotAsked ? null : Words.InFiles(report.StartCheck),
                OwnCadenceStepsPerMin = report.BaselineCadenceStepsPerMin,
                Dose = new CueDose
                {
                    Beats = report.Given[CueKind.Beat],
                    GoodSteps = report.Given[CueKind.GoodStep],
                    Corrections = report.Given[CueKind.Correction],
                    Words = report.Given[CueKind.Words],
                    TakenBack = report.TakenBack,
                    CuedS = stretches.Where(s => s.Why == SilenceReason.None).Sum(s => s.To.SecondsSince(s.From)),
                    WalkS = history.WalkS,
                },
                Timing = new CueTiming
                {
                    BeatsWithStep = report.BeatsWithStep,
                    MeanAsynchronyS = report.MeanAsynchronyS,
                    SdAsynchronyS = report.SdAsynchronyS,
                    PhaseConcentration = report.PhaseConcentration,
                    TempoMatchPercent = report.TempoMatchPercent,
                },
                Silences =
                [
                    .. stretches.Where(s => s.Why != SilenceReason.None).GroupBy(s => s.Why)
                        .Select(g => new CueSilenceTotal
                        {
                            Reason = Words.InFiles(g.Key),
                            Words = SilenceWords.Of(g.Key, "en"),
                            IsPlanned = g.Key.IsPlanned(),
                            Times = report.Silences.GetValueOrDefault(g.Key),
                            Seconds = g.Sum(s => s.To.SecondsSince(s.From)),
                        })
                        .OrderByDescending(t => t.Seconds),
                ],
                LadderEnabled = plan.Ladder.Enabled && plan.Practice == Practice.Forward,
                HighestLevelPercent = report.HighestLevelPercent,
                BackOffs = report.BackOffs,
                RestsOffered = history.RestsOffered,
                StopsSaid = plan.Practice == Practice.Backward ? history.StopsSaid : null,
                Benefit = [.. Benefit("speed", report.Speed), .. Benefit("stride_length", report.StrideLength)],
                Targets = [.. report.Targets.Select(t => new CueTarget { Quantity = Words.InFiles(t.Target.Quantity), Foot = t.Target.Foot is { } foot ? Words.Of(foot) : null, Steps = t.Steps, Good = t.Good })],
                Tasks = [.. report.Tasks.Select(Task)],
                Delivery = delivered,
            },
            Beats = history.Beats,
            Silences = [.. stretches.Where(s => s.Why != SilenceReason.None).Select(s => new CueSilence(s.From, s.To, SilenceWords.Of(s.Why, "en"), s.Why.IsPlanned()))],
            Levels = history.Levels,
        };
    }

    private static IEnumerable<CueBenefit> Benefit(string quantity, BenefitVerdict? verdict)
    {
        if (verdict is not { } v) yield break;
        (string name, string words) = v.IsWorse ? ("worse", "worse with cues; think of walking without")
            : v.IsBetter ? ("better", "better with cues")
            : ("no_difference", "no clear difference");
        yield return new CueBenefit
        {
            Quantity = quantity,
            ChangePercent = v.ChangePercent,
            Ci95Low = v.LowPercent,
            Ci95High = v.HighPercent,
            Verdict = name,
            Words = string.Create(
                CultureInfo.InvariantCulture,
                $"{quantity.Replace('_', ' ')} with cues: {v.ChangePercent:+0.0;-0.0;0.0} % against the baseline ({v.LowPercent:+0.0;-0.0;0.0} to {v.HighPercent:+0.0;-0.0;0.0}): {words}"),
        };
    }

    private static CueTask Task(DualTaskCost t) => new()
    {
        Task = Words.InFiles(t.Task),
        SpeedCostPercent = t.SpeedPercent,
        StrideLengthCostPercent = t.StrideLengthPercent,
        SpeedCi95Low = -t.Speed?.HighPercent,
        SpeedCi95High = -t.Speed?.LowPercent,
        StrideLengthCi95Low = -t.StrideLength?.HighPercent,
        StrideLengthCi95High = -t.StrideLength?.LowPercent,
        SpeedWords = Difference(t.Speed, "lower", "higher"),
        StrideLengthWords = Difference(t.StrideLength, "shorter", "longer"),
    };

    private static string? Difference(BenefitVerdict? verdict, string less, string more) => verdict switch
    {
        null => null,
        { IsWorse: true } v => string.Create(CultureInfo.InvariantCulture, $"{-v.ChangePercent:0.0} % {less}"),
        { IsBetter: true } v => string.Create(CultureInfo.InvariantCulture, $"{v.ChangePercent:0.0} % {more}"),
        _ => "no clear difference",
    };
}
