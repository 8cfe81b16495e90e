using System.Globalization;
using System.Text;
using GaitSense.Analysis;
using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Writes benchmarks/results/coverage.md.</summary>
internal static class CoverageCommand
{
    private const int Walks = 1000;

    // The whole core takes its time; the binomial tolerance of these many is ± 3 %.
    private const int WholeWalks = 200;

    public static int Run(Arguments arguments, TextWriter output)
    {
        int walks = arguments.SeedsOr(Walks);
        CoverageTally drawn = CoverageStudy.Drawn(walks), clock = CoverageStudy.Drawn(walks, clockUncertaintyS: 0.010);
        (CoverageTally whole, MeasuredErrors errors) = CoverageStudy.Whole(Math.Min(walks, WholeWalks));
        string text = ToMarkdown(walks, drawn, clock, whole, errors);
        if (arguments.IsPart) output.Write(text);
        else ResultFile.Write("coverage.md", text);
        return 0;
    }

    private static string ToMarkdown(int walks, CoverageTally drawn, CoverageTally clock, CoverageTally whole, MeasuredErrors errors)
    {
        StringBuilder text = new();
        text.Append("# Do the intervals hold the truth?\n\n");
        text.Append(CultureInfo.InvariantCulture, $"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --coverage`: {walks} simulated walks of 80 to 200 steps,\n");
        text.Append("there and back with a turn, of five walkers (healthy, healthy-slow, ms-mild, ms-foot-drop, ms-spastic). The share of 95 % intervals of `summary.json` (steady\n");
        text.Append("forward strides) that hold the truth. Truth is what is true of the walker: the mean, SD, CV or 100 ln(R/L) over a walk of 12000 steps without any measuring,\n");
        text.Append("not what the few strides of this walk came to. Aim: 93 to 97 %.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- drawn: the walk's true contacts and lengths, each with a normal error of its own (landing {CoverageStudy.Errors.LandingS * 1000:F1} ms, release {CoverageStudy.Errors.ReleaseS * 1000:F1} ms, length {CoverageStudy.Errors.LengthM * 1000:F1} mm; variance 1 ± 0.6 of that from foot to foot)\n");
        text.Append("- drawn, clock: the same with the right foot's clock off by a normal error of 10 ms, which is stated as the clock uncertainty\n");
        text.Append("- whole core: simulated sensors (100 Hz, 16 g, their noise) through the whole signal core, the first 200 of these walks; a bias of the core counts against it\n\n");
        text.Append("| interval of | quantity | drawn | drawn, clock | whole core | n of the last |\n|---|---|--:|--:|--:|--:|\n");
        foreach (string kind in (string[])["ln ratio", "SD", "CV", "mean"])
        {
            foreach (StudiedQuantity q in StudiedQuantity.All)
            {
                (int held, int below, int above, _) = whole.Counts[(kind, q.Name)];
                text.Append(CultureInfo.InvariantCulture, $"| {kind} | {q.Name} | {drawn.Of(kind, q.Name):P1} | {clock.Of(kind, q.Name):P1} | {whole.Of(kind, q.Name):P1} | {held + below + above} |\n");
            }
        }

        text.Append("\n## What the core adds to each stride\n\nMeasured less true over the steady strides of the walks through the whole core: bias ± SD, left / right foot.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| quantity | {string.Join(" | ", CoverageStudy.Walkers.Select(w => w.Name))} | root mean square SD |\n|---|{string.Concat(CoverageStudy.Walkers.Select(_ => "--:|"))}--:|\n");
        foreach (string name in MeasuredErrors.Names)
        {
            (double Bias, double Sd)[] all = [.. CoverageStudy.Walkers.SelectMany(w => (Foot[])[Foot.Left, Foot.Right], (w, f) => errors.Of(name, w.Name, f))];
            string cells = string.Join(" | ", all.Chunk(2).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c[0].Bias:F1} ± {c[0].Sd:F1} / {c[1].Bias:F1} ± {c[1].Sd:F1}")));
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {cells} | {Math.Sqrt(all.Average(e => e.Sd * e.Sd)):F1} |\n");
        }

        return text.ToString();
    }
}
