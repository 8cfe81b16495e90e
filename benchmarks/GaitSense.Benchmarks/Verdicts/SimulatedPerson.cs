using GaitSense.Simulation;
using GaitSense.Training.Verdicts;

namespace GaitSense.Benchmarks;

/// <summary>A person's nine measures over a baseline and eight weeks, without any change but what is added afterwards.</summary>
internal sealed class SimulatedPerson
{
    private static readonly DateOnly Begin = new(2026, 1, 5);
    private readonly DeterministicRandom _random;
    private readonly VisitNoise _noise;
    private readonly bool _long;

    /// <param name="seed">Which person.</param>
    /// <param name="noise">How their visits differ.</param>
    /// <param name="isLong">A baseline of 5 test visits and 10 sessions; else as few as allowed.</param>
    public SimulatedPerson(int seed, VisitNoise noise, bool isLong)
    {
        (_random, _noise, _long) = (new DeterministicRandom((ulong)seed, 77), noise, isLong);
        double[] days = new double[Sessions + 40], bad = new double[days.Length];
        for (int i = 0; i < days.Length; i++) (days[i], bad[i]) = (0, _random.NextDouble() < noise.BadDays ? 3 : 0);
        Draw(days, noise.Correlation);
        Values = [.. SimulatedMeasure.All.Select(m => Of(m, days, bad))];
    }

    /// <summary>Sessions after the baseline: three a week over eight weeks. Tests are done in every third.</summary>
    public const int Sessions = 24;

    /// <summary>Tests after the baseline.</summary>
    public const int Tests = 8;

    /// <summary>The nine series, baseline and later visits.</summary>
    public IReadOnlyList<Series> Values { get; }

    /// <summary>Visits of a measure's baseline.</summary>
    public static int BaselineOf(SimulatedMeasure m, bool isLong) => m.Test ? (isLong || !m.Published ? 5 : 3) : isLong ? 10 : 5;

    /// <summary>The last day of the baseline of the longer kind.</summary>
    public static DateOnly BaselineThrough => Begin.AddDays(-1);

    private Series Of(SimulatedMeasure m, double[] shared, double[] bad)
    {
        int first = BaselineOf(m, _long), later = m.Test ? Tests : Sessions, every = m.Test ? Sessions / Tests : 1;
        double own = m.Sd * _noise.Wider * Math.Exp(_noise.Spread * _random.NextNormal()), step = m.Resolution * (m.Test ? _noise.Coarser : 1);
        double worse = Better(m) ? -1 : 1, unshared = Math.Sqrt(1 - (_noise.Shared * _noise.Shared));
        double[] z = new double[first + later];
        Draw(z, m.Test && !_noise.TestsToo ? Math.Pow(_noise.Correlation, 3) : _noise.Correlation);
        VisitValue[] visits = new VisitValue[z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            // Sessions of all measures share their days; a baseline's are those before day 0.
            int day = i < first ? i : 20 + ((i - first) * every);
            double noise = (worse * _noise.Shared * shared[day]) + (unshared * z[i]) + (worse * bad[day]) + (m.Learns ? worse * _noise.Practice * Math.Pow(0.5, i) : 0);
            visits[i] = new VisitValue { Day = i < first ? Begin.AddDays(i - first) : Begin.AddDays(2 * (i - first) * every), Value = Math.Round((m.Mean + (own * noise)) / step) * step };
        }

        return new Series { Key = m.Key, Unit = m.Unit, Values = visits };
    }

    private static bool Better(SimulatedMeasure m) => LimitTable.BuiltIn.Find(m.Key.Name)!.Better == BetterWay.Higher;

    // Variance 1, whatever the tails and the dependence.
    private void Draw(double[] z, double correlation)
    {
        for (int i = 0; i < z.Length; i++)
        {
            double x = _random.NextNormal();
            if (_noise.Freedom > 0)
            {
                double chi = 0;
                for (int k = 0; k < _noise.Freedom; k++) chi += Square(_random.NextNormal());
                x /= Math.Sqrt(chi / _noise.Freedom) * Math.Sqrt(_noise.Freedom / (_noise.Freedom - 2.0));
            }

            z[i] = i == 0 ? x : (correlation * z[i - 1]) + (Math.Sqrt(1 - (correlation * correlation)) * x);
        }

        static double Square(double v) => v * v;
    }
}
