using System.Globalization;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;
using GaitSense.Core;

namespace GaitSense.Analysis.Accuracy;

/// <summary>The parts of <see cref="EvaluationReport"/>.</summary>
internal static class EvaluationPlots
{
    private const double EventRangeMs = 100;
    private const double LatencyRangeMs = 300;
    private const int MaxMarks = 800;

    public static string Tiles(EvaluationResult r)
    {
        List<string> tiles = [];
        Event(tiles, "Initial contact", r.InitialContact);
        Event(tiles, "Terminal contact", r.TerminalContact);
        if (r.Stride is { } s)
        {
            tiles.Add(Tile("Strides found", $"{s.Matched} <small>of {s.Labels}</small>", $"{s.Rejected} rejected, {s.Extra} extra"));
            if (s.LengthErrorCm is { } e) tiles.Add(Tile("Stride length error", $"{Markup.Number(e.Bias, 2)} <small>± {Markup.Number(e.Sd, 2)} cm</small>", $"RMSE {Markup.Number(e.Rmse, 2)} cm, 95 % within {Markup.Number(e.P95, 1)} cm"));
        }

        if (r.Sequence is { } q)
            tiles.Add(Tile("Stride sequences", $"{q.Strides} <small>of {q.ReferenceStrides}</small>", $"median length {string.Join(", ", q.MedianLengthDifferenceCm.Select(x => Markup.Number(x, 1)))} cm off"));
        return tiles.Count == 0 ? Page.Empty("The references hold no labels.") : $"<div class=\"tiles\">{string.Concat(tiles)}</div>";
    }

    public static string EventErrors(RecordingEvaluation r) => Pair(
        ("Initial contact", "left", r.InitialContactErrorsS, -EventRangeMs, EventRangeMs, 40, "error, ms (late +)"),
        ("Terminal contact", "right", r.TerminalContactErrorsS, -EventRangeMs, EventRangeMs, 40, "error, ms (late +)"));

    public static string Latency(RecordingEvaluation r) => Pair(
        ("Initial contact known after", "left", r.InitialContactKnownAfterS, -50, LatencyRangeMs, 35, "known after the reference, ms"),
        ("Terminal contact known after", "right", r.TerminalContactKnownAfterS, -50, LatencyRangeMs, 35, "known after the reference, ms"));

    public static string Lengths(RecordingEvaluation r)
    {
        IReadOnlyList<StridePair> pairs = r.StridePairs;
        BlandAltman? agreement = BlandAltman.Of([.. pairs.Select(p => p.ErrorM * 100)]);
        double limits = agreement is null ? 0 : Math.Max(-agreement.LowerLimit, agreement.UpperLimit) + agreement.LimitHalfWidth95;
        double most = Math.Max(limits * 1.15, Math.Max(5, pairs.Max(p => Math.Abs(p.ErrorM)) * 100));
        NiceScale y = NiceScale.Around(-most, most, 6);
        Plot size = Scatter("Bland-Altman plot of stride length.", pairs, p => 50 * (p.LengthM + p.ReferenceM), y, "mean of both, cm");
        string words = "";
        if (agreement is { } a)
        {
            AgreementPlot.Limits(size, a, 1);
            words = $"<p>Bias {Markup.Number(a.Bias, 2)} cm (95 % interval ± {Markup.Number(a.BiasHalfWidth95, 2)}), limits of agreement {Markup.Number(a.LowerLimit, 1)} to {Markup.Number(a.UpperLimit, 1)} cm (± {Markup.Number(a.LimitHalfWidth95, 1)}), n = {a.N}. Strides of one walk are not independent, so the intervals are a little too narrow.</p>";
        }

        StridePair[] timed = [.. pairs.Where(p => p.SpeedMps is not null)];
        Plot? speed = timed.Length == 0 ? null : Scatter("Error of stride length against speed.", timed, p => p.SpeedMps!.Value, y, "detected speed, m/s");
        Plot histogram = Histogram.Draw("Errors of stride length.", [.. pairs.Select(p => p.ErrorM * 100)], y.Min, y.Max, 40, "error, cm (too long +)", "left");
        return words + StrideLegend(pairs) + $"<div class=\"pair roomy\">{Panel("Agreement", size)}{(speed is null ? "" : Panel("Error against speed", speed))}{Panel("Errors", histogram)}</div>";
    }

    public static string Table(IReadOnlyList<RecordingEvaluation> rows) => Page.Table(
        [
            "Recording", "#IC labels", "#IC F1", "#IC bias ± SD, ms", "#IC known after, ms", "#TC F1", "#TC bias ± SD, ms", "#TC known after, ms", "#strides", "#extra", "#length bias ± SD, cm",
        ],
        rows.Select(r => new[]
        {
            Markup.Escape(r.Name), r.Result.InitialContact?.Labels.ToString(CultureInfo.InvariantCulture) ?? "–",
            Markup.Number(r.Result.InitialContact?.F1, 3), Spread(r.Result.InitialContact?.ErrorMs), Delay(r.Result.InitialContact?.KnownAfterReferenceMs),
            Markup.Number(r.Result.TerminalContact?.F1, 3), Spread(r.Result.TerminalContact?.ErrorMs), Delay(r.Result.TerminalContact?.KnownAfterReferenceMs),
            r.Result.Stride is { } s ? $"{s.Matched} / {s.Labels}" : r.Result.Sequence is { } q ? $"{q.Strides} / {q.ReferenceStrides}" : "–",
            r.Result.Stride?.Extra.ToString(CultureInfo.InvariantCulture) ?? "–", Spread(r.Result.Stride?.LengthErrorCm),
        }));

    public static string Rules() =>
        "<dl><dt>IC, TC</dt><dd>initial contact (the foot lands), terminal contact (the foot leaves the ground)</dd>"
        + "<dt>Match</dt><dd>one to one, nearest first, within 0.25 s, for each foot and kind of event</dd>"
        + "<dt>False alarm</dt><dd>an unmatched detection between the first and the last label of that foot, not inside a hole of more than 2.5 s, not where nothing is judged</dd>"
        + "<dt>F1</dt><dd>harmonic mean of the share of labels found and the share of detections that are right</dd>"
        + "<dt>Known after</dt><dd>median / 95th percentile of the time from the reference to the sample that fixed the event</dd>"
        + "<dt>Strides</dt><dd>a stride belongs to the reference stride that contains the middle of its swing; the nearest valid one counts, others are extra</dd>"
        + "<dt>SD</dt><dd>of the errors, n in the denominator; in the Bland-Altman plot n − 1</dd></dl>";

    private static void Event(List<string> tiles, string name, EventScore? e)
    {
        if (e is null) return;
        tiles.Add(Tile(name + ", F1", Markup.Number(e.F1, 3), $"{e.Labels} labels; recall {Markup.Number(e.Recall, 3)}, precision {Markup.Number(e.Precision, 3)}"));
        if (e.ErrorMs is { } error)
            tiles.Add(Tile(name + ", error", $"{Markup.Number(error.Bias, 1)} <small>± {Markup.Number(error.Sd, 1)} ms</small>", $"mean size {Markup.Number(error.Mae, 1)} ms; known after {Delay(e.KnownAfterReferenceMs)} ms"));
    }

    private static string Tile(string name, string valueHtml, string note) =>
        $"<div class=\"tile\"><div class=\"name\">{Markup.Escape(name)}</div><div class=\"value\">{valueHtml}</div><div class=\"why\">{Markup.Escape(note)}</div></div>";

    private static string Pair(params (string Name, string Css, IReadOnlyList<double> ValuesS, double Low, double High, int Bins, string XLabel)[] panels) =>
        $"<div class=\"pair roomy\">{string.Concat(panels.Where(p => p.ValuesS.Count > 0).Select(p => Panel(p.Name, Histogram.Draw(p.Name + ": distribution.", [.. p.ValuesS.Select(v => v * 1000)], p.Low, p.High, p.Bins, p.XLabel, p.Css))))}</div>";

    private static Plot Scatter(string title, IReadOnlyList<StridePair> pairs, Func<StridePair, double> x, NiceScale y, string xLabel)
    {
        Plot plot = new(title, 500, 340, NiceScale.Around(pairs.Min(x), pairs.Max(x)), y, xLabel, "error, cm (too long +)");
        plot.HorizontalLine(0, "zero");
        foreach ((WalkingDirection? direction, MarkShape shape, string css, _) in Kinds)
            plot.Marks(Thin.Evenly([.. pairs.Where(p => Is(p, direction)).Select(p => new PlotPoint(x(p), p.ErrorM * 100))], MaxMarks), shape, css + " faint");
        return plot;
    }

    private static (WalkingDirection? Direction, MarkShape Shape, string Css, string Text)[] Kinds { get; } =
    [
        (WalkingDirection.Forward, MarkShape.Circle, "left", "forward"),
        (WalkingDirection.Backward, MarkShape.HollowDiamond, "right", "backward"),
        (null, MarkShape.Cross, "reject", "other or no direction label"),
    ];

    private static bool Is(StridePair p, WalkingDirection? direction) =>
        direction is { } d ? p.Direction == d : p.Direction is not (WalkingDirection.Forward or WalkingDirection.Backward);

    private static string StrideLegend(IReadOnlyList<StridePair> pairs)
    {
        Legend legend = new();
        foreach ((WalkingDirection? direction, MarkShape shape, string css, string text) in Kinds)
            if (pairs.Any(p => Is(p, direction))) legend.Mark(shape, css, text);
        return legend.Area("calm", "95 % interval of the bias").Area("turn", "95 % interval of the limits").ToHtml();
    }

    private static string Panel(string name, Plot plot) => $"<div><h3>{Markup.Escape(name)}</h3><div class=\"scroll\">{plot.ToSvg()}</div></div>";

    private static string Spread(ErrorSpread? s) => s is null ? "–" : $"{Markup.Number(s.Bias, 1)} ± {Markup.Number(s.Sd, 1)}";

    private static string Delay(DelaySpread? d) => d is null ? "–" : $"{Markup.Number(d.MedianMs, 0)} / {Markup.Number(d.P95Ms, 0)}";
}
