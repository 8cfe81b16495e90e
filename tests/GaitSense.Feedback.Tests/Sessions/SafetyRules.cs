using System.Globalization;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Tests;

/// <summary>The rules of <see cref="SafetyRuleTests"/>.</summary>
internal static class SafetyRules
{
    // The time of a decision is that of the last sample.
    private const double PoseS = 0.021;

    public static IEnumerable<(string Rule, string Where)> BrokenBy(RandomCueWalk session)
    {
        Cue[] heard = [.. session.Steps.Cues.Heard];
        CueOutcome[] beats = [.. session.Steps.Cues.Outcomes.Where(o => o is { Cancelled: null, Cue.Kind: CueKind.Beat }).OrderBy(o => o.Cue.Number)];
        IReadOnlyList<Landing> landings = session.Steps.Landings;
        CuePlan plan = session.Plan;
        double? own = session.Steps.Engine.Report().BaselineCadenceStepsPerMin;
        bool backward = plan.Practice == Practice.Backward;

        foreach (CueOutcome o in beats)
        {
            double at = o.Cue.PlannedAt.Seconds, decided = o.Cue.DecidedAt.Seconds, period = 60 / o.TempoStepsPerMin!.Value;
            Landing[] before = [.. landings.Where(l => l.KnownS <= decided + PoseS).TakeLast(plan.Safety.CleanSteps + 1)];
            // Even beats of a limp may be half a limp later than the step; the plan lets a beat be 15 % of a step apart.
            double late = at - before[^1].AtS;
            if (late > period * (1.02 + ((plan.Rhythm.OutOfPhasePercent + plan.Rhythm.MaxCorrectionPercent) / 100))) yield return ("a beat is never later than a step after a landing", Text($"{at:0.00} s: {late:0.00} s, step {period:0.00} s"));
            bool clean = before.Length == plan.Safety.CleanSteps + 1 && before.Zip(before.Skip(1)).All(p => p.First.Foot != p.Second.Foot && p.Second.AtS - p.First.AtS is > 0.25 and < 2.0)
                && before.Skip(1).All(l => l.Confidence >= plan.Safety.MinConfidence)
                && !session.Blind.Any(b => b.FromS < decided && b.ToS > before[0].AtS + 0.3);
            if (!clean) yield return ("no beat before four clean steps after a doubt", Text($"{at:0.00} s, landings {string.Join(", ", before.Select(l => Text($"{l.Foot} {l.AtS:0.00} ({l.Confidence:0.0})")))}; blind {string.Join(", ", session.Blind.Where(b => b.ToS > decided - 10 && b.FromS < decided).Select(b => Text($"{b.FromS:0.00} to {b.ToS:0.00}")))}"));
            if (landings.Count(l => l.KnownS <= decided + PoseS) < Math.Min(2 * plan.Rhythm.BaselineStrides, plan.Rhythm.BaselineS / 2.0)) yield return ("no beat in the baseline", Text($"{at:0.00} s"));
            double most = plan.Ladder.Enabled ? Math.Max(plan.Ladder.CapPercent, plan.Rhythm.FollowPercent) : plan.Rhythm.FollowPercent;
            double least = plan.Ladder.Enabled ? Math.Max(-plan.Ladder.MinPercent, plan.Rhythm.FollowPercent) : plan.Rhythm.FollowPercent;
            if (o.TempoStepsPerMin > own * (1.0001 + (most / 100)) || o.TempoStepsPerMin < own * (0.9999 - (least / 100))) yield return ("tempo stays within the plan", Text($"{at:0.00} s: {o.TempoStepsPerMin:0.0}, own {own:0.0}"));
            if (backward && o.TempoStepsPerMin > own * 1.0001) yield return ("backward the tempo is never above the own", Text($"{at:0.00} s"));
            if (at > plan.DurationS - plan.Fading.ProbeS + (2 * period)) yield return ("no beat in the silent end", Text($"{at:0.00} s"));
        }

        foreach ((CueOutcome a, CueOutcome b) in beats.Zip(beats.Skip(1)).Where(p => p.Second.Cue.Number == p.First.Cue.Number + 1 && p.First.Contact is not null && p.Second.Cue.Foot != p.First.Cue.Foot))
        {
            double period = 60 / b.TempoStepsPerMin!.Value, interval = b.Cue.PlannedAt.SecondsSince(a.Cue.PlannedAt);
            if (b.Cue.DecidedAt.SecondsSince(a.Cue.DecidedAt) < 2 * period && Math.Abs(interval - period) > (plan.Rhythm.MaxCorrectionPercent / 100 * period) + 0.002) yield return ("beats never jump", Text($"{b.Cue.PlannedAt.Seconds:0.00} s: {interval:0.000} s at a step of {period:0.000} s"));
        }

        foreach (Cue cue in session.Steps.Cues.Decided)
        {
            if (cue.PlannedAt <= cue.DecidedAt) yield return ("cues are decided before they are due", Text($"cue {cue.Number}"));
            if (backward && !session.IsConfirmed && cue.Kind != CueKind.Words) yield return ("backward nothing is cued without the checklist", Text($"cue {cue.Number}"));
            if (session.Stops.Any(s => cue.DecidedAt.Seconds > s.FromS && cue.DecidedAt.Seconds < s.ToS)) yield return ("no cue while somebody asked for silence", Text($"cue {cue.Number}"));
        }

        foreach (Cue cue in heard)
            if (session.Stops.Any(s => cue.PlannedAt.Seconds > s.FromS + 0.001 && cue.DecidedAt.Seconds < s.ToS)) yield return ("no cue while somebody asked for silence", Text($"cue {cue.Number}"));
        Cue[] inTime = [.. heard.OrderBy(c => c.PlannedAt)];
        foreach ((Cue a, Cue b) in inTime.Zip(inTime.Skip(1)))
            if (Math.Abs(b.GainDb - a.GainDb) > 6.001 || b.GainDb > 0) yield return ("loudness changes by at most 6 dB", Text($"cue {b.Number}: {a.GainDb:0.0} to {b.GainDb:0.0} dB"));
        Cue[] corrections = [.. heard.Where(c => c.Kind == CueKind.Correction)];
        foreach ((Cue a, Cue b) in corrections.Zip(corrections.Skip(1)))
            if (b.DecidedAt.SecondsSince(a.DecidedAt) < plan.Correction.EveryS - PoseS) yield return ("corrections keep their distance", Text($"cue {b.Number}"));
        if (backward && MaxStretchS(beats) is var longest && longest > plan.Backward.BoutS + 2) yield return ("backward no stretch is longer than planned", Text($"{longest:0.0} s"));
        if (!session.Steps.Cues.Decided.Select(c => c.Number).Order().SequenceEqual(session.Steps.Cues.Outcomes.Select(o => o.Cue.Number).Order())) yield return ("every cue has one outcome", "");
    }

    // From the first beat after a rest to the last before the next.
    private static double MaxStretchS(CueOutcome[] beats)
    {
        double longest = 0, from = double.NaN, last = double.NaN;
        foreach (CueOutcome beat in beats)
        {
            double at = beat.Cue.PlannedAt.Seconds;
            if (!(at - last < 4)) from = at;
            last = at;
            longest = Math.Max(longest, last - from);
        }

        return longest;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
