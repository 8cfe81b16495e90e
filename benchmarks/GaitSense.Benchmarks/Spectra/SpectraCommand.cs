using System.Globalization;
using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Reference;
using GaitSense.Simulation.Presets;

namespace GaitSense.Benchmarks;

/// <summary>How close simulated landings and push-offs come to real ones, band by band.</summary>
internal static class SpectraCommand
{
    private static readonly (string Heading, string Prefix)[] Groups =
    [
        ("gaitmap-healthy", "gaitmap-healthy"), ("voisard 1", "voisard-1"), ("voisard 2", "voisard-2"), ("voisard 3", "voisard-3"),
        ("voisard 4", "voisard-4"), ("voisard 5", "voisard-5"), ("voisard 6", "voisard-6"),
    ];

    private static readonly string[] Simulated = ["healthy", "healthy-slow", "ms-mild", "soft-mounting"];

    public static int Run(Arguments arguments, TextWriter output)
    {
        if (RecordedWalk.Folder is null)
        {
            output.WriteLine("No recordings of real walks: set GAITSENSE_DATA, or put shared/data above the repository.");
            return 1;
        }

        Dictionary<string, List<RecordedWalk>> real = Groups.ToDictionary(g => g.Heading, _ => new List<RecordedWalk>(), StringComparer.Ordinal);
        foreach (RecordedWalk walk in RecordedWalk.All(n => Groups.Any(g => IsOf(n, g.Prefix))))
            if (walk.Reference.Events is { Count: > 0 }) real[Groups.First(g => IsOf(walk.Name, g.Prefix)).Heading].Add(walk);

        Markdown text = new();
        text.Line("# Spectra of landings and push-offs");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --spectra`.");
        text.Line("Power of the size of the specific force within 125 ms of each labelled contact, (m/s²)², by band; behind each simulated one, how far it is from");
        text.Line("`gaitmap-healthy`, the walk the simulation's shape was taken from, dB. Simulated at 204.8 Hz. Voisard's six are healthy people with sensors and shoes of");
        text.Line("their own: their spread is what \"real\" spans.");
        foreach (GaitEventKind kind in (GaitEventKind[])[GaitEventKind.InitialContact, GaitEventKind.TerminalContact]) Table(text, kind, real);
        if (arguments.IsPart) output.Write(text.ToString());
        else ResultFile.Write("spectra.md", text.ToString());
        return 0;
    }

    private static bool IsOf(string name, string prefix) =>
        string.Equals(name, prefix, StringComparison.Ordinal) || (prefix.StartsWith("voisard", StringComparison.Ordinal) && name.StartsWith(prefix + "-", StringComparison.Ordinal));

    private static void Table(Markdown text, GaitEventKind kind, Dictionary<string, List<RecordedWalk>> real)
    {
        text.Line();
        text.Line(kind == GaitEventKind.InitialContact ? "## Around initial contact" : "## Around terminal contact");
        text.Head("walk", "contacts", "0-5 Hz", "5-15 Hz", "15-30 Hz", "30-50 Hz");
        double[]? shape = null;
        foreach ((string heading, _) in Groups)
        {
            if (Mean(real[heading].SelectMany(w => Feet(w.Left, w.Right, w.Reference, kind))) is not { } mean) continue;
            shape ??= mean.Power;
            text.Row([heading, mean.Contacts.ToString(CultureInfo.InvariantCulture), .. mean.Power.Select(p => Invariant($"{p:0.0}"))]);
        }

        foreach (string name in Simulated)
        {
            SimulatedRecording walk = SimulationPresets.Find(name)!.Record(seed: 1, rateHz: 204.8);
            if (Mean(Feet(walk.SamplesOf(Foot.Left).ToArray(), walk.SamplesOf(Foot.Right).ToArray(), walk.Reference, kind)) is not { } mean) continue;
            text.Row(
            [
                $"simulated {name}", mean.Contacts.ToString(CultureInfo.InvariantCulture),
                .. mean.Power.Select((p, b) => shape is null ? Invariant($"{p:0.0}") : Invariant($"{p:0.0} ({10 * Math.Log10(p / shape[b]):+0.0;-0.0})")),
            ]);
        }
    }

    private static IEnumerable<(double[] Power, int Contacts)?> Feet(ImuSample[] left, ImuSample[] right, ReferenceData reference, GaitEventKind kind)
    {
        foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
        {
            ImuSample[] samples = foot == Foot.Left ? left : right;
            yield return BandPower.Around(samples, reference.Events!.Where(e => e.Foot == foot && e.Kind == kind).Select(e => e.Time.Seconds));
        }
    }

    private static (double[] Power, int Contacts)? Mean(IEnumerable<(double[] Power, int Contacts)?> parts)
    {
        double[] power = new double[BandPower.EdgesHz.Length - 1];
        int contacts = 0;
        foreach ((double[] p, int n) in parts.OfType<(double[], int)>())
        {
            for (int b = 0; b < power.Length; b++) power[b] += n * p[b];
            contacts += n;
        }

        return contacts == 0 ? null : ([.. power.Select(p => p / contacts)], contacts);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
