using System.Globalization;
using GaitSense.Core;
using GaitSense.Recording.Reversal;

namespace GaitSense.Benchmarks;

/// <summary>A time in which a foot is known to have gone one way.</summary>
/// <param name="Foot">The foot; null for both.</param>
/// <param name="Start">From.</param>
/// <param name="End">To.</param>
/// <param name="Direction">Which way.</param>
internal readonly record struct KnownWay(Foot? Foot, DeviceTime Start, DeviceTime End, WalkingDirection Direction)
{
    /// <summary>
    /// Of a recording: what specialists marked (<c>activity.csv</c>), the walks that were timed (<c>walks.csv</c>), the labelled strides of trials in a capture room, from the first to the
    /// last labelled contact, or all of it, where there are no labels; without a label every one of these walks goes forward.
    /// </summary>
    public static KnownWay[] Of(RecordedWalk walk, string folder)
    {
        if (Rows(folder, "activity.csv") is { } marked) return [.. marked.Select(r => Of(r[0], r[1], r[2]))];
        if (Rows(folder, "walks.csv") is { } timed) return [.. timed.Select(r => Of(r[0], r[2], r[3]))];
        if (walk.Name.StartsWith("pyshoe-", StringComparison.Ordinal))
            return [.. walk.Reference.Strides!.Where(s => s.Direction != WalkingDirection.Unknown).Select(s => new KnownWay(s.Foot, s.Start, s.End, s.Direction))];
        if (walk.Reference.Events is { } events) return [new(null, events.Min(e => e.Time), events.Max(e => e.Time), WalkingDirection.Forward)];
        return [new(null, default, new DeviceTime(long.MaxValue), WalkingDirection.Forward)];
    }

    /// <summary>The way of a swing, by its middle; null where nobody knows.</summary>
    public static WalkingDirection? Of(IReadOnlyList<KnownWay> ways, in Stride stride)
    {
        DeviceTime middle = stride.TerminalContact.AddSeconds(stride.SwingTimeS / 2);
        foreach (KnownWay way in ways)
            if ((way.Foot ?? stride.Foot) == stride.Foot && middle >= way.Start && middle <= way.End) return way.Direction;
        return null;
    }

    /// <summary>The same in the walk's reversal.</summary>
    public KnownWay Reversed(DeviceTime mirror) =>
        new(Foot, Mirrored(End, mirror), Mirrored(Start, mirror), TimeReversal.Reversed(Direction));

    private static DeviceTime Mirrored(DeviceTime time, DeviceTime mirror) => new(time.Microseconds == long.MaxValue ? long.MinValue : (2 * mirror.Microseconds) - time.Microseconds);

    private static KnownWay Of(string foot, string start, string end) =>
        new(foot is "left" ? GaitSense.Core.Foot.Left : GaitSense.Core.Foot.Right, Time(start), Time(end), WalkingDirection.Forward);

    private static DeviceTime Time(string seconds) => DeviceTime.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));

    private static string[][]? Rows(string folder, string file)
    {
        string path = Path.Combine(folder, "reference", file);
        return File.Exists(path) ? [.. File.ReadLines(path).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','))] : null;
    }
}
