using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>When a foot stands still, by the core and by SHOE, on recorded feet whose contacts are labelled.</summary>
internal static class StillnessCommand
{
    private static readonly double[] WindowsS = [0.025, 0.05, 0.1];

    // Six steps a decade.
    private static readonly double[] Thresholds = [.. Enumerable.Range(0, 37).Select(i => Math.Pow(10, 2 + (i / 6.0)))];

    public static int Run(TextWriter output)
    {
        if (RecordedWalk.Folder is null)
        {
            output.WriteLine("No recordings of real walks were at hand (a folder named by GAITSENSE_DATA, or shared/data above the repository).");
            return 1;
        }

        // The same walk once more, with other axes or backward in time, tells nothing new.
        static bool IsOriginal(string name) => !name.EndsWith("-m", StringComparison.Ordinal)
            && !name.Contains("raw-mounting", StringComparison.Ordinal) && !name.Contains("there-and-back", StringComparison.Ordinal);
        RecordedWalk[] walks = [.. new[] { RecordedWalk.Folder, RecordedWalk.More! }.Where(Directory.Exists).SelectMany(f => RecordedWalk.All(f, IsOriginal)).Where(w => w.Reference.Events is not null)];
        string[] names = ["GaitSense", .. WindowsS.Select(w => FormattableString.Invariant($"SHOE, {w} s"))];
        (string Set, FootStretch[][] Of)[] all =
        [
            .. walks.AsParallel().AsOrdered().SelectMany(w => new[] { Foot.Left, Foot.Right }
                .Select(f => (Foot: f, Samples: f == Foot.Left ? w.Left : w.Right)).Where(f => f.Samples.Length > 0)
                .Select(f => (w.Name.Split('-')[0], Judged(w, f.Foot, f.Samples)))),
        ];
        Markdown text = new();
        text.Line("# When a foot stands still");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --stillness`.");
        text.Line("The core's own stillness (causal) beside SHOE (Skog et al. 2010; windows that look half their length ahead, 0.01 m/s² and 0.1 °/s), on recorded feet whose contacts are labelled. False: share of the swings' samples");
        text.Line("(but for 0.05 s at either end) called still. Found: share of stances with a still moment. Still: median time that these are still. SHOE's threshold is the one with the greatest found less false share");
        text.Line("over all data (the sets count alike); \"own\": over that set alone, of all windows; \"as few false\": the greatest with no more false than the core, of the window that then finds most.");
        text.Head("data", "detector:", "threshold", "stances", "false, %", "found, %", "still, s");
        string[] sets = [.. all.Select(a => a.Set).Distinct(StringComparer.Ordinal)];
        double[] best = [.. WindowsS.Select((_, w) => Thresholds.MaxBy(t => sets.Sum(s => Gain(Score(s, w + 1, t)))))];
        foreach (string set in sets)
        {
            StillnessScore own = Score(set, 0, 0.5);
            Row(set, names[0], null, own);
            for (int w = 0; w < WindowsS.Length; w++) Row(set, names[w + 1], best[w], Score(set, w + 1, best[w]));
            (int Window, double Threshold, StillnessScore Score)[] swept = [.. from w in Enumerable.Range(1, WindowsS.Length) from t in Thresholds select (w, t, Score(set, w, t))];
            (int window, double threshold, StillnessScore score) = swept.MaxBy(s => Gain(s.Score));
            Row(set, names[window] + ", own", threshold, score);
            (window, threshold, score) = swept.Where(s => s.Score.False <= own.False).MaxBy(s => s.Score.Found);
            Row(set, names[window] + ", as few false", threshold, score);
        }

        ResultFile.Write("stillness.md", text.ToString());
        return 0;

        IEnumerable<(string Set, FootStretch[][] Of)> Those(string set) => all.Where(a => string.Equals(a.Set, set, StringComparison.Ordinal));

        StillnessScore Score(string set, int detector, double threshold) => StillnessScore.Of([.. Those(set).SelectMany(a => a.Of[detector])], threshold);

        void Row(string set, string name, double? threshold, StillnessScore s) => text.Row(
            set, name, threshold is { } t ? FormattableString.Invariant($"{t:0}") : "", FormattableString.Invariant($"{Those(set).Sum(a => a.Of[0].Count(x => x.IsStance))}"),
            FormattableString.Invariant($"{100 * s.False:0.00}"), FormattableString.Invariant($"{100 * s.Found:0.0}"), FormattableString.Invariant($"{s.StillS:0.00}"));
    }

    private static double Gain(StillnessScore s) => s.Found - s.False;

    private static FootStretch[][] Judged(RecordedWalk walk, Foot foot, ImuSample[] samples)
    {
        StillTimes still = new();
        FootPipeline pipeline = new(foot, foot == Foot.Left ? walk.Options.Left : walk.Options.Right, still);
        foreach (ref readonly ImuSample sample in samples.AsSpan()) pipeline.Push(in sample);
        pipeline.Complete();
        double[] own = [.. samples.Select(s => still.Contains(s.Time) ? 0.0 : 1.0)];
        return [.. WindowsS.Select(w => ShoeStatistic.Of(samples, w)).Prepend(own).Select(values => FootStretch.Of(walk, foot, samples, values).ToArray())];
    }

    private sealed class StillTimes : HashSet<DeviceTime>, IWalkObserver
    {
        public void OnPose(in FootPose pose)
        {
            if (pose.Phase == FootPhase.FootFlat) Add(pose.Time);
        }
    }
}
