using System.Globalization;
using GaitSense.Analysis.Accuracy;
using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Real forward walks whose mounting nobody declared: is forward called forward?</summary>
internal static class ForwardSigns
{
    public static void Write(Markdown text)
    {
        text.Line();
        text.Line("## Which way is forward, without a declared mounting");
        text.Line();
        text.Line("Every recording of forward walking, its mounting withheld; strides between the first and the last label, all where there is no label. A foot is right where more strides are called");
        text.Line("forward than backward, wrong where more are called backward, unknown where none is called either. A foot was wrong for a while where a sign was reported with");
        text.Line("a confidence of 0.9 or more that the last report of that foot contradicts.");
        text.Head("recordings", "feet right", "feet unknown", "feet wrong", "strides", "forward", "backward", "unknown", "not forward, confidence >= 0.9", "feet not right:", "feet wrong for a while:");
        Kind("voisard-*", n => n.StartsWith("voisard-", StringComparison.Ordinal));
        Kind("gaitmap-ms", n => n is "gaitmap-ms");
        Kind("gaitmap-*, others", n => n.StartsWith("gaitmap-", StringComparison.Ordinal) && n is not "gaitmap-ms" && !n.EndsWith("there-and-back", StringComparison.Ordinal));
        Kind("pyshoe-*, forward trials", n => n.StartsWith("pyshoe-", StringComparison.Ordinal) && !PyshoeDirections.Mixed.Contains(n, StringComparer.Ordinal));
        Kind("tripod-*, xio-*", n => n.StartsWith("tripod-", StringComparison.Ordinal) || n.StartsWith("xio-", StringComparison.Ordinal));

        void Kind(string name, Func<string, bool> isWanted)
        {
            Named all = new(WalkingDirection.Forward);
            (int right, int unknown, int wrong) = (0, 0, 0);
            List<string> notRight = [], forAWhile = [];
            foreach (RecordedWalk walk in RecordedWalk.All(isWanted))
            {
                WalkOutcome outcome = walk.WithoutMounting().Walk();
                foreach (Foot foot in new[] { Foot.Left, Foot.Right })
                {
                    Named named = Of(walk, outcome.Strides, foot);
                    if (TurnedRound(outcome, foot) is { } when) forAWhile.Add($"{walk.Name} {Words.Of(foot)} ({when})");
                    if (named.Strides == 0) continue;
                    all.Add(named);
                    if (named.Right > named.Opposite) right++;
                    else if (named.Opposite > named.Right) wrong++;
                    else unknown++;
                    if (named.Right <= named.Opposite) notRight.Add($"{walk.Name} {Words.Of(foot)}{(named.Opposite > named.Right ? $" (wrong, {named.ConfidentWrong} confident)" : "")}");
                }
            }

            if (all.Strides == 0) return;
            text.Row(
                name, $"{right}", $"{unknown}", wrong > 0 ? $"**{wrong}**" : "0", $"{all.Strides}", $"{all.Right}", $"{all.Opposite}", $"{all.Unknown}", $"{all.ConfidentWrong}",
                string.Join(", ", notRight), string.Join(", ", forAWhile));
        }
    }

    private static string? TurnedRound(WalkOutcome outcome, Foot foot)
    {
        MountingEstimate[] known = [.. outcome.Mountings.Where(m => m.Foot == foot && DirectionScore.IsConfident(m.ForwardConfidence))];
        foreach (MountingEstimate m in known)
            if (Vector3D.Dot(m.Axes.Forward, known[^1].Axes.Forward) < 0)
                return string.Create(CultureInfo.InvariantCulture, $"{m.Time.Seconds:F2} to {known[^1].Time.Seconds:F2} s, {m.ForwardConfidence:F2}");
        return null;
    }

    private static Named Of(RecordedWalk walk, List<Stride> strides, Foot foot)
    {
        long first = long.MinValue, last = long.MaxValue;
        if (walk.Reference.Events is { } events) (first, last) = (events.Min(e => e.Time.Microseconds), events.Max(e => e.Time.Microseconds));
        Named named = new(WalkingDirection.Forward);
        foreach (Stride s in strides)
            if (s.Foot == foot && s.End.Microseconds >= first && s.TerminalContact.Microseconds <= last) named.Add(in s);
        return named;
    }
}
