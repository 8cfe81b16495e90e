using System.Globalization;
using GaitSense.Analysis.Accuracy;

namespace GaitSense.Benchmarks;

/// <summary>One row of the matrix: its figures as text, those beyond a limit in bold, and what is beyond.</summary>
internal sealed class Cell
{
    public const string Headings =
        "IC F1 | IC bias ± SD ms | TC F1 | TC bias ± SD ms | length bias ± SD cm | found / strides | rejected | extra | direction right | unknown | early right | early unknown | confident and wrong";

    /// <summary>The limits, for people.</summary>
    public const string Limits =
        "F1 of contacts at least 0.98, their times' bias within 30 ms and SD at most 25 ms; length bias within 3 cm and SD at most 5 cm;" +
        "\ndirection right in at least 98 %, early in at least 95 %; wrong with confidence in at most 0.1 %";

    private readonly List<string> _columns = [];
    private readonly List<string> _beyond = [];

    public Cell(RecordingEvaluation e)
    {
        Contact("IC", e.Result.InitialContact);
        Contact("TC", e.Result.TerminalContact);
        StrideScore? s = e.Result.Stride;
        if (s?.LengthErrorCm is { } length) Add($"{Signed(length.Bias)} ± {F(length.Sd, 1)}", Math.Abs(length.Bias) > 3 || length.Sd > 5, "length");
        else Add("", s is { Labels: > 0 }, "length");
        FoundShare = s is { Labels: > 0 } ? (double)s.Matched / s.Labels : 0;
        Add($"{s?.Matched ?? 0} / {s?.Labels ?? 0}");
        Add(F(s?.Rejected ?? 0, 0));
        Add(F(s?.Extra ?? 0, 0));
        if (e.Direction is not { } d)
        {
            for (int i = 0; i < 5; i++) Add("");
            return;
        }

        Add(Percent(d.Share(d.Right)), d.Share(d.Right) < 0.98, "direction");
        Add(Percent(d.Share(d.Unknown)));
        Add(Percent(d.Share(d.EarlyRight)), d.Share(d.EarlyRight) < 0.95, "early direction");
        Add(Percent(d.Share(d.EarlyUnknown)));
        IsConfidentlyWrong = d.Share(d.ConfidentWrong) > 0.001;
        Add(Percent(d.Share(d.ConfidentWrong)), d.Share(d.ConfidentWrong) > 0.001, "wrong with confidence");
    }

    /// <summary>The row's cells.</summary>
    public string Row => string.Join(" | ", _columns);

    /// <summary>What is beyond its limit, with the figure; empty where all is good.</summary>
    public IReadOnlyList<string> Beyond => _beyond;

    /// <summary>Share of the strides that were found and valid.</summary>
    public double FoundShare { get; }

    /// <summary>Whether too many directions were wrong with confidence.</summary>
    public bool IsConfidentlyWrong { get; }

    public static string Percent(double share) => F(share * 100, share is > 0 and < 0.001 ? 2 : 1) + " %";

    public static string F(double value, int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Signed(double value) => (value > 0 ? "+" : "") + F(value, 1);

    private void Contact(string name, EventScore? score)
    {
        double f1 = score?.F1 ?? 0;
        Add(score is null ? "" : F(f1, 3), score is not null && f1 < 0.98, name + " F1");
        if (score?.ErrorMs is { } e) Add($"{Signed(e.Bias)} ± {F(e.Sd, 1)}", Math.Abs(e.Bias) > 30 || e.Sd > 25, name + " time");
        else Add("");
    }

    private void Add(string text, bool isBeyond = false, string what = "")
    {
        _columns.Add(isBeyond ? $"**{(text.Length > 0 ? text : "none")}**" : text);
        if (isBeyond) _beyond.Add(text.Length > 0 ? $"{what} {text}" : $"no {what}");
    }
}
