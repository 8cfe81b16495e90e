using System.Globalization;
using GaitSense.Analysis.Accuracy;
using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Real walks in a capture room: two with steps to the side and backward, the others forward.</summary>
internal static class PyshoeDirections
{
    /// <summary>The trials that are not forward only.</summary>
    public static readonly string[] Mixed = ["pyshoe-2017-11-22-11-27-30", "pyshoe-2018-02-09-11-29-43"];

    public static void Write(Markdown text)
    {
        text.Line();
        text.Line("## Steps to the side and backward, against motion capture");
        text.Line();
        text.Line("Mounting as declared. The two trials with steps in other directions, by label; then the forward trials together.");
        text.Head("recording", "label:", "strides", "right", "early right", "named otherwise: foot, time, named, early, confidence:");
        foreach (string name in Mixed)
        {
            foreach (RecordedWalk walk in RecordedWalk.All(n => string.Equals(n, name, StringComparison.Ordinal)))
                foreach (IGrouping<WalkingDirection, StridePair> label in Judge(walk).StridePairs.Where(p => p.Direction != WalkingDirection.Unknown).GroupBy(p => p.Direction))
                    Row(text, name, Words.ForPeople(label.Key), [.. label]);
        }

        List<StridePair> forward = [];
        List<string> backward = [];
        foreach (RecordedWalk walk in RecordedWalk.All(n => n.StartsWith("pyshoe-", StringComparison.Ordinal) && !Mixed.Contains(n, StringComparer.Ordinal)))
        {
            WalkOutcome outcome = walk.Walk();
            forward.AddRange(Judge(walk, outcome).StridePairs.Where(p => p.Direction == WalkingDirection.Forward));
            backward.AddRange(outcome.Strides.Where(s => s.IsValid && s.Direction == WalkingDirection.Backward).Select(s => string.Create(
                CultureInfo.InvariantCulture, $"{walk.Name} {Words.Of(s.Foot)} {s.TerminalContact.Seconds:F2} s ({s.LengthM ?? 0:F2} m, confidence {s.Confidence:F2})")));
        }

        Row(text, "forward trials", "forward", forward);
        text.Line();
        text.Line($"Strides called backward in the forward trials, labelled or not: {(backward.Count == 0 ? "none" : $"{backward.Count}: {string.Join("; ", backward)}")}.");
    }

    private static RecordingEvaluation Judge(RecordedWalk walk) => Judge(walk, walk.Walk());

    private static RecordingEvaluation Judge(RecordedWalk walk, WalkOutcome outcome)
    {
        Evaluation evaluation = new();
        return evaluation.Add(walk.Name, walk.Reference, outcome.Events, outcome.Strides);
    }

    private static void Row(Markdown text, string name, string label, List<StridePair> pairs) => text.Row(
        name, label, $"{pairs.Count}", $"{pairs.Count(p => p.Found == p.Direction)}", $"{pairs.Count(p => p.FoundEarly == p.Direction)}",
        string.Join("; ", pairs.Where(p => p.Found != p.Direction).Select(p => string.Create(
            CultureInfo.InvariantCulture, $"{Words.Of(p.Foot)} {p.TerminalContact.Seconds:F2} s {Words.ForPeople(p.Found)}, {Words.ForPeople(p.FoundEarly)}, {p.Confidence:F2}"))));
}
