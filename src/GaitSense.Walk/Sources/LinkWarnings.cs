using GaitSense.Core;
using GaitSense.Streams;

namespace GaitSense.Walk;

/// <summary>What a person should know about a foot's link, one sentence each.</summary>
internal static class LinkWarnings
{
    /// <summary>The sentences; none where all is well.</summary>
    /// <param name="q">How the link was.</param>
    public static IEnumerable<string> Of(LinkQuality q)
    {
        string foot = q.Foot == Foot.Left ? "Left" : "Right";
        long made = q.Received + q.Lost;
        if (q.HasOtherRate() && q is { AskedRateHz: { } asked, MeasuredRateHz: { } measured }) yield return Text($"{foot} sensor: asked for {asked:0.#} Hz, measured {measured:0.0} Hz; the measured rate is what its times are made of.");
        if (q.Lost > 0)
            yield return Text($"{foot} sensor: {q.Lost} of {made} samples were lost ({100.0 * q.Lost / made:0.0} %). Gaps are gaps: strides with a longer one are not counted.");
        if (q.Reconnects > 0) yield return Text($"{foot} sensor: the connection was lost and made again {Times(q.Reconnects)}.");
        if (q.Restarts > 0) yield return Text($"{foot} sensor: it restarted or its clock jumped {Times(q.Restarts)}; its clock was aligned again.");
        if (q.Late > 0) yield return Text($"{foot} sensor: {q.Late} packets came after their place had been given up.");
        if (q.Dropped > 0) yield return Text($"{foot} sensor: {q.Dropped} packets found the queue full: this computer was too busy.");
        if (q.Malformed > 0) yield return Text($"{foot} sensor: {q.Malformed} notifications were no packets of this sensor.");
        if (q.BatteryPercent is < 15 and { } battery) yield return Text($"{foot} sensor: its battery is at {battery} %.");
        if (q.ClockUncertaintyS is > 0.010 and { } u) yield return Text($"{foot} sensor: its clock is only known to {u * 1e3:0} ms; what compares the feet's times is less sure.");
    }

    /// <summary>The sentences about how long a foot was there; none where it always was.</summary>
    /// <param name="p">How long it was.</param>
    public static IEnumerable<string> Of(FootPresence p)
    {
        if (p.Stretches == 0) yield break;
        string end = p.AwayAtEndS > 0 ? Text($"{(p.Stretches == 1 ? ", which lasts" : ", the last of which lasts")} to the end of the walk ({p.AwayAtEndS:0.0} s)") : "";
        yield return Text($"{(p.Foot == Foot.Left ? "Left" : "Right")} sensor: its samples are there for {p.WalkS - p.AwayS:0.0} s of the walk's {p.WalkS:0.0} s; they are missing in {Stretches(p.Stretches)}{end}.");
    }

    private static string Stretches(int n) => n == 1 ? "one stretch" : Text($"{n} stretches");

    private static string Times(int n) => n == 1 ? "once" : Text($"{n} times");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
