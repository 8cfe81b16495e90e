using GaitSense.Simulation.Radio;

namespace GaitSense.Benchmarks;

/// <summary>A sensor whose times are judged, and what goes wrong.</summary>
internal sealed record TimeScenario(string Name)
{
    private const double LengthS = 60;

    /// <summary>The rate that is asked for, Hz.</summary>
    public int AskedHz { get; init; } = 100;

    /// <summary>The rate at which it samples, by its own clock, Hz.</summary>
    public double RateHz { get; init; } = 100;

    /// <summary>How much faster it really samples, as a ratio.</summary>
    public double RateErrorRatio { get; init; }

    /// <summary>Rate error of its timestamps, as a ratio.</summary>
    public double DriftRatio { get; init; }

    /// <summary>How long, s.</summary>
    public double DurationS { get; init; } = LengthS;

    /// <summary>The link.</summary>
    public RadioModel Radio { get; init; } = new() { ConnectionIntervalS = 0.015, HostDelayS = 0.002, JitterS = 0.003, RetryShare = 0.05, PacketsPerEvent = 6, QueuePackets = 64 };

    /// <summary>What goes wrong.</summary>
    public LinkFaults Faults { get; init; } = new();

    /// <summary>Whether only sensors with timestamps, or only those without, can have it; null: all.</summary>
    public bool? Stamped { get; init; }

    /// <summary>Whether what goes wrong is over at some time.</summary>
    public bool IsOverSometime => Faults.Outages.Count + Faults.Stalls.Count > 0;

    /// <summary>All of them.</summary>
    public static IEnumerable<TimeScenario> All()
    {
        yield return new("nothing goes wrong");
        yield return new("30 ms between connection events") { Radio = new() { ConnectionIntervalS = 0.03, HostDelayS = 0.002, JitterS = 0.003, RetryShare = 0.05, PacketsPerEvent = 8, QueuePackets = 64 } };
        foreach (double hz in (double[])[50, 95, 100, 190, 203])
            yield return new(FormattableString.Invariant($"asked 200 Hz, really {hz:0}")) { AskedHz = 200, RateHz = hz, Stamped = false };
        foreach (double s in (double[])[0.2, 0.5, 1, 5])
            yield return new(FormattableString.Invariant($"outage of {s:0.0} s")) { Faults = new() { Outages = [(20, s), (31.3, s), (42.7, s)] } };
        yield return new("asked 200 Hz, really 95, outage of 1.0 s") { AskedHz = 200, RateHz = 95, Stamped = false, Faults = new() { Outages = [(20, 1), (31.3, 1), (42.7, 1)] } };
        foreach (double s in (double[])[0.28, 0.5, 0.76, 1])
            yield return new(FormattableString.Invariant($"burst after {s:0.00} s, nothing lost")) { Faults = new() { Stalls = [(15, s), (20.1, s), (25.7, s), (40, s)] } };
        yield return new("2 % lost one by one") { Faults = new() { LossShare = 0.02 } };
        yield return new("0.3 % lost one by one") { Faults = new() { LossShare = 0.003 } };
        foreach (double ppm in (double[])[-300, -150, 80, 150, 300])
            yield return new(FormattableString.Invariant($"clock off by {ppm:0} ppm")) { DriftRatio = ppm * 1e-6, DurationS = 200, Stamped = true };
        yield return new("a stamp 30 ms ahead each 10 s") { Faults = new() { GlitchEveryS = 10 }, Stamped = true };
        yield return new("a stamp 30 ms behind each 10 s") { Faults = new() { GlitchEveryS = 10, GlitchS = -0.03 }, Stamped = true };
        foreach (double s in (double[])[3, 30])
            yield return new(FormattableString.Invariant($"host suspended for {s:0} s")) { DurationS = LengthS + s, Faults = new() { Outages = [(25, s)] } };
        foreach (double s in (double[])[5, 15, 60])
            yield return new(FormattableString.Invariant($"backlog of {s:0} s, nothing lost")) { DurationS = LengthS + s, Faults = new() { Stalls = [(25, s)] } };
    }

    /// <summary>Whether a make can have it.</summary>
    public bool Concerns(SensorMake make) => Stamped is not { } stamped || stamped == make is SensorMake.GaitSense or SensorMake.MovellaDot;
}
