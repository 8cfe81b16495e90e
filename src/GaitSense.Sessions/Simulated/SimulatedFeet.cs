using GaitSense.Core;
using GaitSense.Simulation.Radio;

namespace GaitSense.Sessions;

/// <summary>Sensors that play a walk over a simulated radio: what is asked for where <c>--ble</c> would take real ones.</summary>
public static class SimulatedFeet
{
    /// <summary>The walk begins so long after the radio does, s: by then the sensors are connected and their clocks known.</summary>
    public const double LeadS = 3;

    /// <summary>A radio with these feet.</summary>
    /// <param name="feet">What each plays.</param>
    /// <param name="radio">How good their links are.</param>
    /// <param name="seed">Chance.</param>
    /// <param name="time">The clock.</param>
    /// <param name="leadS">When their first samples are taken, s after the radio began.</param>
    public static SimulatedCentral Central(IReadOnlyDictionary<Foot, PlayedSamples> feet, RadioModel radio, ulong seed, TimeProvider time, double leadS = LeadS)
    {
        ArgumentNullException.ThrowIfNull(feet);
        return new SimulatedCentral(time, feet.ToDictionary(f => IdOf(f.Key), f => Foot(f.Key, f.Value, radio, seed, leadS), StringComparer.Ordinal));
    }

    /// <summary>A foot's sensor by its name.</summary>
    public static string IdOf(Foot foot) => foot == Core.Foot.Left ? "simulated-left" : "simulated-right";

    /// <summary>A radio that loses and delays as asked, and otherwise is a usual one.</summary>
    /// <param name="lossShare">Share of packets that are lost, in bursts, 0 to 0.5.</param>
    /// <param name="jitterS">The most by which packets are late, s.</param>
    public static RadioModel Radio(double lossShare, double jitterS) => new() { ConnectionIntervalS = 0.015, HostDelayS = 0.002, LossShare = lossShare, JitterS = jitterS };

    // Quartz of two sensors: as far apart as their data sheets allow.
    private static SimulatedFoot Foot(Foot foot, PlayedSamples played, RadioModel radio, ulong seed, double leadS) => new(new ProtocolFirmware(foot, played.RateHz), new SimulatedFootOptions
    {
        Samples = played.From(leadS),
        Radio = radio,
        Clock = new SimulatedClock { DriftRatio = foot == Core.Foot.Left ? 20e-6 : -20e-6, OffsetS = 100 + (int)foot },
        Seed = seed,
        Stream = (ulong)foot,
    });
}
