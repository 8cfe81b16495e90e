using GaitSense.Core;

namespace GaitSense.Recording;

/// <summary>The contract's words for the core's enumerations.</summary>
public static class Words
{
    /// <summary><c>left</c> or <c>right</c>.</summary>
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
    public static string Of(RejectReason reason) => reason switch
    {
        RejectReason.None => "",
        RejectReason.Gap => "gap",
        RejectReason.NoZeroVelocity => "no_zero_velocity",
        RejectReason.Incomplete => "incomplete",
        RejectReason.Clipped => "clipped",
        RejectReason.Implausible => "implausible",
        RejectReason.MountingSlip => "mounting_slip",
        RejectReason.FrozenSensor => "frozen_sensor",
        RejectReason.SensorFault => "sensor_fault",
        RejectReason.UnsureTime => "unsure_time",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary><c>displacement</c>, <c>corner</c>, and so on; empty where the direction was not revised.</summary>
    public static string Of(DirectionRevision revision) => revision switch
    {
        DirectionRevision.None => "",
        DirectionRevision.Displacement => "displacement",
        DirectionRevision.Corner => "corner",
        DirectionRevision.ForwardLearned => "forward_learned",
        DirectionRevision.NoEarlyEstimate => "no_early_estimate",
        _ => throw new ArgumentOutOfRangeException(nameof(revision)),
    };

    /// <summary>Reads a foot's word.</summary>
    public static bool TryFoot(string? word, out Foot foot)
    {
        foot = string.Equals(word, "right", StringComparison.Ordinal) ? Foot.Right : Foot.Left;
        return string.Equals(word, Of(foot), StringComparison.Ordinal);
    }

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
