using System.Globalization;
using System.Text;
using GaitSense.Analysis.Accuracy;
using GaitSense.Analysis.Walks;

namespace GaitSense.Benchmarks;

/// <summary>The matrix as Markdown: where it stops being good and every factor pooled; every cell only where the whole is asked for.</summary>
internal sealed class RobustnessReport
{
    private readonly StringBuilder _text = new();
    private readonly List<(Condition Condition, Cell Pooled, List<(string Preset, Cell Cell)> Presets)> _conditions;

    public RobustnessReport(IReadOnlyList<SimulatedRun> runs)
    {
        _conditions = [.. runs.GroupBy(r => r.Condition).AsParallel().AsOrdered().Select(of =>
        {
            Evaluation evaluation = SimulatedRun.Judge(of);
            return (of.Key, new Cell(evaluation.Pooled), of.Select(r => r.Preset.Name).Distinct(StringComparer.Ordinal).Select(p => (p, Of(evaluation, p))).ToList());
        })];

        static Cell Of(Evaluation evaluation, string preset) => new(
            evaluation.PooledByKind.Concat(evaluation.Recordings).First(r => string.Equals(r.Kind, preset, StringComparison.Ordinal)));
    }

    public string ToMarkdown(int seeds, bool isWhole)
    {
        _text.Clear();
        _text.Append("# Robustness: where it stops being good\n\n");
        _text.Append(CultureInfo.InvariantCulture, $"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --robustness`: simulated walks of up to 60 s\n");
        _text.Append(CultureInfo.InvariantCulture, $"with known truth, {seeds} seeds each, judged as `gaitsense evaluate` does. One factor is varied at a time from a base that a good shoe sensor gives\n");
        _text.Append("(100 Hz, 16 g, 2000 degrees/s, 0.18 mg and 0.007 degrees/s per root Hz, no loss, mounting declared but tilted by the shoe); corners take several at once.\n");
        _text.Append("Loss is in bursts of 3 samples in the mean. IC and TC: initial and terminal contact. \"Early\": named in mid-swing, before the landing. An unknown is not right, and not wrong.\n");
        _text.Append("Presets whose point is their sensor (unknown-mounting, lost-packets, cheap-sensor) are left out: the conditions are what they are about.\n");
        _text.Append(CultureInfo.InvariantCulture, $"A cell is **bold** beyond its limit: {Cell.Limits}.\nA walk is good where no cell is bold.\n");
        if (!isWhole) _text.Append("This is the summary; with `--whole` every walk under every condition is written to `artifacts/robustness.md` too.\n");
        Summary();
        Pooled();
        if (!isWhole) return _text.ToString();
        foreach (IGrouping<string, (Condition Condition, Cell Pooled, List<(string, Cell)> Presets)> factor in _conditions.GroupBy(c => c.Condition.Factor, StringComparer.Ordinal))
            foreach ((Condition condition, _, List<(string, Cell)> presets) in factor) Details(condition, presets);
        return _text.ToString();
    }

    private void Summary()
    {
        HashSet<string> good = [.. _conditions[0].Presets.Where(p => p.Cell.Beyond.Count == 0).Select(p => p.Preset)];
        InShort(good);
        _text.Append("\n## What each condition costs\n\n| condition | good walks | no longer good, though good in the base; in the base: what is beyond |\n|---|--:|---|\n");
        foreach ((Condition condition, _, List<(string Preset, Cell Cell)> presets) in _conditions)
        {
            bool isBase = condition == Conditions.Base;
            IEnumerable<string> lost = presets.Where(p => p.Cell.Beyond.Count > 0 && (isBase || good.Contains(p.Preset))).Select(p => isBase ? $"{p.Preset} ({string.Join(", ", p.Cell.Beyond)})" : p.Preset);
            _text.Append(CultureInfo.InvariantCulture, $"| {condition.Name} | {presets.Count(p => p.Cell.Beyond.Count == 0)} of {presets.Count} | {string.Join(isBase ? "; " : ", ", lost)} |\n");
        }

        Condition[] corners = [.. _conditions.Select(c => c.Condition).Where(c => c.Why.Length > 0)];
        if (corners.Length == 0) return;
        _text.Append("\nThe corners:\n\n");
        foreach (Condition corner in corners) _text.Append(CultureInfo.InvariantCulture, $"- {corner.Level}: {corner.Why}.\n");
    }

    private void InShort(HashSet<string> good)
    {
        (string Name, int Lost)[] costs = [.. _conditions.Skip(1).Select(c => (c.Condition.Name, c.Presets.Count(p => p.Cell.Beyond.Count > 0 && good.Contains(p.Preset))))];
        string[] wrong = [.. _conditions.SelectMany(c => c.Presets.Where(p => p.Cell.IsConfidentlyWrong).Select(p => $"{p.Preset} ({c.Condition.Name})"))];
        _text.Append("\n## In short\n\n");
        _text.Append(CultureInfo.InvariantCulture, $"- In the base condition {good.Count} of {_conditions[0].Presets.Count} walks are good.\n");
        _text.Append(CultureInfo.InvariantCulture, $"- No further walk is lost by: {Listed(costs.Where(c => c.Lost == 0).Select(c => c.Name))}.\n");
        _text.Append(CultureInfo.InvariantCulture, $"- Walks are lost by: {Listed(costs.Where(c => c.Lost > 0).OrderBy(c => c.Lost).Select(c => $"{c.Name} ({c.Lost})"))}.\n");
        _text.Append(CultureInfo.InvariantCulture, $"- Fewer than 90 % of the strides are measured under: {Listed(_conditions.Where(c => c.Pooled.FoundShare < 0.9).Select(c => $"{c.Condition.Name} ({Cell.Percent(c.Pooled.FoundShare)})"))}. Nearly all others are rejected, with the reason, rather than guessed across lost samples.\n");
        _text.Append(CultureInfo.InvariantCulture, $"- Directions wrong with confidence in more than 0.1 % of the strides: {Listed(wrong)}.\n");
    }

    private static string Listed(IEnumerable<string> names) => names.ToArray() is { Length: > 0 } some ? string.Join("; ", some) : "none";

    private void Pooled()
    {
        _text.Append("\n## All walks pooled\n\n");
        Head("condition");
        foreach ((Condition condition, Cell pooled, _) in _conditions) _text.Append(CultureInfo.InvariantCulture, $"| {condition.Name} | {pooled.Row} |\n");
    }

    private void Details(Condition condition, List<(string Preset, Cell Cell)> presets)
    {
        _text.Append(CultureInfo.InvariantCulture, $"\n## {condition.Name}\n\n");
        Head("walk");
        foreach ((string preset, Cell cell) in presets) _text.Append(CultureInfo.InvariantCulture, $"| {preset} | {cell.Row} |\n");
    }

    private void Head(string first) =>
        _text.Append(CultureInfo.InvariantCulture, $"| {first} | {Cell.Headings} |\n|---|{string.Concat(Cell.Headings.Split(" | ").Select(_ => "--:|"))}\n");
}
