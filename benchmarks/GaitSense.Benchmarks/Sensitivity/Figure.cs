using System.Globalization;
using GaitSense.Analysis.Accuracy;

namespace GaitSense.Benchmarks;

/// <summary>A figure that an expert looks at.</summary>
/// <param name="Name">What it is, with its unit.</param>
/// <param name="Decimals">With how many decimals it is shown; what does not move the last of them did not move.</param>
/// <param name="Of">The figure of a group of walks; null where there are no references for it.</param>
internal sealed record Figure(string Name, int Decimals, Func<RecordingEvaluation, double?> Of)
{
    public static IReadOnlyList<Figure> All { get; } =
    [
        new("length bias cm", 1, e => e.Result.Stride?.LengthErrorCm?.Bias),
        new("length RMSE cm", 1, e => e.Result.Stride?.LengthErrorCm?.Rmse),
        new("IC F1", 3, e => e.Result.InitialContact?.F1),
        new("IC RMSE ms", 0, e => e.Result.InitialContact?.ErrorMs?.Rmse),
        new("TC F1", 3, e => e.Result.TerminalContact?.F1),
        new("TC RMSE ms", 0, e => e.Result.TerminalContact?.ErrorMs?.Rmse),
        new("strides found %", 1, e => e.Result.Stride is { Labels: > 0 } s ? 100.0 * s.Matched / s.Labels : null),
        new("false strides %", 1, e => e.Result.Stride is { Labels: > 0 } s ? 100.0 * s.Extra / s.Labels : null),
        new("direction right %", 1, e => e.Direction is { Strides: > 0 } d ? 100 * d.Share(d.Right) : null),
    ];

    /// <summary>What became of it; null: nothing that shows.</summary>
    public string? Change(RecordingEvaluation before, RecordingEvaluation after)
    {
        string was = Text(Of(before)), now = Text(Of(after));
        return string.Equals(was, now, StringComparison.Ordinal) ? null : $"{Name} {was} → {now}";
    }

    public string Text(double? value) => value is { } v ? (Math.Round(v, Decimals) + 0.0).ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "none";
}
