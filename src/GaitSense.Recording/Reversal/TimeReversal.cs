using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Recording.Reversal;

/// <summary>
/// A walk played backward in time: the same path, walked backward. Position is even in time and velocity odd, so specific force stays and
/// angular rate changes sign; a landing becomes a release, and forward becomes backward. Backward walking is close to reversed forward
/// walking in its kinematics (Winter, Pluck and Yang 1989; Thorstensson 1986), though not in its impacts: a reversed walk has no landing
/// spike. So any forward recording that comes to rest makes a test of walking backward.
/// </summary>
public static class TimeReversal
{
    /// <summary>One foot's samples in reverse, mirrored at <paramref name="mirror"/>: what was at mirror - t is at mirror + t.</summary>
    public static ImuSample[] Reverse(ReadOnlySpan<ImuSample> samples, DeviceTime mirror)
    {
        var reversed = new ImuSample[samples.Length];
        for (int i = 0; i < samples.Length; i++)
        {
            ImuSample s = samples[^(i + 1)];
            reversed[i] = new ImuSample(Mirrored(s.Time, mirror), s.AccelMps2, -s.GyroRadPerS, s.Clipped);
        }

        return reversed;
    }

    /// <summary>
    /// One foot's samples up to <paramref name="mirror"/>, then the same in reverse. A sample at the mirror itself is not repeated. The join is
    /// smooth only where the foot rests at the mirror: see <see cref="RestJoin"/>.
    /// </summary>
    public static ImuSample[] ThereAndBack(ReadOnlySpan<ImuSample> samples, DeviceTime mirror)
    {
        int kept = 0, before = 0;
        while (kept < samples.Length && samples[kept].Time <= mirror) kept++;
        while (before < kept && samples[before].Time < mirror) before++;
        return [.. samples[..kept], .. Reverse(samples[..before], mirror)];
    }

    /// <summary>
    /// What is known about the reversed walk. A sequence without times has no place in it. A sideways stride goes to the other side; a stride
    /// on the spot stays one.
    /// </summary>
    public static ReferenceData Reverse(ReferenceData reference, DeviceTime mirror)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return new ReferenceData
        {
            Events = reference.Events is { } events
                ? [.. events.Reverse().Select(e => e with { Kind = Reversed(e.Kind), Time = Mirrored(e.Time, mirror), Direction = Reversed(e.Direction) })]
                : null,
            Strides = reference.Strides is { } strides
                ? [.. strides.Reverse().Select(s => s with { Start = Mirrored(s.End, mirror), End = Mirrored(s.Start, mirror), Direction = Reversed(s.Direction) })]
                : null,
            Ignored = [.. reference.Ignored.Reverse().Select(i => i with { Start = Mirrored(i.End, mirror), End = Mirrored(i.Start, mirror) })],
        };
    }

    /// <summary>What is known about a walk up to <paramref name="mirror"/> and its reversal. What reaches beyond the mirror is left out.</summary>
    public static ReferenceData ThereAndBack(ReferenceData reference, DeviceTime mirror)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ReferenceData there = new()
        {
            Events = reference.Events is { } events ? [.. events.Where(e => e.Time < mirror)] : null,
            Strides = reference.Strides is { } strides ? [.. strides.Where(s => s.End < mirror)] : null,
            Ignored = [.. reference.Ignored.Where(i => i.End < mirror)],
        };
        ReferenceData back = Reverse(there, mirror);
        return new ReferenceData
        {
            Events = there.Events is null ? null : [.. there.Events, .. back.Events!],
            Strides = there.Strides is null ? null : [.. there.Strides, .. back.Strides!],
            Ignored = [.. there.Ignored, .. back.Ignored],
        };
    }

    /// <summary>The event that this one is in a reversed walk.</summary>
    public static GaitEventKind Reversed(GaitEventKind kind) => kind switch
    {
        GaitEventKind.InitialContact => GaitEventKind.TerminalContact,
        GaitEventKind.TerminalContact => GaitEventKind.InitialContact,
        GaitEventKind.FootFlat => GaitEventKind.HeelOff,
        GaitEventKind.HeelOff => GaitEventKind.FootFlat,
        _ => kind,
    };

    /// <summary>The direction that this one is in a reversed walk.</summary>
    public static WalkingDirection Reversed(WalkingDirection direction) => direction switch
    {
        WalkingDirection.Forward => WalkingDirection.Backward,
        WalkingDirection.Backward => WalkingDirection.Forward,
        WalkingDirection.Left => WalkingDirection.Right,
        WalkingDirection.Right => WalkingDirection.Left,
        _ => direction,
    };

    private static DeviceTime Mirrored(DeviceTime time, DeviceTime mirror) => new((2 * mirror.Microseconds) - time.Microseconds);
}
