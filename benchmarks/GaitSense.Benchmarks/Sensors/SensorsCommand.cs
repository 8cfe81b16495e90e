using System.Collections.Concurrent;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Recorded feet with one thing wrong with their sensor at a time: is it named? And what is named of those that are well.</summary>
internal static class SensorsCommand
{
    // What is known of recordings whose sensors are named or clip, from how they were made and from all of a kind together.
    private static readonly string[] Remarks =
    [
        "- `geronimo-*` were streamed by sensors that send accelerometer and gyroscope apart; put together at 50 Hz (25 Hz in c03), sample by sample, the two lie up to a period of 20 ms (40 ms) apart. All",
        "  feet of the six recordings show 3 to 21 ms, c03 41 and 52 ms: taken for true. The walk allows for what is likely; the rest is said.",
        "- A delay is known no better than one person's walk lets it be, however many the swings: between 39 recordings with one kind of sensor (`truong-xsens`) the mean of both feet varies by 6.1 ms about 1.7,",
        "  5.5 of them alike in both feet; between 34 of another (`voisard`) by 4.4 about -0.4. With these 5 ms in the verdict, `tripod` (15 ms, lengths 1.7 cm too long and not 5 cm too short), `gottlieb`",
        "  and two `truong` are no longer named.",
        "- `truong-xsens-healt-83-1` (16 ms in both feet) is the outermost of 39 and reads 9.4 and 9.6 m/s² at rest: its gravity had been subtracted and was put back from an estimate (its README), which turns",
        "  with the swing as a delay does. From the readings alone the two cannot be told apart.",
        "- `truong-tcon` clips near 2.5 g by its README and is not named: its tops are arcs of 5 to 8 samples whose heights differ by 2 to 4 m/s² within a foot and from 20 to 30 between feet, nowhere two equal",
        "  readings. Gravity was subtracted from clipped readings and an estimate added; over a top of 60 ms the foot turns by up to 17 degrees, which moves a level by 2.9 m/s². The level that was flat is gone.",
    ];

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

        text.Line();
        foreach (string line in Remarks) text.Line(line);
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
