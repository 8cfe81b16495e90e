using System.Globalization;
using GaitSense.Analysis.Accuracy;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>What half as much and half as much again of each threshold does to the figures.</summary>
internal static class SensitivityCommand
{
    public static int Run(Arguments arguments, TextWriter output)
    {
        IReadOnlyList<WalkGroup> groups = WalkGroup.All(arguments);
        Threshold[] thresholds = [.. Threshold.All.Where(t => Arguments.Matches(t.Name, arguments.Condition))];
        var before = new (RecordingEvaluation Judged, int Digest)[groups.Count];
        foreach ((int i, WalkGroup group) in groups.Index()) before[i] = (group.Judge(Thresholds.Default, out int digest), digest);

        Markdown text = new();
        text.Line("# Sensitivity to the core's thresholds");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}, algorithm version {Algorithm.Version}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --sensitivity`.");
        text.Line("One threshold at a time is halved, or made half as much again; all else is as it is. A cell names the figures that move by their last shown decimal, as they are → as they become.");
        text.Line("**nothing**: every event and stride is the same to the last bit. *below what is shown*: some event or stride differs, and no figure. Origins are the tables' own words (`GaitSense.Core`);");
        text.Line("\"chosen\" is a value whose derivation nobody wrote down. Pooled over the walks of a group; presets: seed 1, at most 45 s each.");
        text.Head(["as it is", .. groups.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Name} ({g.Walks.Count})"))]);
        foreach (Figure figure in Figure.All) text.Row([figure.Name, .. before.Select(b => figure.Text(figure.Of(b.Judged)))]);

        Progress progress = new(2 * thresholds.Length, "changes of a threshold");
        List<string> idle = [];
        foreach (IGrouping<string, Threshold> table in thresholds.GroupBy(t => t.Table.Name, StringComparer.Ordinal))
        {
            text.Line();
            text.Line($"## {table.First().Table.PropertyType.Name}");
            text.Head("threshold", "meaning:", "value", "unit:", "origin:", "-50 %:", "+50 %:");
            foreach (Threshold t in table)
            {
                string less = Effect(t.Times(0.5)), more = Effect(t.Times(1.5));
                if ((less, more) is (Nothing, Nothing)) idle.Add(t.Name);
                text.Row($"`{t.Name}`", t.Said.Meaning, t.Value.ToString("0.#####", CultureInfo.InvariantCulture), t.Said.Unit, t.Said.Origin, less, more);
            }
        }

        text.Line();
        text.Line(idle.Count == 0 ? "No threshold moves nothing." : $"These move no event or stride anywhere, by half or by half as much again (early events are not among them): {string.Join(", ", idle.Select(n => $"`{n}`"))}.");
        if (arguments.IsPart || arguments.Recording is not null) output.Write(text.ToString());
        else ResultFile.Write("sensitivity.md", text.ToString());
        return 0;

        string Effect(Thresholds changed)
        {
            List<string> cells = [];
            bool isAny = false;
            foreach ((int i, WalkGroup group) in groups.Index())
            {
                RecordingEvaluation after = group.Judge(changed, out int digest);
                isAny |= digest != before[i].Digest;
                string[] moved = [.. Figure.All.Select(f => f.Change(before[i].Judged, after)).OfType<string>()];
                if (moved.Length > 0) cells.Add($"{group.Name}: {string.Join(", ", moved)}");
            }

            progress.Step();
            return cells.Count > 0 ? string.Join("; ", cells) : isAny ? "*below what is shown*" : Nothing;
        }
    }

    private const string Nothing = "**nothing**";
}
