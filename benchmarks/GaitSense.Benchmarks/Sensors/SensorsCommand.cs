using System.Collections.Concurrent;
using GaitSense.Analysis;
using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Recorded feet with one thing wrong with their sensor at a time: is it named? And what is named of those that are well.</summary>
internal static class SensorsCommand
{
    public static int Run(Arguments arguments, TextWriter output)
    {
        if (RecordedWalk.Folder is null)
        {
            output.WriteLine("No recordings of real walks were at hand (a folder named by GAITSENSE_DATA, or shared/data above the repository).");
            return 1;
        }

        RecordedFoot[] feet = [.. RecordedFoot.All(arguments.Recording)];
        Alteration[] alterations = [.. Alteration.All.Where(a => Arguments.Matches(a.Name, arguments.Condition))];
        var results = new ConcurrentBag<Altered>();
        var well = new ConcurrentDictionary<RecordedFoot, FootFindings>();
        IGrouping<string, RecordedFoot>[] walks = [.. feet.GroupBy(f => f.Walk, StringComparer.Ordinal)];
        Progress progress = new(walks.Length, "walks");
        Parallel.ForEach(walks, walk =>
        {
            RecordedFoot[] both = [.. walk];
            FootFindings[] unaltered = FootFindings.Of([.. both.Select(f => (f, f.Samples))]);
            for (int i = 0; i < both.Length; i++) well[both[i]] = unaltered[i];
            foreach (Alteration a in alterations)
            {
                FootFindings[] findings = FootFindings.Of([.. both.Select((f, i) => (f, a.Of(f.Samples, unaltered[i].MidWalk)))]);
                // What a sensor that froze did to the strides is told by which are left.
                for (int i = 0; i < both.Length; i++)
                    results.Add(new Altered(a, both[i], unaltered[i], findings[i], findings[i].IsChanged(unaltered[i]) || a.Name.StartsWith("frozen", StringComparison.Ordinal)));
            }

            progress.Step();
        });

        string text = Report(feet, alterations, [.. results], well);
        bool isPart = arguments.IsPart || arguments.Recording is not null;
        if (isPart) output.Write(text);
        else ResultFile.Write("sensors.md", text);
        if (arguments.Failures || isPart)
        {
            foreach (Altered r in results.Where(r => r.Changed && !r.IsNamed).OrderBy(r => r.Foot.Name, StringComparer.Ordinal)) output.WriteLine(r.Line());
            foreach (RecordedFoot f in feet.Where(_ => arguments.Failures)) output.WriteLine(Altered.Of(f.Name, "unaltered", well[f]));
        }

        return 0;
    }

    private static string Report(RecordedFoot[] feet, Alteration[] alterations, Altered[] results, ConcurrentDictionary<RecordedFoot, FootFindings> well)
    {
        Markdown text = new();
        text.Line("# Sensors that are wrong");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --sensors`.");
        text.Line($"{feet.Length} recorded feet, both of a walk altered one way at a time. Changed: the median length of valid strides by more than 3 %, or half of the strides lost; a frozen sensor always counts. What of those is");
        text.Line("named right, named otherwise, and not at all; and what is named where nothing was changed enough to matter.");
        text.Head("altered", "feet", "changed", "named right", "%", "named otherwise", "silent", "unchanged, named right");
        foreach (Alteration a in alterations)
        {
            Altered[] of = [.. results.Where(r => r.Alteration == a)], changed = [.. of.Where(r => r.Changed)];
            Row(a.Name, of, changed);
        }

        Row("all", results, [.. results.Where(r => r.Changed)]);
        text.Line();
        RecordedFoot[] alarms = [.. feet.Where(f => well[f].HasAny)];
        text.Line($"Unaltered: {alarms.Length} of {feet.Length} feet have a fault named.");
        text.Head("recording", "named:", "gyroscope's delay, ms", "its scale");
        foreach (RecordedFoot f in alarms)
        {
            SensorHealth h = well[f].Health;
            text.Row(f.Name, well[f].Named, FormattableString.Invariant($"{1000 * h.GyroDelayS:0} +- {1000 * h.GyroDelaySdS:0}"), FormattableString.Invariant($"{h.GyroScale:0.00}"));
        }

        return text.ToString();

        void Row(string name, Altered[] of, Altered[] changed)
        {
            int right = changed.Count(r => r.IsNamed), otherwise = changed.Count(r => !r.IsNamed && r.After.HasAny);
            text.Row(
                name, Text(of.Length), Text(changed.Length), Text(right), changed.Length == 0 ? "" : FormattableString.Invariant($"{100.0 * right / changed.Length:0.0}"),
                Text(otherwise), Text(changed.Length - right - otherwise), Text(of.Count(r => !r.Changed && r.IsNamed)));
        }

        static string Text(int n) => FormattableString.Invariant($"{n}");
    }

    private sealed record Altered(Alteration Alteration, RecordedFoot Foot, FootFindings Before, FootFindings After, bool Changed)
    {
        public bool IsNamed => Alteration.IsNamed(After);

        public static string Of(string name, string how, FootFindings f) => FormattableString.Invariant(
            $"{name}: {how}: {f.Valid} valid, {f.LengthM:0.000} m; {f.Named}; swings {f.Health.Swings}, scale {f.Health.GyroScale:0.000}, delay {1000 * f.Health.GyroDelayS:0.0} +- {1000 * f.Health.GyroDelaySdS:0.0} ms");

        public string Line() => Of(Foot.Name, FormattableString.Invariant($"{Alteration.Name} (before {Before.Valid}, {Before.LengthM:0.000} m)"), After);
    }
}
