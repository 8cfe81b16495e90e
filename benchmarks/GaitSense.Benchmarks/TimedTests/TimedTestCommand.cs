using System.Globalization;
using GaitSense.Analysis.Walks;
using GaitSense.Simulation.Radio;

namespace GaitSense.Benchmarks;

/// <summary>Timed tests on 400 simulated walks with truth.</summary>
internal static class TimedTestCommand
{
    // Seeds of the walks that are judged; those that the figures of LengthError were found on begin at 1.
    private const ulong Judged = 60_000, Fitted = 1;

    private static readonly (string Id, string Name, int Walks)[] Lines = [("t25fw", "T25FW, 7.62 m forward", 130), ("t25bw", "7.62 m backward", 60), ("3mbw", "3MBW, 3 m backward", 90)];

    public static int Run(Arguments arguments, TextWriter output)
    {
        ulong from = arguments.Fit ? Fitted : Judged;
        int part = arguments.SeedsOr(0);
        Markdown text = new();
        text.Line("# Timed tests");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --timed-tests`.");
        text.Line();
        text.Line("**These are simulated walks. No person walked them, and nothing here is an accuracy on people.** Healthy people and simulated people with slow, uneven, spastic, dropped and ataxic gait and with a stick,");
        text.Line("each drawn anew, in the way of any walk (`SampledSource`, `LiveWalk`, `WalkPipeline`), with sensors that have errors and clocks aligned to 2 ms. The truth is geometry: when the tip of a shoe (backward: a heel)");
        text.Line("passes the plane over the line. Seeds are other ones than those the sizes of errors were found on. They are the second such set: on the first (from 50 000) one walk of 280 was wrong and unflagged; after it the limit of a candidate went from 1 % to 0.4 %.");
        text.Line("What was changed since was worked out on seeds from 70 000 and 90 000, of the same size.");
        LineTrial[][] lines = [.. Lines.Select((l, i) => All(part > 0 ? part : l.Walks, n => LineTrial.Run(l.Id, from + ((ulong)i * 1000) + (ulong)n, landsOnLine: false), l.Id))];
        LinePage.Write(text, [.. Lines.Select((l, i) => (l.Name, lines[i]))]);
        LineTrial[] stress = All(part > 0 ? part : 40, n => LineTrial.Run("t25fw", from + 5000 + (ulong)n, landsOnLine: true), "landings on the line");
        LinePage.WriteStress(text, stress);
        (string Name, DistanceTrial[] Trials)[] distances =
        [
            ("2MWT", All(part > 0 ? Math.Max(2, part / 4) : 20, n => DistanceTrial.Run("2mwt", from + 6000 + (ulong)n), "2mwt")),
            ("6MWT", All(part > 0 ? Math.Max(2, part / 4) : 40, n => DistanceTrial.Run("6mwt", from + 7000 + (ulong)n), "6mwt")),
        ];
        RestPage.WriteDistances(text, distances);
        ChairTrial[] chairs = All(part > 0 ? part : 60, n => ChairTrial.Run(from + 8000 + (ulong)n), "tug");
        RestPage.WriteChairs(text, chairs);
        RestPage.WriteKeys(text, [.. Enum.GetValues<SensorMake>().Select(make => (make, KeyTimes.Run(make, from, 500)))]);
        if (arguments.IsPart || arguments.Fit) output.Write(text.ToString());
        else ResultFile.Write("timed-tests.md", text.ToString());
        if (!arguments.Failures) return 0;
        foreach (LineTrial t in lines.SelectMany(l => l).Concat(stress))
            if (!t.Ways[1].HasTruth || t.Ways[1].IsWrongUnflagged || !t.Ways[2].HasTruth || t.Ways[2].IsWrongUnflagged || t.FalseStart.Was != t.FalseStart.Kept || t.Refused.Count > 0)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{t.Seed} {t.Preset} truth {t.TruthS:F2} s nearest {t.NearestM * 100:F1} cm leave {t.LeaveErrorS * 1000:F0} ms [{Join(t.Ways[0])}] [{Join(t.Ways[1])}] [{Join(t.Ways[2])}] false start {t.FalseStart} {string.Join("; ", t.Refused)}"));
        foreach (DistanceTrial t in distances.SelectMany(l => l.Trials))
            if (Math.Abs(t.SumError) > 0.02 || t.Lengths != t.CountedLengths || t.Notes.Count > 0)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{t.Preset} {t.WalkedM:F1} m sum {100 * t.SumError:F2} % lengths {t.Lengths} counted {t.CountedLengths} {string.Join("; ", t.Notes)}"));
        foreach (ChairTrial t in chairs)
            if (t.ErrorsS?.Max(Math.Abs) is not <= 0.15)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{t.Seed} {t.Preset} {(t.ErrorsS is { } e ? string.Join(" ", e.Select(x => x.ToString("F3", CultureInfo.InvariantCulture))) : "withheld")} {string.Join("; ", t.Notes)}"));
        return 0;

        static string Join(LineTrial.Verdict v) => string.Join(" ", v.ErrorsS.Select(e => e.ToString("F3", CultureInfo.InvariantCulture))) + (v.IsFlagged ? " flagged" : "");
    }

    private static T[] All<T>(int count, Func<int, T> run, string what)
    {
        T[] all = new T[count];
        Progress progress = new(count, what);
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            all[i] = run(i);
            progress.Step();
        });
        return all;
    }
}
