using GaitSense.Simulation.Radio;

namespace GaitSense.Benchmarks;

/// <summary>The parts of the page about distances, the chair and the button.</summary>
internal static class RestPage
{
    public static void WriteDistances(Markdown text, IReadOnlyList<(string Name, DistanceTrial[] Trials)> tests)
    {
        text.Line();
        text.Line("## Corridor");
        text.Line();
        text.Line("Corridors of 15, 20 and 30 m with turns of 5 to 7 steps to either side; three in ten rest for 25 s, four in ten tire. The walked path is the body's. Lengths are exact where the feet's turns give the true number of times");
        text.Line("the person had half turned at an end before the time was over; each minute's announcement is counted.");
        text.Head("test", "walks", "stride sum: worst error", "mean", "asked for", "lengths exact", "asked for", "worst minute, p95", "DWI(6-1): error, median / p95 points", "minutes announced");
        foreach ((string name, DistanceTrial[] t) in tests)
        {
            double[] minutes = [.. t.Select(x => x.WorstMinute).Order()];
            double[] dwi = [.. t.Where(x => x.DwiError is not null).Select(x => Math.Abs(x.DwiError!.Value)).Order()];
            text.Row(
                name, $"{t.Length}", FormattableString.Invariant($"{100 * t.Max(x => Math.Abs(x.SumError)):0.0} %"), FormattableString.Invariant($"{100 * t.Average(x => x.SumError):0.0} %"), "2 %", $"{t.Count(x => x.Lengths == x.CountedLengths)} of {t.Length}", "all",
                FormattableString.Invariant($"{100 * minutes[(int)(0.95 * (minutes.Length - 1))]:0.0} %"), dwi.Length == 0 ? "" : FormattableString.Invariant($"{dwi[dwi.Length / 2]:0.0} / {dwi[(int)(0.95 * (dwi.Length - 1))]:0.0}"), $"{t.Sum(x => x.Announced)}");
        }

        DistanceTrial[] all = [.. tests.SelectMany(t => t.Trials)];
        text.Line();
        text.Line($"Lengths: {all.Count(t => t.EndsInATurn)} walks say that the time was over in a turn, where the last length is whole or not by a step; of the others {all.Count(t => !t.EndsInATurn && t.Lengths == t.CountedLengths)} of {all.Count(t => !t.EndsInATurn)} are exact.");
        text.Line($"Stride sums within 2 %: {all.Count(t => Math.Abs(t.SumError) <= 0.02)} of {all.Length}; where they were not: {Names(all.Where(t => Math.Abs(t.SumError) > 0.02).Select(t => t.Preset))}. Of those, {all.Count(t => Math.Abs(t.SumError) > 0.02 && t.Notes.Count > 0)} say that something is wrong.");
        text.Line("What a metre is to a foot's sensor differs from foot to foot by 1.2 % SD (scale and cross-axis errors of 0.5 % SD in these sensors), hardly alike in both; the mean of two is within 2 % in some nineteen of twenty. Slow people with a stick, whose");
        text.Line("feet hardly rest, can come out 2 to 7 % long. The body's way is 0.4 % longer than the feet's straight ways between their places (turns are arcs), which is not corrected: it would not bring more walks within 2 %.");
    }

    public static void WriteChairs(Markdown text, ChairTrial[] trials)
    {
        text.Line();
        text.Line("## Timed Up and Go");
        text.Line();
        text.Line("Rising takes 0.9 to 2 s and leaves the feet where they are; four in ten draw a foot back under the chair first; some tap, tremble or have clonus while seated. Turns of 4 to 7 and 4 to 6 steps, to the same side or the");
        text.Line("other. A turn is from the first turning foot's leaving to the last one's landing. The button is the result; these are segments.");
        text.Head("segment", "walks", "within 0.15 s", "asked for", "error, median / p95 ms", "worst ms");
        ChairTrial[] seen = [.. trials.Where(t => t.ErrorsS is not null)];
        for (int i = 0; i < ChairTrial.Segments.Length; i++)
        {
            double[] errors = [.. seen.Select(t => t.ErrorsS![i])];
            text.Row(ChairTrial.Segments[i], $"{seen.Length}", LinePage.Share(errors, e => Math.Abs(e) <= 0.15), "all", LinePage.Milliseconds(errors), FormattableString.Invariant($"{1000 * errors.Max(Math.Abs):0}"));
        }

        text.Line();
        text.Line($"All five within 0.15 s: {seen.Count(t => t.ErrorsS!.All(e => Math.Abs(e) <= 0.15))} of {seen.Length}; withheld: {trials.Length - seen.Length} of {trials.Length}.");
    }

    public static void WriteKeys(Markdown text, IReadOnlyList<(SensorMake Make, (double[] Rule, double[] Processed) Errors)> makes)
    {
        text.Line();
        text.Line("## A key's time");
        text.Line();
        text.Line("Samples over a simulated radio, 500 keys each. The rule: the instant at which the key went down, on the host's clock, less the walk's start. Beside it, what the time of the samples would have been that had been processed");
        text.Line("by then. The truth is the sample that was taken at that instant. What keyboard, terminal and system add is not in it.");
        text.Head("sensor", "by the rule: worst ms", "asked for ms", "within 20 ms", "by processed samples: median / p95 ms");
        foreach ((SensorMake make, (double[] rule, double[] processed)) in makes)
            text.Row($"{make}", FormattableString.Invariant($"{1000 * rule.Max(Math.Abs):0.0}"), "20", LinePage.Share(rule, e => Math.Abs(e) <= 0.02), LinePage.Milliseconds(processed));
    }

    private static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.GroupBy(n => n, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} ({g.Count()})")) is { Length: > 0 } all ? all : "none";
}
