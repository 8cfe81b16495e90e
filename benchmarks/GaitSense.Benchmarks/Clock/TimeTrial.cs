using GaitSense.Core;
using GaitSense.Simulation.Radio;

namespace GaitSense.Benchmarks;

/// <summary>One sensor with faults: each sample's time in the walk against the true one, and against what was said of it.</summary>
internal sealed class TimeTrial
{
    /// <summary>After a fault is over, what is said of times must be good again within so long, s.</summary>
    public const double RecoveredS = 3;

    private const double StartS = 0.6;
    private const int Row = 2048;

    /// <summary>Samples that came out.</summary>
    public int Samples { get; private set; }

    /// <summary>Those whose error is within what was said when they came out.</summary>
    public int Inside { get; private set; }

    /// <summary>Largest error, s.</summary>
    public double WorstErrorS { get; private set; }

    /// <summary>Largest error beyond what was said, s.</summary>
    public double WorstBeyondS { get; private set; }

    /// <summary>Largest uncertainty that was said later than <see cref="RecoveredS"/> after the last fault, s.</summary>
    public double WorstSaidS { get; private set; }

    /// <summary>Share of the samples taken that came out.</summary>
    public double OutShare { get; private set; }

    /// <summary>Runs one.</summary>
    /// <param name="scenario">What happens.</param>
    /// <param name="make">The sensor's make.</param>
    /// <param name="seed">Chance.</param>
    public static TimeTrial Run(TimeScenario scenario, SensorMake make, ulong seed)
    {
        TimeTrial trial = new();
        double rateHz = make == SensorMake.MovellaDot ? 60 : scenario.RateHz;
        ImuSample[] samples = Numbered(rateHz * (1 + scenario.RateErrorRatio), scenario.DurationS);
        ReceivedSensor sensor = new(make, rateHz, new SimulatedClock { OffsetS = 20 + seed, DriftRatio = scenario.DriftRatio }, scenario.Radio, seed);
        double[] bad = [.. scenario.Faults.Outages.Concat(scenario.Faults.Stalls).Select(f => f.FromS), double.PositiveInfinity];
        double[] good = [.. scenario.Faults.Outages.Concat(scenario.Faults.Stalls).Select(f => f.FromS + f.ForS)];
        ReceivedWalk.Run(sensor, samples, scenario.AskedHz, scenario.Faults, (block, quality, start, nowS) =>
        {
            double saidS = quality.ClockUncertaintyS ?? double.PositiveInfinity;
            foreach (FootedSample sample in block.Samples)
            {
                double errorS = Math.Abs(start.AddSeconds(sample.Sample.Time.Seconds).Microseconds * 1e-6 - samples[Number(sample.Sample)].Time.Seconds);
                trial.Samples++;
                trial.Inside += errorS <= saidS ? 1 : 0;
                trial.WorstErrorS = Math.Max(trial.WorstErrorS, errorS);
                trial.WorstBeyondS = Math.Max(trial.WorstBeyondS, errorS - saidS);
            }

            double sinceS = good.Where((_, i) => bad[i] <= nowS).Select(g => nowS - g).Append(nowS - StartS).Min();
            if (sinceS > RecoveredS) trial.WorstSaidS = Math.Max(trial.WorstSaidS, saidS);
        });
        trial.OutShare = (double)trial.Samples / samples.Length;
        return trial;
    }

    // A sample's readings are its number.
    private static ImuSample[] Numbered(double rateHz, double durationS)
    {
        ImuSample[] samples = new ImuSample[(int)(durationS * rateHz)];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = new ImuSample(DeviceTime.FromSeconds(StartS + (i / rateHz)), new Vector3D(((i % Row) - (Row / 2)) * 0.1, (i / Row) * 0.1, 9.8), default);
        return samples;
    }

    private static int Number(in ImuSample sample) => ((int)Math.Round(sample.AccelMps2.Y / 0.1) * Row) + (int)Math.Round(sample.AccelMps2.X / 0.1) + (Row / 2);
}
