using GaitSense.Core;

namespace GaitSense.Simulation.Radio;

/// <summary>One simulated foot on the air: what it plays, how good its clock and its link are, and what happens to it.</summary>
public sealed record SimulatedFootOptions
{
    /// <summary>What it reads; times count from when the simulation began, in true time.</summary>
    public required ReadOnlyMemory<ImuSample> Samples { get; init; }

    /// <summary>Its clock. <value>The default is a perfect one.</value></summary>
    public SimulatedClock Clock { get; init; } = new();

    /// <summary>Its link. Its samples per packet are those of the firmware. <value>The default has 15 ms between connection events.</value></summary>
    public RadioModel Radio { get; init; } = new() { ConnectionIntervalS = 0.015, HostDelayS = 0.002 };

    /// <summary>Share of packets that are overtaken by the next one.</summary>
    public double SwapShare { get; init; }

    /// <summary>Share of packets that come twice.</summary>
    public double DuplicateShare { get; init; }

    /// <summary>From when to when it is out of reach, true time, s; null: never.</summary>
    public (double FromS, double ToS)? Away { get; init; }

    /// <summary>When its battery is taken out and put back in: its clock starts at 0, half a second later it is there again; null: never.</summary>
    public double? RestartS { get; init; }

    /// <summary>Longest pause before it answers, s. <value>The default is 0.02.</value></summary>
    public double AnswerPauseS { get; init; } = 0.02;

    /// <summary>Chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Which of several sensors of that seed.</summary>
    public ulong Stream { get; init; }
}
