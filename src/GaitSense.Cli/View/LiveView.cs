using System.Globalization;
using GaitSense.Core;
using GaitSense.Walk;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GaitSense.Cli.View;

/// <summary>The walk on a terminal: both feet, what both do together, the last events, the data.</summary>
internal static class LiveView
{
    /// <summary>One frame.</summary>
    /// <param name="source">Where the walk comes from.</param>
    /// <param name="pace">How fast it is shown, in words.</param>
    /// <param name="state">What is known.</param>
    /// <param name="unicode">Whether the terminal shows more than ASCII.</param>
    /// <param name="hasCues">Whether there are cues.</param>
    public static IRenderable Frame(IWalkSource source, string pace, WalkState.Snapshot state, bool unicode, bool hasCues = false)
    {
        BoxBorder border = unicode ? BoxBorder.Rounded : BoxBorder.Ascii;
        var feet = new Grid { Expand = true };
        feet.AddColumn(new GridColumn().PadLeft(0)).AddColumn(new GridColumn().PadRight(0));
        feet.AddRow([.. new[] { Foot.Left, Foot.Right }.Select(f => FootPanel(f, source, state.Feet[(int)f], unicode).Border(border))]);
        return new Rows(
        [
            new Text(Title(source, pace, state)),
            feet,
            .. hasCues ? (IRenderable[])[new Text($"  cues  {(state.Cues is { } cues ? CueLine.Of(cues) : Phrases.Nothing)}")] : [],
            new Panel(new Rows(Together(state, unicode).Select(l => new Text(l)))) { Header = new PanelHeader(" both feet "), Border = border, Expand = true },
            new Panel(new Rows(Recent(state).Select(l => new Text(l)))) { Header = new PanelHeader(" last events "), Border = border, Expand = true },
            .. state.Faults.Select(f => new Text($"CHECK THE SENSOR  {f}")),
            new Text(Data(state)),
        ]);
    }

    private static string Title(IWalkSource source, string pace, WalkState.Snapshot state)
    {
        double seconds = state.Feet.Max(f => f.Pose?.Time.Seconds ?? 0);
        string share = source.Progress is { } p ? string.Create(CultureInfo.InvariantCulture, $" ({Math.Floor(p * 100):0} %)") : "";
        return $"{source.Name}   {Phrases.Clock(seconds)}{share}   {(state.Metrics?.IsWalking == true ? "walking" : "standing")}   {pace}   Ctrl-C ends and saves";
    }

    private static Panel FootPanel(Foot foot, IWalkSource source, WalkState.FootState state, bool unicode)
    {
        string[] lines = source.Feet.Contains(foot)
            ?
            [
                state.Pose is { } pose ? $"{Phrases.Picture(pose.Phase, unicode)}  {Phrases.Of(pose.Phase)}" : "waiting for samples",
                $"direction  {(state.Last is { } d ? $"{Phrases.Arrow(d.Direction, unicode)} {Words.ForPeople(d.Direction)}" : Phrases.Nothing)}",
                $"length     {Phrases.Number(state.Last?.LengthM, "0.00", "m")}",
                $"time       {Phrases.Number(state.Last?.StrideTimeS, "0.00", "s")}   swing {Phrases.Number(state.Last?.SwingTimeS, "0.00", "s")}",
                $"lift       {Phrases.Number(state.Last?.ClearanceM * 100, "0.0", "cm")}",
                $"strides    {state.Valid} valid, {state.Rejected} rejected",
            ]
            : ["no sensor on this foot", "", "", "", "", ""];
        return new Panel(new Rows(lines.Select(l => new Text(l)))) { Header = new PanelHeader($" {Words.Of(foot)} foot "), Expand = true };
    }

    private static IEnumerable<string> Together(WalkState.Snapshot state, bool unicode)
    {
        LiveMetrics? m = state.Metrics;
        WalkingDirection direction = m?.Direction ?? WalkingDirection.Unknown;
        yield return $"direction  {Phrases.Arrow(direction, unicode)} {Words.ForPeople(direction)}".PadRight(30) +
            $"cadence {Phrases.Number(m?.CadenceStepsPerMin, "0", "steps/min")}".PadRight(26) + $"speed {Phrases.Number(m?.SpeedMps, "0.00", "m/s")}";
        yield return Bar("stride length", m?.LengthSymmetryPercent, "longer", m?.StridesPerFoot, unicode);
        yield return Bar("swing time", m?.SwingTimeSymmetryPercent, "longer", m?.StridesPerFoot, unicode);
        yield return Bar("step time", m?.StepTimeSymmetryPercent, "longer", m?.StridesPerFoot, unicode);
    }

    private static string Bar(string what, double? percent, string more, int? strides, bool unicode)
    {
        string text = percent is null && strides is > 0 and < 10 and { } few ? $"from 10 strides of each foot on ({few} so far)" : Phrases.Symmetry(percent, more);
        return $"{what,-14} left {Phrases.SymmetryBar(percent, unicode)} right  {text}";
    }

    private static IEnumerable<string> Recent(WalkState.Snapshot state) =>
        state.Recent.Concat(Enumerable.Repeat("", WalkState.RecentLines - state.Recent.Count));

    private static string Data(WalkState.Snapshot state)
    {
        string gaps = state.Gaps == 0
            ? "data: no gaps"
            : string.Create(CultureInfo.InvariantCulture, $"data: {state.Gaps} gaps, {state.GapS:0.00} s without samples");
        return state.Dropped > 0 ? string.Create(CultureInfo.InvariantCulture, $"{gaps}; {state.Dropped} things not shown (the screen was too slow)") : gaps;
    }
}
