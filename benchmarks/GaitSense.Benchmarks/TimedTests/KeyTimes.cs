using GaitSense.Core;
using GaitSense.Simulation;
using GaitSense.Simulation.Radio;
using GaitSense.Training.TimedTests;

namespace GaitSense.Benchmarks;

/// <summary>
/// When a key went down, on the walk's time, where the samples come over a radio: by the rule (the key's instant on the host's clock less the walk's start) and by the samples that had
/// been processed when it did. The truth is the sample that the sensor took at that instant.
/// </summary>
internal static class KeyTimes
{
    private const double StartS = 0.6;
    private const int Row = 2048;

    /// <summary>Errors of both, s.</summary>
    public static (double[] Rule, double[] Processed) Run(SensorMake make, ulong seed, int keys)
    {
        double rateHz = make == SensorMake.MovellaDot ? 60 : 100;
        ImuSample[] samples = new ImuSample[(int)(60 * rateHz)];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = new ImuSample(DeviceTime.FromSeconds(StartS + (i / rateHz)), new Vector3D(((i % Row) - (Row / 2)) * 0.1, (i / Row) * 0.1, 9.8), default);
        DeterministicRandom random = new(seed, 9);
        TimeScenario usual = TimeScenario.All().First();
        ReceivedSensor sensor = new(make, rateHz, new SimulatedClock { OffsetS = 20 + seed, DriftRatio = 30e-6 * random.NextVariation() }, usual.Radio, seed);
        List<(double TrueS, double WalkS, double NowS)> seen = [];
        HostTime start = default;
        ReceivedWalk.Run(sensor, samples, 100, usual.Faults, (block, _, walkStart, nowS) =>
        {
            start = walkStart;
            foreach (FootedSample s in block.Samples) seen.Add((samples[Number(s.Sample)].Time.Seconds, s.Sample.Time.Seconds, nowS));
        });
        List<double> rule = [], processed = [];
        for (int k = 0; k < keys; k++)
        {
            double key = 5 + (50 * random.NextDouble());
            (double TrueS, double WalkS, double NowS) at = seen.MinBy(s => Math.Abs(s.TrueS - key));
            double truth = at.WalkS + key - at.TrueS;
            rule.Add(KeyTime.OnWalkS(new HostTime((long)Math.Round(key * 1e6)), start) - truth);
            if (seen.FindLastIndex(s => s.NowS <= key) is >= 0 and int last) processed.Add(seen[last].WalkS - truth);
        }

        return ([.. rule], [.. processed]);
    }

    // A sample's readings are its number.
    private static int Number(in ImuSample sample) => ((int)Math.Round(sample.AccelMps2.Y / 0.1) * Row) + (int)Math.Round(sample.AccelMps2.X / 0.1) + (Row / 2);
}
