using GaitSense.Core;

namespace GaitSense.Analysis;

/// <summary>The contract's words for enum values, as they stand in files; and words for people.</summary>
internal static class Words
{
    public static readonly Foot[] Feet = [Foot.Left, Foot.Right];

    public static string Of(Foot foot) => foot == Foot.Left ? "left" : "right";

    public static string Of(WalkingDirection direction) => direction switch
    {
        WalkingDirection.Forward => "forward",
        WalkingDirection.Backward => "backward",
        WalkingDirection.Left => "left",
        WalkingDirection.Right => "right",
        WalkingDirection.InPlace => "in_place",
        _ => "unknown",
    };

    public static string Of(GaitEventKind kind) => kind switch
    {
        GaitEventKind.InitialContact => "initial_contact",
        GaitEventKind.FootFlat => "foot_flat",
        GaitEventKind.HeelOff => "heel_off",
        GaitEventKind.TerminalContact => "terminal_contact",
        _ => "mid_swing",
    };

    public static string Of(RejectReason reason) => reason switch
    {
        RejectReason.None => "none",
        RejectReason.Gap => "gap",
        RejectReason.NoZeroVelocity => "no_zero_velocity",
        RejectReason.Incomplete => "incomplete",
        RejectReason.Clipped => "clipped",
        RejectReason.Implausible => "implausible",
        RejectReason.MountingSlip => "mounting_slip",
        RejectReason.FrozenSensor => "frozen_sensor",
        RejectReason.SensorFault => "sensor_fault",
        RejectReason.UnsureTime => "unsure_time",
        _ => reason.ToString(),
    };

    public static string ForPeople(WalkingDirection direction) => direction switch
    {
        WalkingDirection.Forward => "forward",
        WalkingDirection.Backward => "backward",
        WalkingDirection.Left => "to the left",
        WalkingDirection.Right => "to the right",
        WalkingDirection.InPlace => "in place",
        _ => "unknown",
    };

    public static string ForPeople(RejectReason reason) => reason switch
    {
        RejectReason.Gap => "Samples were missing for too long (more than 50 ms, or 2.5 sample periods).",
        RejectReason.NoZeroVelocity => "The foot was never still before or after the swing, so the length has no anchor.",
        RejectReason.Incomplete => "The recording or the walk was cut before the stride was complete.",
        RejectReason.Clipped => "The sensor was at its limit so long, and where it counts so much, that length or turn are unknown.",
        RejectReason.Implausible => "A number is outside what a foot can do.",
        RejectReason.MountingSlip => "The sensor moved on the shoe during the stride.",
        RejectReason.FrozenSensor => "The sensor gave one and the same reading for more than 0.2 s.",
        RejectReason.SensorFault => "The sensor is known to be wrong (its axes, a scale, or its place): see the warnings.",
        RejectReason.UnsureTime => "The times of samples were not known well enough: packets of a sensor that does not number them were lost unseen, or its rate was not known.",
        _ => "The stride is valid.",
    };
}
