using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation.Presets;

/// <summary>The people whom the presets send walking. Impairments are parameters, not special code.</summary>
internal static class SimulatedPeople
{
    /// <summary>A healthy adult, as the recordings the simulation was shaped after.</summary>
    public static readonly GaitParameters Healthy = new();

    /// <summary>A healthy adult hurrying: stance takes less of the stride.</summary>
    public static readonly GaitParameters HealthyFast = (Healthy with
    {
        CadenceStepsPerMin = 128,
        StrideLengthM = 1.68,
    }).WithBothFeet(foot => foot with { StanceShare = 0.60 });

    /// <summary>A healthy adult strolling.</summary>
    public static readonly GaitParameters HealthySlow = Healthy with
    {
        CadenceStepsPerMin = 84,
        StrideLengthM = 1.05,
        StrideTimeSdS = 0.035,
        Left = Slow(Healthy.Left),
        Right = Slow(Healthy.Right),
    };

    /// <summary>Mild multiple sclerosis.</summary>
    public static readonly GaitParameters MsMild = Healthy with
    {
        CadenceStepsPerMin = 104,
        StrideLengthM = 1.18,
        StepWidthM = 0.14,
        StrideTimeSdS = 0.030,
        StrideLengthSdM = 0.045,
        StepLengthLnRatio = 0.05,
        Left = new() { StanceShare = 0.665, AngleAtContactRad = 0.32, AngleAtReleaseRad = -0.95, ToeClearanceM = 0.015 },
        Right = new() { StanceShare = 0.645, AngleAtContactRad = 0.26, AngleAtReleaseRad = -0.85, ToeClearanceM = 0.012, CircumductionM = 0.02 },
    };

    /// <summary>A right foot that drops.</summary>
    public static readonly GaitParameters MsFootDrop = Healthy with
    {
        CadenceStepsPerMin = 92,
        StrideLengthM = 0.95,
        StepWidthM = 0.15,
        StrideTimeSdS = 0.045,
        StrideLengthSdM = 0.05,
        StepTimeLnRatio = 0.12,
        StepLengthLnRatio = 0.10,
        Left = new() { StanceShare = 0.71, AngleAtContactRad = 0.26, AngleAtReleaseRad = -0.85, ToeClearanceM = 0.016 },
        Right = new()
        {
            StanceShare = 0.64,
            AngleAtContactRad = -0.08,
            AngleAtReleaseRad = -0.60,
            ToeClearanceM = 0.006,
            CircumductionM = 0.03,
            LandingDropMps = 0.35,
            ReleaseSpeedMps = 1.4,
        },
    };

    /// <summary>A left leg that is stiff in swing.</summary>
    public static readonly GaitParameters MsSpastic = Healthy with
    {
        CadenceStepsPerMin = 84,
        StrideLengthM = 0.85,
        StepWidthM = 0.17,
        StrideTimeSdS = 0.05,
        StrideLengthSdM = 0.05,
        StepTimeLnRatio = -0.15,
        Left = new() { StanceShare = 0.66, AngleAtContactRad = 0.03, AngleAtReleaseRad = -0.38, ToeClearanceM = 0.007, CircumductionM = 0.08, RollRad = 0.3, ReleaseSpeedMps = 1.2 },
        Right = new() { StanceShare = 0.72, AngleAtContactRad = 0.24, AngleAtReleaseRad = -0.80, ToeClearanceM = 0.015 },
    };

    /// <summary>Shuffling.</summary>
    public static readonly GaitParameters MsShuffle = (Healthy with
    {
        CadenceStepsPerMin = 96,
        StrideLengthM = 0.22,
        StepWidthM = 0.13,
        StrideTimeSdS = 0.05,
        StrideLengthSdM = 0.03,
        BackwardLengthRatio = 0.9,
    }).WithBothFeet(foot => foot with { StanceShare = 0.72, AngleAtContactRad = 0.02, AngleAtReleaseRad = -0.24, ToeClearanceM = 0.004, LandingDropMps = 0.12, RollRad = 0.06, YawRad = 0.06 });

    /// <summary>Strides of 3 s.</summary>
    public static readonly GaitParameters VerySlow = (Healthy with
    {
        CadenceStepsPerMin = 40,
        StrideLengthM = 0.60,
        StepWidthM = 0.16,
        StrideTimeSdS = 0.15,
        StrideLengthSdM = 0.05,
    }).WithBothFeet(foot => foot with { StanceShare = 0.76, AngleAtContactRad = 0.10, AngleAtReleaseRad = -0.55, ToeClearanceM = 0.010, RollRad = 0.1, YawRad = 0.1 });

    /// <summary>A right foot that hangs down.</summary>
    public static readonly GaitParameters MsFootDropSevere = MsFootDrop with
    {
        CadenceStepsPerMin = 84,
        StrideLengthM = 0.80,
        Right = MsFootDrop.Right with { AngleAtContactRad = -0.28, AngleAtReleaseRad = -0.50, CircumductionM = 0.05 },
    };

    /// <summary>A stick in the left hand that goes with a weak right leg: slow, and longer on the ground than without it.</summary>
    public static readonly GaitParameters WalkingStick = Healthy with
    {
        CadenceStepsPerMin = 72,
        StrideLengthM = 0.80,
        StepWidthM = 0.15,
        StrideTimeSdS = 0.05,
        StrideLengthSdM = 0.05,
        StepTimeLnRatio = 0.04,
        StepLengthLnRatio = 0.08,
        StickTapMps2 = 0.8,
        Left = new() { StanceShare = 0.71, AngleAtContactRad = 0.22, AngleAtReleaseRad = -0.80, ToeClearanceM = 0.016 },
        Right = new() { StanceShare = 0.77, AngleAtContactRad = 0.15, AngleAtReleaseRad = -0.60, ToeClearanceM = 0.010, CircumductionM = 0.02 },
    };

    private static FootGait Slow(FootGait foot) => foot with { StanceShare = 0.68, AngleAtContactRad = 0.30, AngleAtReleaseRad = -0.95 };
}
