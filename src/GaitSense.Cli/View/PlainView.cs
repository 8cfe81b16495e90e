using System.Reactive.Disposables;
using System.Reactive.Linq;
using GaitSense.Analysis.Sensors;
using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Walk;

namespace GaitSense.Cli.View;

/// <summary>The walk as plain lines, one for each stride, turn and gap, and for changes of the cues: for pipes, logs and screen readers.</summary>
internal sealed class PlainView : IDisposable
{
    // Least interval of lines about cues, s of the walk; least change of tempo for a line, steps/min.
    private const double CuesEveryS = 2, TempoChange = 2;

    private readonly CompositeDisposable _subscriptions;
    private LiveMetrics? _metrics;
    private CueState? _shown;

    /// <summary>Subscribes to a feed. Lines are written on the feed's reader.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="output">Where they go.</param>
    public PlainView(WalkFeed feed, TextWriter output) => _subscriptions =
    [
        feed.Metrics.Subscribe(m => _metrics = m),
        feed.Strides.Subscribe(s => output.WriteLine(Line(s, _metrics))),
        feed.Turns.Subscribe(t => output.WriteLine(
            $"{At(t.End)}  {Words.Of(t.Foot),-5}  turn      {Phrases.Number(Math.Abs(t.AngleRad) * 180 / Math.PI, "0")} degrees to the {(t.AngleRad > 0 ? "left" : "right")}")),
        feed.Gaps.Where(g => !g.Bridged).Subscribe(g => output.WriteLine(
            $"{At(g.End)}  {Words.Of(g.Foot),-5}  gap       no samples for {Phrases.Number(g.End.SecondsSince(g.Start) * 1000, "0", "ms")}")),
        feed.SensorFaults.Subscribe(f => output.WriteLine($"{At(f.Time)}  {Words.Of(f.Foot),-5}  sensor    {SensorFaultWords.Of(in f)}")),
        feed.Cues.Where(IsNews).Subscribe(c => output.WriteLine($"{At(c.At)}         cues      {CueLine.Of(c)}")),
    ];

    /// <inheritdoc/>
    public void Dispose() => _subscriptions.Dispose();

    /// <summary>One stride in one line.</summary>
    public static string Line(Stride s, LiveMetrics? metrics)
    {
        string head = $"{At(s.End)}  {Words.Of(s.Foot),-5}  ";
        if (!s.IsValid) return $"{head}rejected  {Words.InShort(s.RejectReason)}";
        string cadence = metrics?.CadenceStepsPerMin is { } c ? $"   cadence {Phrases.Number(c, "0", "steps/min")}" : "";
        string symmetry = metrics?.LengthSymmetryPercent is { } p ? $"   length {Phrases.Symmetry(p, "longer")}" : "";
        return $"{head}stride    {Phrases.Number(s.LengthM, "0.00", "m"),-7} {Phrases.Number(s.StrideTimeS, "0.00", "s"),-7} {Words.ForPeople(s.Direction),-11}{cadence}{symmetry}".TrimEnd();
    }

    // What changed too soon after the last line is told when its time has come, if it is still so: states come every second.
    private bool IsNews(CueState now)
    {
        bool isNews = _shown is not { } told
            || ((told.Silence != now.Silence || told.LevelPercent != now.LevelPercent || Math.Abs((told.TempoStepsPerMin ?? 0) - (now.TempoStepsPerMin ?? 0)) >= TempoChange)
                && now.At.SecondsSince(told.At) >= CuesEveryS);
        if (isNews) _shown = now;
        return isNews;
    }

    private static string At(DeviceTime time) => Phrases.Number(time.Seconds, "0.00", "s").PadLeft(10);
}
