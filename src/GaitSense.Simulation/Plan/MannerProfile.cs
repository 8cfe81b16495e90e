using GaitSense.Core;

namespace GaitSense.Simulation.Plan;

/// <summary>What a manner of walking makes of a person's usual gait: lengths, times and angles of one step of one foot.</summary>
/// <param name="StepLengthM">Way of the body in this step, m, not negative.</param>
/// <param name="StanceShare">Stance as a share of the stride.</param>
/// <param name="Gait">The foot's angles and speeds in this manner.</param>
/// <param name="Reversed">Whether rotation runs as in forward walking played backward.</param>
internal readonly record struct MannerProfile(double StepLengthM, double StanceShare, FootGait Gait, bool Reversed)
{
    /// <summary>Share of the stance between initial contact and foot flat.</summary>
    public double LoadShare => Reversed ? 0.36 : 0.19;

    /// <summary>Share of the stance between heel off (or toe off the ground, backward) and terminal contact.</summary>
    public double PushShare => Reversed ? 0.24 : 0.43;

    public static MannerProfile For(WalkManner manner, GaitParameters person, Foot side)
    {
        FootGait foot = side == Foot.Left ? person.Left : person.Right;
        double half = person.StrideLengthM / 2, share = foot.StanceShare;
        return manner switch
        {
            WalkManner.Forward => new(half, share, foot, false),
            WalkManner.Backward => new(half * person.BackwardLengthRatio, share + person.BackwardStanceGain, Backward(foot), true),
            WalkManner.Left or WalkManner.Right => new(0.25 + (0.12 * half), share, Flat(foot, -0.03, -0.22, 0.3), false),
            WalkManner.InPlace => new(0, share, Flat(foot, -0.12, -0.55, 0.35) with { ToeClearanceM = foot.ToeClearanceM + 0.02 }, false),
            WalkManner.StairsUp => new(person.TreadM, share, Flat(foot, -0.04, 0.7 * foot.AngleAtReleaseRad, 0.5), false),
            WalkManner.StairsDown => new(person.TreadM, share, Flat(foot, -0.35, 0.5 * foot.AngleAtReleaseRad, 0.6) with { LandingDropMps = 1.6 * foot.LandingDropMps }, false),
            _ => throw new ArgumentOutOfRangeException(nameof(manner), manner, "This manner of walking is not known."),
        };
    }

    private static FootGait Backward(FootGait foot) => foot with
    {
        AngleAtContactRad = 0.5 * foot.AngleAtReleaseRad,
        AngleAtReleaseRad = Math.Max(0.08, 0.55 * foot.AngleAtContactRad),
        LandingSpeedMps = 1.6 * foot.LandingSpeedMps,
        LandingDropMps = 0.8 * foot.LandingDropMps,
        ReleaseSpeedMps = 0.8 * foot.ReleaseSpeedMps,
        RingingMps2 = 0.6 * foot.RingingMps2,
        YawRad = 0.6 * foot.YawRad,
        RollRad = 0.6 * foot.RollRad,
    };

    private static FootGait Flat(FootGait foot, double contactRad, double releaseRad, double liveliness) => foot with
    {
        AngleAtContactRad = contactRad,
        AngleAtReleaseRad = releaseRad,
        LandingSpeedMps = 0.3 * liveliness * foot.LandingSpeedMps,
        LandingDropMps = (0.5 + (0.5 * liveliness)) * foot.LandingDropMps,
        ReleaseSpeedMps = 0.3 * liveliness * foot.ReleaseSpeedMps,
        RingingMps2 = (0.4 + (0.6 * liveliness)) * foot.RingingMps2,
        YawRad = liveliness * foot.YawRad,
        RollRad = liveliness * foot.RollRad,
    };
}
