namespace GaitSense.Simulation.Radio;

/// <summary>
/// A Bluetooth LE link from one sensor. Samples are batched into notifications; a notification waits for the next connection event and is
/// repeated at later ones until it gets through, so a bad moment delays more than it loses. What is lost is lost in bursts (Gilbert 1960,
/// Elliott 1963), when the sensor's queue is full, or while the connection is gone. Nothing ever overtakes anything.
/// </summary>
public sealed record RadioModel
{
    /// <summary>Samples in one notification. <value>The default is 5; 1 to 100.</value></summary>
    public int SamplesPerPacket { get; init; } = 5;

    /// <summary>Time between connection events, s. <value>The default is 0.030, which phones often choose; 0.0075 to 4.</value></summary>
    public double ConnectionIntervalS { get; init; } = 0.030;

    /// <summary>Notifications that one connection event carries. <value>The default is 4.</value></summary>
    public int PacketsPerEvent { get; init; } = 4;

    /// <summary>From the air to the program that asked, s. <value>The default is 0.004.</value></summary>
    public double HostDelayS { get; init; } = 0.004;

    /// <summary>The most by which the host takes longer than that, each packet by chance, s; packets stay in order. <value>The default is 0.</value></summary>
    public double JitterS { get; init; }

    /// <summary>Chance that a connection event fails and all that waits goes to the next one. <value>The default is 0.02.</value></summary>
    public double RetryShare { get; init; } = 0.02;

    /// <summary>Notifications the sensor can keep waiting; beyond them the newest is lost. <value>The default is 16.</value></summary>
    public int QueuePackets { get; init; } = 16;

    /// <summary>Share of notifications lost over time by bad spells. <value>The default is 0; below <see cref="LossInBadSpell"/>.</value></summary>
    public double LossShare { get; init; }

    /// <summary>Mean length of a bad spell, notifications. <value>The default is 3; 1 or more.</value></summary>
    public double BadSpellPackets { get; init; } = 3;

    /// <summary>Chance that a notification within a bad spell is lost. <value>The default is 1.</value></summary>
    public double LossInBadSpell { get; init; } = 1;

    /// <summary>Lost connections a minute. <value>The default is 0.</value></summary>
    public double DisconnectsPerMin { get; init; }

    /// <summary>Mean time until the connection is back, s; each takes between half and one and a half of it. <value>The default is 1.5.</value></summary>
    public double ReconnectS { get; init; } = 1.5;

    /// <summary>Why such a link cannot exist; null when it can.</summary>
    public string? Problem => this switch
    {
        { SamplesPerPacket: not (>= 1 and <= 100) } => "a packet holds 1 to 100 samples",
        { ConnectionIntervalS: not (>= 0.0075 and <= 4) } => "a connection interval is 0.0075 to 4 s",
        { PacketsPerEvent: < 1 } or { QueuePackets: < 1 } => "a connection event carries, and a queue holds, at least one packet",
        { HostDelayS: not >= 0 } or { JitterS: not (>= 0 and <= 10) } or { ReconnectS: not >= 0 } or { DisconnectsPerMin: not >= 0 } => "times and counts of a radio link are not negative",
        { RetryShare: not (>= 0 and < 0.95) } => "the share of repeated events is from 0 to below 0.95",
        { BadSpellPackets: not >= 1 } => "a bad spell lasts at least one packet",
        { LossInBadSpell: not (> 0 and <= 1) } => "the loss within a bad spell is above 0 and at most 1",
        _ when !(LossShare >= 0 && LossShare < 0.9 * LossInBadSpell) => "the share of lost packets is from 0 to below 0.9 of the loss within a bad spell",
        _ => null,
    };
}
