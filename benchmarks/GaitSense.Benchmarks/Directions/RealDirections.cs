using System.Collections.Concurrent;
using GaitSense.Core;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Reversal;

namespace GaitSense.Benchmarks;

/// <summary>All real walks, their reversals, and walks there and back, their mountings withheld: what each stride was called.</summary>
internal static class RealDirections
{
    private const string Forward = "real, forward", Backward = "real, backward from the start", Both = "real, forward, then back";

    public static IReadOnlyList<JudgedName> Judge()
    {
        string[] folders =
        [
            .. new[] { RecordedWalk.Folder!, RecordedWalk.More }.OfType<string>().Where(Directory.Exists).SelectMany(Directory.GetDirectories)
                .Where(d => File.Exists(Path.Combine(d, PlainRecording.SessionFile)) && IsWanted(Path.GetFileName(d))).Order(StringComparer.Ordinal),
        ];
        Progress progress = new(folders.Length, "recordings");
        ConcurrentDictionary<string, List<JudgedName>> judged = new(StringComparer.Ordinal);
        Parallel.ForEach(folders, folder =>
        {
            judged[folder] = [.. Judge(folder)];
            progress.Step();
        });
        return [.. folders.SelectMany(f => judged[f])];
    }

    public static void Write(Markdown text, IReadOnlyList<JudgedName> names)
    {
        text.Line();
        text.Line("## Walks of which nobody said how the sensors sit");
        text.Line();
        text.Line("Every recording at hand (75 people, among them 19 with neurological and 19 with orthopaedic trouble), its mounting withheld: as it is, played backward as a whole, and, where it comes to");
        text.Line("rest, followed by its own reversal. Strides whose way is known, turns and their steps included. \"On the spot\" is shorter than 0.1 m: a step of a turn may be that and its label still says forward.");
        text.Head("walks", "walks", "strides", "right", "unknown", "on the spot", "opposite", "other", "wrong, confidence >= 0.9", "most often opposite:");
        foreach (IGrouping<string, JudgedName> kind in names.GroupBy(n => n.Kind, StringComparer.Ordinal))
        {
            JudgedName[] all = [.. kind];
            bool IsOpposite(JudgedName n) => n.Found != n.Truth && n.Found == TimeReversal.Reversed(n.Truth);
            int right = all.Count(n => n.Found == n.Truth), unknown = all.Count(n => !n.IsNamed), spot = all.Count(n => n.IsWrong && n.Found == WalkingDirection.InPlace), opposite = all.Count(IsOpposite);
            string worst = string.Join(", ", all.Where(IsOpposite).GroupBy(n => n.Walk, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(6).Select(g => FormattableString.Invariant($"{g.Key} {g.Count()}")));
            text.Row(
                kind.Key, $"{all.DistinctBy(n => n.Walk, StringComparer.Ordinal).Count()}", $"{all.Length}", Cell.Percent((double)right / all.Length), Cell.Percent((double)unknown / all.Length), $"{spot}", $"{opposite}",
                $"{all.Count(n => n.IsWrong) - spot - opposite}", $"{all.Count(n => n.IsConfidentlyWrong)}", worst);
        }
    }

    // The same walk with its mounting given, and one that is already there and back, are no walks of their own.
    private static bool IsWanted(string name) => !name.EndsWith("-m", StringComparison.Ordinal) && !name.EndsWith("there-and-back", StringComparison.Ordinal);

    private static IEnumerable<JudgedName> Judge(string folder)
    {
        RecordedWalk walk = RecordedWalk.Open(folder).WithoutMounting();
        KnownWay[] ways = KnownWay.Of(walk, folder);
        bool isForward = ways.All(w => w.Direction == WalkingDirection.Forward);
        DeviceTime end = new(Math.Max(End(walk.Left), End(walk.Right)));
        RecordedWalk reversed = walk with { Left = TimeReversal.Reverse(walk.Left, end), Right = TimeReversal.Reverse(walk.Right, end) };
        IEnumerable<JudgedName> all = Names(walk, ways, isForward ? Forward : "real, steps in all directions")
            .Concat(Names(reversed, [.. ways.Select(w => w.Reversed(end))], isForward ? Backward : "real, steps in all directions, reversed"));
        if (!isForward || RestJoin.Find([.. new[] { walk.Left, walk.Right }.Where(f => f.Length > 0)], ways.Max(w => w.End)) is not { } join) return all;
        RecordedWalk both = walk with { Left = TimeReversal.ThereAndBack(walk.Left, join), Right = TimeReversal.ThereAndBack(walk.Right, join) };
        return all.Concat(Names(both, [.. ways, .. ways.Select(w => w.Reversed(join))], Both));
    }

    private static long End(ImuSample[] samples) => samples.Length > 0 ? samples[^1].Time.Microseconds : 0;

    private static IEnumerable<JudgedName> Names(RecordedWalk walk, KnownWay[] ways, string kind)
    {
        foreach (Stride s in walk.Walk().Strides)
            if (s.IsValid && KnownWay.Of(ways, in s) is { } truth) yield return new JudgedName(kind, walk.Name, truth, s.Direction, s.Confidence);
    }
}
