using System.Globalization;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Summary;
using GaitSense.Core;

namespace GaitSense.Analysis.Report;

/// <summary>The report's tables: what was rejected, what was assumed, what the data were like, what the words mean.</summary>
internal static class ReportTables
{
    public static string Rejected(WalkSummary s)
    {
        FootCounts left = s.Counts["left"], right = s.Counts["right"];
        if (left.Strides + right.Strides == 0) return Page.Empty("No stride was found, so none was rejected.");
        IEnumerable<string[]> rejected = Enum.GetValues<RejectReason>().Where(r => r != RejectReason.None)
            .Where(r => left.RejectedByReason[Words.Of(r)] + right.RejectedByReason[Words.Of(r)] > 0)
            .Select(r => new[] { Markup.Escape(Words.ForPeople(r)), Count(left.RejectedByReason[Words.Of(r)]), Count(right.RejectedByReason[Words.Of(r)]) });
        IEnumerable<string[]> used = new (string Key, string Text)[]
            {
                ("steady", "Steady walking: these make the key figures"),
                ("turn", "Valid, but part of a turn"),
                ("start", "Valid, but among the first two of a bout"),
                ("end", "Valid, but among the last two of a bout"),
                ("pause", "Valid, but among the two before or after a pause"),
                ("direction_change", "Valid, but among the two before or after a change of direction"),
                ("low_confidence", "Valid, but with a confidence below 0.5"),
                ("other_direction", "Valid, but neither forward nor backward"),
            }
            .Where(u => left.StridesByUse[u.Key] + right.StridesByUse[u.Key] > 0)
            .Select(u => new[] { Markup.Escape(u.Text), Count(left.StridesByUse[u.Key]), Count(right.StridesByUse[u.Key]) });
        string total = $"{left.Rejected + right.Rejected} of {left.Strides + right.Strides} strides were rejected: their numbers are not used anywhere.";
        return $"<p>{Markup.Escape(total)}</p>"
            + (left.Rejected + right.Rejected > 0 ? Page.Table(["Why rejected", "#left", "#right"], rejected) : "")
            + Page.Table(["How the others are used", "#left", "#right"], used);
    }

    public static string Assumed(WalkSummary s)
    {
        List<string[]> rows = [];
        foreach (AssumedMounting m in s.Assumed.Mounting.Take(20))
        {
            string how = m.Declared ? "declared by the recording" : $"learned from the signal; forward is sure to {Markup.Number(m.ForwardConfidence, 2)} (0 to 1)";
            rows.Add([$"Mounting, {m.Foot} foot", Markup.Escape($"{how}; known at {Markup.Number(m.TimeS, 2)} s; forward {Axis(m.Forward)}, left {Axis(m.Left)}, up {Axis(m.Up)} in the sensor frame")]);
        }

        if (s.DataQuality.Count == 2) rows.Add(["Left and right", Markup.Escape(s.Assumed.Sides.Meaning)]);
        rows.Add(["Clock", Markup.Escape(s.Assumed.ClockUncertaintyS is { } uncertainty
            ? $"both feet share one clock, standard uncertainty {Markup.Number(uncertainty * 1000, 1)} ms"
            : "each foot has its own clock: nothing that needs both is stated")]);
        rows.Add(["Steady walking", Markup.Escape(s.Assumed.SteadyRule)]);
        if (s.Run is { Options.Count: > 0 } run) rows.Add(["Options", Markup.Escape(run.OptionsText())]);
        rows.AddRange(s.Assumed.Other.Select(o => new[] { "Besides", Markup.Escape(o) }));
        // Long, and the same for every walk: not on paper.
        return Page.Table(["What", "Assumption"], rows) + $"<details class=\"no-paper\"><summary>How the statistics are made</summary><p class=\"sub\">{Markup.Escape(s.Assumed.Statistics)}</p></details>";
    }

    public static string Quality(WalkSummary s)
    {
        if (s.DataQuality.Count == 0) return Page.Empty("Nothing is known about the samples.");
        (string Name, Func<FootQuality, string> Of)[] rows =
        [
            ("samples", q => Count(q.Samples)), ("rate, Hz", q => Markup.Number(q.RateHz, 1)), ("at rest, m/s²", q => Markup.Number(q.RestAccelMps2, 2)), ("long gaps", q => Count(q.Gaps)),
            ("bridged gaps", q => Count(q.BridgedGaps)), ("not a number", q => Count(q.NotFinite)), ("duplicates", q => Count(q.Duplicates)), ("out of order", q => Count(q.OutOfOrder)),
            ("accelerometer at its limit", q => Count(q.ClippedAccel)), ("gyroscope at its limit", q => Count(q.ClippedGyro)), ("cannot be", q => Count(q.Impossible)),
        ];
        // What did not happen is said once.
        var shown = rows.Select(r => (r.Name, Values: s.DataQuality.Select(r.Of).ToArray())).ToLookup(r => Array.Exists(r.Values, v => !string.Equals(v, "0", StringComparison.Ordinal)));
        string none = string.Join(", ", shown[false].Select(r => r.Name));
        return Page.Table(["", .. s.DataQuality.Select(q => "#" + q.Foot)], shown[true].Select(r => (IReadOnlyList<string>)[r.Name, .. r.Values]))
            + (none.Length > 0 ? $"<p class=\"sub\">None: {Markup.Escape(none)}.</p>" : "");
    }

    public static string Definitions()
    {
        (string Word, string Meaning)[] words =
        [
            ("Initial contact", "the foot touches the ground, with whichever part"),
            ("Terminal contact", "the last part of the foot leaves the ground"),
            ("Stride", "initial contact to the next initial contact of the same foot; its length is the horizontal distance between the still instants (mid-stance) before and after its swing"),
            ("Step", "initial contact of one foot to the next initial contact of the other; it belongs to the foot that lands"),
            ("Stance, swing", "the foot on the ground; the foot in the air"),
            ("Double support", "from a landing to the other foot's terminal contact: both feet on the ground"),
            ("Cadence", "steps per minute: 120 divided by the stride time"),
            ("Foot angle", "sole against the ground as the foot stands flat; toe up is positive"),
            ("Sensor lift", "the sensor's greatest height above the line between the two mid-stances; not the clearance of the toes, which a sensor on the shoe does not see"),
            ("Lateral excursion", "how far the sensor swings out sideways from the straight line between the two mid-stances"),
            ("Symmetry index", "difference of the feet's means as a percentage of their average; positive where the right foot's value is larger. Nobody is exactly 0"),
            ("± and interval", "± is one standard deviation between strides; the 95 % interval says how well the mean is known"),
            ("CV", "coefficient of variation: standard deviation as a percentage of the mean; needs 30 strides"),
        ];
        return $"<dl>{string.Concat(words.Select(w => $"<dt>{Markup.Escape(w.Word)}</dt><dd>{Markup.Escape(w.Meaning)}</dd>"))}</dl>";
    }

    private static string Axis(IReadOnlyList<double> v) => $"({string.Join(", ", v.Select(x => Markup.Number(x, 2)))})";

    private static string Count(long n) => n.ToString(CultureInfo.InvariantCulture);
}
