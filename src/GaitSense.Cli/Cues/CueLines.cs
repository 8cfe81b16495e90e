using System.Globalization;
using GaitSense.Analysis.Cues;
using GaitSense.Cli.View;

namespace GaitSense.Cli.Cues;

/// <summary>The cues of a walk afterwards, in lines.</summary>
internal static class CueLines
{
    /// <summary>What came of them.</summary>
    public static IEnumerable<string> Of(CueSummary cues)
    {
        CueDose dose = cues.Dose;
        CueSilenceTotal? longest = cues.Silences.Count > 0 ? cues.Silences[0] : null;
        if (dose.Beats == 0 && longest?.Reason is "unconfirmed") yield return "cues: no beats; nobody confirmed the checklist of backward practice (gaitsense cues FILE shows it; then --checklist-confirmed)";
        else yield return cues.OwnCadenceStepsPerMin is { } own
            ? Text($"cues: {Phrases.Count(dose.Beats, "beat")}, {Phrases.Count(dose.GoodSteps, "good step")}, {Phrases.Count(dose.Corrections, "correction")}, {Phrases.Count(dose.Words, "other word")}; preferred cadence {own:0.0} steps/min; cues in {dose.CuedS:0} of {dose.WalkS:0} s ({Percent(dose.SharePercent)})")
            : longest is { IsPlanned: false } ? $"cues: none; most of the time: {longest.Words}"
            : "cues: none; the walk was too short, or too uneven, for the baseline";
        CueTiming timing = cues.Timing;
        if (timing.MeanAsynchronyS is { } mean && timing.SdAsynchronyS is { } sd)
            yield return Text($"steps against beats: {1000 * mean:+0;-0;0} ms on average (SD {1000 * sd:0} ms), phase concentration {Phrases.Number(timing.PhaseConcentration, "0.00")}, {(timing.TempoMatchPercent is { } kept ? Text($"tempo kept in {kept:0} % of steps") : "too few steps in a row to say whether the tempo was kept")}");
        if (cues.LadderEnabled) yield return Text($"ladder: to {cues.HighestLevelPercent:+0.#;-0.#;0} % of the preferred cadence, back {Times(cues.BackOffs)}");
        CueSilenceTotal[] silences = [.. cues.Silences.Where(s => s.Seconds >= 0.5)];
        if (silences.Length > 0) yield return $"silence: {string.Join(", ", silences.Select(s => Text($"{s.Words} {s.Seconds:0} s")))}";
        if (cues.StopsSaid > 0) yield return $"\"stop\" was said {Times(cues.StopsSaid.Value)}";
        if (cues.RestsOffered > 0) yield return Text($"rests offered: {cues.RestsOffered}");
        foreach (CueBenefit benefit in cues.Benefit) yield return benefit.Words;
        foreach (CueTask task in cues.Tasks)
            if (task is { SpeedWords: { } speed, StrideLengthWords: { } length }) yield return $"task {task.Task}, against just before: speed {speed}, stride length {length}";
        if (cues.Delivery is { } sound && sound.Missed + sound.NotPlaced + (sound.Underruns ?? 0) > 0)
            yield return Text($"sound: {Phrases.Count(sound.Missed, "cue")} came too late and {(sound.Missed == 1 ? "was" : "were")} left out, {sound.NotPlaced} could not be placed; the device ran dry {Times(sound.Underruns ?? 0)}");
    }

    private static string Times(long n) => n switch
    {
        0 => "never",
        1 => "once",
        _ => Text($"{n} times"),
    };

    private static string Percent(double? value) => Phrases.Number(value, "0", "%");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
