using System.Globalization;
using GaitSense.Analysis.Accuracy;
using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Real walks followed by their own time reversal: forward, then the same way backward.</summary>
internal static class ReversedDirections
{
    private const string Made = "gaitmap-healthy-there-and-back";
    private const double Asked = 0.95;

    public static void Write(Markdown text)
    {
        text.Line();
        text.Line("## There, and back by time reversal");
        text.Line();
        text.Line("A recording up to its first rest after the last label, followed by itself played backward. Recall is over all labelled contacts: a missed contact or an unknown is not right. Strides");
        text.Line("between the first and the last label; \"early\": named at once by their mid-swing. \"Known after\": from the contact to the sample that settled its direction, median / 95th percentile.");
        text.Head(
            "recording", "join s", "IC recall", "TC recall", "forward before", "backward after", "early right", "IC known after ms", "TC known after ms", "asked for", "named otherwise (besides unknown):");
        List<(Evaluation One, Row Row)> rows = [];
        foreach (RecordedWalk walk in RecordedWalk.All(n => n is Made or "gaitmap-healthy-raw-mounting" || n.StartsWith("voisard-", StringComparison.Ordinal)))
        {
            bool isMade = string.Equals(walk.Name, Made, StringComparison.Ordinal);
            RecordedWalk? both = isMade ? walk : walk.ThereAndBack(out _);
            if (both is null)
            {
                text.Row(walk.Name, "", "", "", "", "", "", "", "", "", "never at rest after its last label");
                continue;
            }

            DeviceTime join = new((both.Left[0].Time.Microseconds + both.Left[^1].Time.Microseconds) / 2);
            Row row = new(both, join);
            Evaluation evaluation = new();
            evaluation.Add(walk.Name, both.Reference, row.Outcome.Events, row.Outcome.Strides);
            Write(text, walk.Name, Cell.F(join.Seconds, 2), evaluation.Pooled, row, isMade ? 0.96 : Asked);
            if (!isMade) rows.Add((evaluation, row));
        }

        Evaluation all = new();
        foreach ((_, Row row) in rows) all.Add(row.Walk.Name, row.Walk.Reference, row.Outcome.Events, row.Outcome.Strides);
        if (rows.Count > 0) Write(text, "**all made here**", "", all.Pooled, new Row([.. rows.Select(r => r.Row)]), Asked);
    }

    private static void Write(Markdown text, string name, string join, RecordingEvaluation e, Row row, double asked)
    {
        double? ic = e.Result.InitialContact?.DirectionRecall, tc = e.Result.TerminalContact?.DirectionRecall;
        text.Row(
            name, join, Share(ic, asked), Share(tc, asked), $"{row.Before.Right} / {row.Before.Strides}", $"{row.After.Right} / {row.After.Strides}",
            $"{row.EarlyRight} / {row.Early}", row.KnownAfter(GaitEventKind.InitialContact), row.KnownAfter(GaitEventKind.TerminalContact), Cell.F(asked, 2),
            string.Join("; ", row.Before.Otherwise.Concat(row.After.Otherwise)));
    }

    private static string Share(double? value, double asked) => value is { } v ? v < asked ? $"**{Cell.F(v, 3)}**" : Cell.F(v, 3) : "";

    /// <summary>How one walk there and back was named, or several together.</summary>
    private sealed class Row
    {
        private readonly Dictionary<GaitEventKind, List<double>> _knownAfterS = new() { [GaitEventKind.InitialContact] = [], [GaitEventKind.TerminalContact] = [] };

        public Row(RecordedWalk walk, DeviceTime join)
        {
            (Walk, Outcome) = (walk, walk.Walk());
            long first = walk.Reference.Events!.Min(e => e.Time.Microseconds), last = walk.Reference.Events!.Max(e => e.Time.Microseconds);
            foreach (Stride s in Outcome.Strides)
                if (s.End.Microseconds >= first && s.TerminalContact.Microseconds <= last && !IsOutside(s)) (s.TerminalContact < join ? Before : After).Add(in s);
            foreach (GaitEvent e in Outcome.Events.Where(e => e.Time.Microseconds >= first && e.Time.Microseconds <= last && !IsJoin(e.Time)))
            {
                if (_knownAfterS.TryGetValue(e.Kind, out List<double>? known) && e.DirectionKnownAt is { } at) known.Add(at.SecondsSince(e.Time));
                if (e.Kind != GaitEventKind.MidSwing) continue;
                Early++;
                if (e.DirectionKnownAt == e.DetectedAt && e.Direction == (e.Time < join ? WalkingDirection.Forward : WalkingDirection.Backward)) EarlyRight++;
            }

            // The unlabelled middle, from the last label before the join to the first behind it.
            bool IsJoin(DeviceTime t) => t > LastBefore() && t < FirstAfter();
            bool IsOutside(in Stride s) => s.TerminalContact > LastBefore() && s.End < FirstAfter();
            DeviceTime LastBefore() => new(walk.Reference.Events!.Where(e => e.Time < join).Max(e => e.Time.Microseconds));
            DeviceTime FirstAfter() => new(walk.Reference.Events!.Where(e => e.Time > join).Min(e => e.Time.Microseconds));
        }

        public Row(Row[] several)
        {
            (Walk, Outcome) = (several[0].Walk, several[0].Outcome);
            foreach (Row row in several)
            {
                Before.Add(row.Before);
                After.Add(row.After);
                Early += row.Early;
                EarlyRight += row.EarlyRight;
                foreach ((GaitEventKind kind, List<double> known) in row._knownAfterS) _knownAfterS[kind].AddRange(known);
            }
        }

        public RecordedWalk Walk { get; }

        public WalkOutcome Outcome { get; }

        public Named Before { get; } = new(WalkingDirection.Forward);

        public Named After { get; } = new(WalkingDirection.Backward);

        public int Early { get; }

        public int EarlyRight { get; }

        public string KnownAfter(GaitEventKind kind) =>
            DelaySpread.Of(_knownAfterS[kind]) is { } d ? string.Create(CultureInfo.InvariantCulture, $"{d.MedianMs:F0} / {d.P95Ms:F0}") : "";
    }
}
