using System.Text.Json;

namespace GaitSense.Core;

/// <summary>The words of the core's enumerations, in one place: <c>Of</c> and <c>InFiles</c> as files have them, <c>ForPeople</c> and <c>InShort</c> as people read them.</summary>
public static class Words
{
    /// <summary><c>left</c> or <c>right</c>, in files and for people.</summary>
    public static string Of(Foot foot) => foot == Foot.Left ? "left" : "right";

    /// <summary><c>initial_contact</c>, <c>foot_flat</c>, <c>heel_off</c>, <c>terminal_contact</c> or <c>mid_swing</c>.</summary>
    public static string Of(GaitEventKind kind) => kind switch
    {
        GaitEventKind.InitialContact => "initial_contact",
        GaitEventKind.FootFlat => "foot_flat",
        GaitEventKind.HeelOff => "heel_off",
        GaitEventKind.TerminalContact => "terminal_contact",
        GaitEventKind.MidSwing => "mid_swing",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary><c>forward</c>, <c>backward</c>, <c>left</c>, <c>right</c>, <c>in_place</c> or <c>unknown</c>.</summary>
    public static string Of(WalkingDirection direction) => direction switch
    {
        WalkingDirection.Unknown => "unknown",
        WalkingDirection.Forward => "forward",
        WalkingDirection.Backward => "backward",
        WalkingDirection.Left => "left",
        WalkingDirection.Right => "right",
        WalkingDirection.InPlace => "in_place",
        _ => throw new ArgumentOutOfRangeException(nameof(direction)),
    };

    /// <summary><c>gap</c>, <c>no_zero_velocity</c>, and so on; empty for a valid stride.</summary>
    public static string Of(RejectReason reason) => reason == RejectReason.None ? "" : InFiles(reason);

    /// <summary><c>displacement</c>, <c>corner</c>, and so on; empty where the direction was not revised.</summary>
    public static string Of(DirectionRevision revision) => revision == DirectionRevision.None ? "" : InFiles(revision);

    /// <summary>The name of any other enumeration's value in files: its name in the code, in snake case.</summary>
    public static string InFiles<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) ? JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()) : throw new ArgumentOutOfRangeException(nameof(value));

    /// <summary>A direction on pages and screens.</summary>
    public static string ForPeople(WalkingDirection direction) => direction switch
    {
        WalkingDirection.Left => "to the left",
        WalkingDirection.Right => "to the right",
        WalkingDirection.InPlace => "in place",
        _ => Of(direction),
    };

    /// <summary>An event on pages and screens.</summary>
    public static string ForPeople(GaitEventKind kind) => kind == GaitEventKind.MidSwing ? "mid-swing" : Of(kind).Replace('_', ' ');

    /// <summary>Why a stride was rejected, a sentence.</summary>
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

    /// <summary>Why a stride was rejected, in a few words.</summary>
    public static string InShort(RejectReason reason) => reason switch
    {
        RejectReason.None => "valid",
        RejectReason.Gap => "samples missing",
        RejectReason.NoZeroVelocity => "never still",
        RejectReason.Incomplete => "cut off",
        RejectReason.Clipped => "sensor at its limit",
        RejectReason.Implausible => "implausible",
        RejectReason.MountingSlip => "sensor slipped",
        RejectReason.FrozenSensor => "sensor frozen",
        RejectReason.SensorFault => "sensor faulty",
        RejectReason.UnsureTime => "times unsure",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>Reads a foot's word.</summary>
    public static bool TryFoot(string? word, out Foot foot) => TryAny(word, Of, out foot);

    /// <summary>Reads an event's word.</summary>
    public static bool TryEvent(string? word, out GaitEventKind kind) => TryAny(word, Of, out kind);

    /// <summary>Reads a direction's word; an empty one is <see cref="WalkingDirection.Unknown"/>.</summary>
    public static bool TryDirection(string? word, out WalkingDirection direction)
    {
        direction = WalkingDirection.Unknown;
        return string.IsNullOrEmpty(word) || TryAny(word, Of, out direction);
    }

    /// <summary>Reads a reject reason's word; an empty one is <see cref="RejectReason.None"/>.</summary>
    public static bool TryReason(string? word, out RejectReason reason) => TryAny(word ?? "", Of, out reason);

    private static bool TryAny<T>(string? word, Func<T, string> spell, out T value)
        where T : struct, Enum
    {
        foreach (T candidate in Enum.GetValues<T>())
        {
            if (!string.Equals(spell(candidate), word, StringComparison.Ordinal)) continue;
            value = candidate;
            return true;
        }

        value = default;
        return false;
    }
}
