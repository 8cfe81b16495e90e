namespace GaitSense.Benchmarks;

/// <summary>The part of the page about marked lines.</summary>
internal static class LinePage
{
    private static readonly string[] Ways = ["feet, one line", "feet, with the second line", "the same, with the button"];

    public static void Write(Markdown text, IReadOnlyList<(string Name, LineTrial[] Trials)> tests)
    {
        text.Line();
        text.Line("## Line to line");
        text.Line();
        text.Line("The feet's time: the leading foot leaves, the leading foot crosses. How far a foot has come is known to a per cent or two; where a foot lands within that of the line, it is not known which swing crossed first, and");
        text.Line("the two answers are half a second apart. So the result is one value or candidates. Three ways of looking at the same walks: by the line that ends the time alone; with a **second line** where the person stops (toes");
        text.Line("or heels at it, 1.5 cm SD here), which sets both feet's measure right in the same walk; and with the physiotherapist's **button** too (0.12 s SD, one press in a hundred astray), which strikes out a candidate that it makes");
        text.Line("unlikely and never moves a time. \"Truth among\": a candidate within 0.10 s. Where a foot comes down within millimetres beyond the line, the end of its swing is so slow that the time is not known to 0.10 s; it is then as many candidates as it takes, a part of less than 2 % is only in the range of its neighbour, the trial says \"known to ... s only\", and the next column counts the truth within that. \"Wrong, unflagged\": one value, not said to be unsure, and off by more than 0.15 s.");
        text.Head("test", "way:", "walks", "one value", "one value within 0.10 s", "asked for", "truth among", "or in a range that is said", "asked for", "wrong, unflagged", "asked for", "candidates, mean", "error of one value, median / p95 ms");
        foreach ((string name, LineTrial[] trials) in tests) Rows(text, name, trials);
        Rows(text, "**all**", [.. tests.SelectMany(t => t.Trials)]);
        LineTrial[] all = [.. tests.SelectMany(t => t.Trials)];
        text.Line();
        text.Line("By one line alone one value is rare, and no rule changes that: how far a foot has come is known to 1.1 % forward and 1.4 % backward (standard uncertainty: 8 and 11 cm at 7.62 m, and more where a person is slow), a foot lands every 35 to 75 cm,");
        text.Line("and one value asks that none lands within some three of these of the line. With the second line 1.5 to 2 cm remain, which are the tape, the shoes and how strides scatter.");
        text.Line();
        text.Line($"False starts: {all.Count(t => t.FalseStart.Was)} walks began with one, {all.Count(t => t.FalseStart is { Was: true, Kept: true })} were kept as such; {all.Count(t => t.FalseStart is { Was: false, Kept: true })} of {all.Count(t => !t.FalseStart.Was)} others were called one (feet that sway, tremble, beat or tap before \"go\" among them).");
        text.Line($"The leading foot's leaving: error {Milliseconds([.. all.Select(t => t.LeaveErrorS)])} ms.");
        text.Line();
        text.Line("By person, with the second line:");
        text.Head("person", "walks", "one value within 0.10 s", "truth among", "with the button: one value within 0.10 s", "truth among");
        foreach (IGrouping<string, LineTrial> some in all.GroupBy(t => t.Preset, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            LineTrial[] t = [.. some];
            text.Row(some.Key, $"{t.Length}", Share(t, x => x.Ways[1].IsOneWithin(0.10)), Share(t, x => x.Ways[1].HasTruthOrRange), Share(t, x => x.Ways[2].IsOneWithin(0.10)), Share(t, x => x.Ways[2].HasTruthOrRange));
        }
    }

    public static void WriteStress(Markdown text, LineTrial[] trials)
    {
        text.Line();
        text.Line("## Landings on the line");
        text.Line();
        text.Line("The T25FW with a foot made to land within 3 cm of the line each time: what cannot be one value, and must not look like one.");
        text.Head("test", "way:", "walks", "one value", "one value within 0.10 s", "asked for", "truth among", "or in a range that is said", "asked for", "wrong, unflagged", "asked for", "candidates, mean", "error of one value, median / p95 ms");
        Rows(text, "T25FW", trials, asks: false);
    }

    public static string Milliseconds(double[] errorsS)
    {
        double[] sorted = [.. errorsS.Where(double.IsFinite).Select(Math.Abs).Order()];
        return sorted.Length == 0 ? "" : FormattableString.Invariant($"{1000 * sorted[sorted.Length / 2]:0} / {1000 * sorted[(int)(0.95 * (sorted.Length - 1))]:0}");
    }

    public static string Share<T>(IReadOnlyCollection<T> all, Func<T, bool> some) => FormattableString.Invariant($"{100.0 * all.Count(some) / all.Count:0.0} %");

    private static void Rows(Markdown text, string name, LineTrial[] trials, bool asks = true)
    {
        for (int w = 0; w < Ways.Length; w++)
        {
            LineTrial.Verdict[] v = [.. trials.Select(t => t.Ways[w])];
            bool asked = asks && w > 0;
            text.Row(
                name, Ways[w], $"{v.Length}", Share(v, x => x.IsOne), Share(v, x => x.IsOneWithin(0.10)), asked ? "85 %" : "", Share(v, x => x.HasTruth), Share(v, x => x.HasTruthOrRange), asked ? "99 %" : "", $"{v.Count(x => x.IsWrongUnflagged)}", asked ? "0" : "",
                FormattableString.Invariant($"{v.Average(x => x.ErrorsS.Length):0.00}"), Milliseconds([.. v.Where(x => x.IsOne).Select(x => x.ErrorsS[0])]));
        }
    }
}
