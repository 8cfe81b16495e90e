using GaitSense.Training.Days;
using GaitSense.Training.Records;
using GaitSense.Training.Regimes;
using GaitSense.Training.TimedTests;

namespace GaitSense.Training.Verdicts;

/// <summary>What the desk is told beside the result of a timed test: what it was the time before, and the limit of change where verdicts are on.</summary>
public static class EarlierResults
{
    /// <summary>The lines, the last value first. Results of another test, definition, instruction, aid or orthosis are not among what is compared.</summary>
    /// <param name="setting">The test.</param>
    /// <param name="definition">The definition of the result.</param>
    /// <param name="sessions">The person's sessions, this one among them.</param>
    /// <param name="now">This session.</param>
    /// <param name="statement">Under which rules verdicts are shown; null: they are off.</param>
    /// <param name="table">The limits; null: those that come with the program.</param>
    public static IReadOnlyList<string> Lines(TestSetting setting, string definition, IEnumerable<Session> sessions, Session now, Statement? statement, LimitTable? table = null)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(now);
        table ??= LimitTable.BuiltIn;
        bool isSimulated = now.Source == SessionSource.Simulation;
        Series? series = SeriesBuilder.Of(sessions, table, isSimulated).FirstOrDefault(s => IsOf(s.Key, setting, definition, now));
        DateOnly today = LocalDay.Of(now);
        string what = isSimulated ? "last simulated visit" : "last visit";
        if (series?.Values.LastOrDefault(v => v.Day < today) is not { } last) return [$"{what}: none of the same test, definition, instruction, aid and orthosis"];
        int decimals = table.Find(series.Key.Name)?.Decimals ?? 2;
        List<string> lines = [FormattableString.Invariant($"{what}: {Math.Round(last.Value, decimals)} {series.Unit} on {last.Day:yyyy-MM-dd}{(last.Of > 1 ? FormattableString.Invariant($" (mean of {last.Of})") : "")}")];
        if (VerdictRules.WhyNever(series.Key, table) is { } never) return [.. lines, "no verdict: " + never];
        if (statement is null) return [.. lines, StatementLine.Off];
        if (VerdictRules.WhyNotAlike(series.Key) is { } unlike) return [.. lines, "no verdict: " + unlike];
        Verdict verdict = VerdictRules.Judge(series, new VerdictFamily(), statement, table);
        return [.. lines, $"{(isSimulated ? "simulated: " : "")}{verdict.Words}", .. ProgressText.Sentences(new ProgressSeries { Series = series with { LeftOut = [] }, Verdict = verdict }, s => s), Verdict.Purpose];
    }

    private static bool IsOf(SeriesKey key, TestSetting setting, string definition, Session now) =>
        string.Equals(key.Quantity, setting.Test.Name, StringComparison.Ordinal) && string.Equals(key.Definition, definition, StringComparison.Ordinal)
        && string.Equals(key.Instruction, setting.InstructionGiven, StringComparison.Ordinal) && key.Aid == now.Aid && key.Orthosis == now.Orthosis;
}
