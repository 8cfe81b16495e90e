using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Simulation;

namespace GaitSense.Benchmarks;

/// <summary>Measured less true, for each walker and quantity, over steady strides.</summary>
internal sealed class MeasuredErrors
{
    // A measured stride is a true one's if their closing contacts are this close.
    private const double SameS = 0.15;

    private static readonly (string Name, Func<Stride, Step?, double?> Measured, Func<TrueStride, double?> True)[] Quantities =
    [
        ("stride time, ms", (s, _) => s.StrideTimeS * 1000, t => (t.Stride.EndS - t.Stride.StartS) * 1000),
        ("stance time, ms", (s, _) => s.StanceTimeS * 1000, t => (t.Stride.TerminalContactS - t.Stride.StartS) * 1000),
        ("swing time, ms", (s, _) => s.SwingTimeS * 1000, t => (t.Stride.EndS - t.Stride.TerminalContactS) * 1000),
        ("step time, ms", (_, p) => p?.StepTimeS * 1000, t => t.StepTimeS * 1000),
        ("double support, ms", (_, p) => p?.DoubleSupportS * 1000, t => t.DoubleSupportS * 1000),
        ("landing, ms", (s, _) => s.End.Seconds * 1000, t => t.Stride.EndS * 1000),
        ("release, ms", (s, _) => s.TerminalContact.Seconds * 1000, t => t.Stride.TerminalContactS * 1000),
        ("stride length, mm", (s, _) => s.LengthM * 1000, t => t.Stride.LengthM * 1000),
        ("speed, mm/s", (s, _) => s.SpeedMps * 1000, t => t.Stride.LengthM / (t.Stride.EndS - t.Stride.StartS) * 1000),
        ("clearance, mm", (s, _) => s.ClearanceM * 1000, t => t.Stride.ClearanceM * 1000),
        ("angle at initial contact, deg", (s, _) => s.AngleAtInitialContactRad * 180 / Math.PI, t => t.Stride.AngleAtInitialContactRad * 180 / Math.PI),
        ("angle at terminal contact, deg", (s, _) => s.AngleAtTerminalContactRad * 180 / Math.PI, t => t.Stride.AngleAtTerminalContactRad * 180 / Math.PI),
    ];

    private readonly Dictionary<(string Quantity, string Walker, Foot Foot), List<double>> _errors = [];
    private readonly Dictionary<(string Quantity, int Walk, Foot Foot), List<double>> _walks = [];
    private readonly Lock _lock = new();

    public static IEnumerable<string> Names => Quantities.Select(q => q.Name);

    public void Add(string walker, SimulatedWalk walk, WalkRecord record, int number)
    {
        IReadOnlyList<StrideUse> uses = SteadyRule.Classify(record);
        List<TrueStride> truth = [.. TrueStride.Of(walk).Values];
        Dictionary<(Foot, DeviceTime), Step> steps = record.Steps.ToDictionary(s => (s.Foot, s.Time));
        lock (_lock)
        {
            for (int i = 0; i < uses.Count; i++)
            {
                Stride s = record.Strides[i];
                if (uses[i] != StrideUse.Steady) continue;
                TrueStride? same = truth.Where(t => t.Stride.Foot == s.Foot).MinBy(t => Math.Abs(t.Stride.EndS - s.End.Seconds));
                if (same is null || Math.Abs(same.Stride.EndS - s.End.Seconds) > SameS) continue;
                Step? step = steps.TryGetValue((s.Foot, s.End), out Step p) ? p : null;
                foreach ((string name, Func<Stride, Step?, double?> measured, Func<TrueStride, double?> real) in Quantities)
                {
                    if (measured(s, step) - real(same) is not { } error) continue;
                    if (!_errors.TryGetValue((name, walker, s.Foot), out List<double>? list)) _errors[(name, walker, s.Foot)] = list = [];
                    list.Add(error);
                    if (!_walks.TryGetValue((name, number, s.Foot), out List<double>? walkList)) _walks[(name, number, s.Foot)] = walkList = [];
                    walkList.Add(error);
                }
            }
        }
    }

    /// <summary>
    /// What all strides of a foot in a walk share, over walks: mean; the 95 % point of its size, over 1.96, of a foot's mean and of the difference
    /// of the feet's means (the latter over root 2); the root mean square SD of a stride about the foot's mean, and the SD over feet of its square,
    /// relative to the mean square.
    /// </summary>
    public (double Mean, double Foot, double Difference, double Within, double Unsure) Systematic(string quantity)
    {
        Dictionary<(int Walk, Foot Foot), double> means = _walks.Where(w => string.Equals(w.Key.Quantity, quantity, StringComparison.Ordinal) && w.Value.Count >= 10)
            .ToDictionary(w => (w.Key.Walk, w.Key.Foot), w => w.Value.Average());
        List<double> all = [.. means.Values.Order()];
        if (all.Count == 0) return (double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        List<double> own = [.. _walks.Where(w => string.Equals(w.Key.Quantity, quantity, StringComparison.Ordinal) && w.Value.Count >= 10).Select(w => Own(w.Value)).Order()];
        double within = own.Average(), spread = Math.Sqrt(own.Average(v => (v - within) * (v - within)));
        List<double> differences = [.. means.Where(m => m.Key.Foot == Foot.Left && means.ContainsKey((m.Key.Walk, Foot.Right))).Select(m => m.Value - means[(m.Key.Walk, Foot.Right)])];
        return (all.Average(), Point(all), Point(differences) / Math.Sqrt(2), Math.Sqrt(within), spread / within);

        static double Own(List<double> errors)
        {
            double mean = errors.Order().Average();
            return errors.Order().Sum(e => (e - mean) * (e - mean)) / (errors.Count - 1);
        }

        static double Point(List<double> values)
        {
            double[] sizes = [.. values.Select(Math.Abs).Order()];
            return sizes.Length == 0 ? double.NaN : sizes[(int)(0.95 * (sizes.Length - 1))] / 1.96;
        }
    }

    /// <summary>Bias and SD; NaN where there is nothing.</summary>
    public (double Bias, double Sd) Of(string quantity, string walker, Foot foot)
    {
        if (!_errors.TryGetValue((quantity, walker, foot), out List<double>? all) || all.Count < 2) return (double.NaN, double.NaN);
        // Sorted, so that the order in which walks were finished does not change the last digit.
        double bias = all.Order().Average();
        return (bias, Math.Sqrt(all.Order().Sum(e => (e - bias) * (e - bias)) / (all.Count - 1)));
    }
}
