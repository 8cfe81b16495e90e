using System.Globalization;
using System.Text;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Writes benchmarks/results/coverage.md.</summary>
internal static class CoverageCommand
{
    private const int Walks = 1000;

    public static int Run(Arguments arguments, TextWriter output)
    {
        int walks = arguments.SeedsOr(Walks);
        if (arguments.Fit)
        {
            output.Write(Shared(CoverageStudy.Whole(walks, fit: true).Errors));
            return 0;
        }

        CoverageTally drawn = CoverageStudy.Drawn(walks), clock = CoverageStudy.Drawn(walks, clockUncertaintyS: 0.010);
        (CoverageTally whole, MeasuredErrors errors) = CoverageStudy.Whole(walks);
        string text = ToMarkdown(walks, drawn, clock, whole, errors);
        if (arguments.IsPart) output.Write(text);
        else ResultFile.Write("coverage.md", text);
        return 0;
    }

    private static string ToMarkdown(int walks, CoverageTally drawn, CoverageTally clock, CoverageTally whole, MeasuredErrors errors)
    {
        (double landingS, double releaseS, double lengthM) = CoverageStudy.Errors;
        (double landingAllS, double releaseAllS, double lengthAllM, double landingBothS, double lengthBothM) = CoverageStudy.Systematic;
        string walkers = string.Join(" | ", CoverageStudy.Walkers);
        StringBuilder text = new();
        text.Append("# Do the intervals hold the truth?\n\n");
        text.Append(CultureInfo.InvariantCulture, $"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --coverage{(walks == Walks ? "" : string.Create(CultureInfo.InvariantCulture, $" --seeds {walks}"))}`: {walks} simulated walks,\n");
        text.Append(CultureInfo.InvariantCulture, $"there and back with a turn, of or like five walkers ({string.Join(", ", CoverageStudy.Walkers)}). The share of 95 % intervals of `summary.json` (steady\n");
        text.Append("forward strides) that hold the truth. Truth is what is true of the walker: the mean, SD, CV or 100 ln(R/L) that follows from the walker's parameters,\n");
        text.Append("not what the few strides of this walk came to. Aim: 93 to 97 %.\n\n");
        text.Append("- whole core: 80 to 120 steps through simulated sensors (100 Hz, 16 g) and the whole signal core. Every walk is another walker: speed, timing, asymmetry, step width and\n");
        text.Append("  each foot's angles, clearance, stance share, landing and release are drawn around one of the five, tilt and noise of the sensors too\n");
        text.Append(CultureInfo.InvariantCulture, $"- drawn: 80 to 200 steps; the true contacts and lengths of the five, each with a normal error of its own (landing {landingS * 1000:F1} ms, release {releaseS * 1000:F1} ms, length {lengthM * 1000:F1} mm; variance\n");
        text.Append(CultureInfo.InvariantCulture, $"  1 ± 1 of that from foot to foot) and one that a foot's strides share (landing {landingAllS * 1000:F1} ms, release {releaseAllS * 1000:F1} ms, length {lengthAllM * 1000:F1} mm; both feet together {landingBothS * 1000:F1} ms and {lengthBothM * 1000:F1} mm)\n");
        text.Append("- drawn, clock: the same with the right foot's clock off by a normal error of 10 ms, which is stated as the clock uncertainty\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| interval of | quantity | whole core | n | truth below / above | like {walkers.Replace(" | ", " | like ", StringComparison.Ordinal)} | drawn | drawn, clock |\n|---|---|--:|--:|--:|{Columns()}--:|--:|\n");
        foreach (string kind in (string[])["ln ratio", "SD", "CV", "mean"])
        {
            foreach (StudiedQuantity q in StudiedQuantity.All)
            {
                (int held, int below, int above, _) = whole.Counts[(kind, q.Name)];
                string each = string.Join(" | ", CoverageStudy.Walkers.Select(w => string.Create(CultureInfo.InvariantCulture, $"{whole.Of(kind, q.Name, w):P0}")));
                text.Append(CultureInfo.InvariantCulture, $"| {kind} | {q.Name} | {whole.Of(kind, q.Name):P1} | {held + below + above} | {above} / {below} | {each} | {drawn.Of(kind, q.Name):P1} | {clock.Of(kind, q.Name):P1} |\n");
            }
        }

        text.Append("\n## What the core adds to each stride\n\nMeasured less true over the steady strides of the walks through the whole core: bias ± SD, left / right foot.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| quantity | like {walkers.Replace(" | ", " | like ", StringComparison.Ordinal)} | root mean square SD |\n|---|{Columns()}--:|\n");
        foreach (string name in MeasuredErrors.Names)
        {
            (double Bias, double Sd)[] all = [.. CoverageStudy.Walkers.SelectMany(w => (Foot[])[Foot.Left, Foot.Right], (w, f) => errors.Of(name, w, f))];
            string cells = string.Join(" | ", all.Chunk(2).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c[0].Bias:F1} ± {c[0].Sd:F1} / {c[1].Bias:F1} ± {c[1].Sd:F1}")));
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {cells} | {Math.Sqrt(all.Average(e => e.Sd * e.Sd)):F1} |\n");
        }

        return text.Append('\n').Append(Shared(errors)).ToString();
    }

    private static string Columns() => string.Concat(CoverageStudy.Walkers.Select(_ => "--:|"));

    private static string Shared(MeasuredErrors errors)
    {
        StringBuilder text = new();
        text.Append("## What the core adds to all strides of a foot\n\nThe mean error of a foot in a walk, over walks. Size: its 95 % point over 1.96; of the feet's difference, over root 2 too. Spread: SD over feet of the square of the SD within, relative to its mean.\n\n");
        text.Append("| quantity | mean | size | size of the difference | SD within | spread |\n|---|--:|--:|--:|--:|--:|\n");
        foreach (string name in MeasuredErrors.Names)
        {
            (double mean, double foot, double difference, double within, double spread) = errors.Systematic(name);
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {mean:F1} | {foot:F1} | {difference:F1} | {within:F1} | {spread:F2} |\n");
        }

        return text.ToString();
    }
}
