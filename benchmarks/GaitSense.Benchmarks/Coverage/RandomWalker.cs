using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Benchmarks;

/// <summary>A walker and a pair of sensors drawn at random, so that what the core sees wrongly is another for each walk.</summary>
internal static class RandomWalker
{
    /// <summary>Somebody like <paramref name="like"/>: speed, timing, asymmetry, step width and each foot's habits differ.</summary>
    public static GaitParameters Like(GaitParameters like, DeterministicRandom random)
    {
        return like with
        {
            CadenceStepsPerMin = like.CadenceStepsPerMin * Factor(0.07),
            StrideLengthM = like.StrideLengthM * Factor(0.07),
            StepWidthM = like.StepWidthM * Factor(0.15),
            StepTimeLnRatio = like.StepTimeLnRatio + Draw(0.03),
            StepLengthLnRatio = like.StepLengthLnRatio + Draw(0.03),
            Left = Foot(like.Left),
            Right = Foot(like.Right),
        };

        FootGait Foot(FootGait foot) => foot with
        {
            StanceShare = Math.Clamp(foot.StanceShare + Draw(0.007), 0.62, 0.74),
            AngleAtContactRad = foot.AngleAtContactRad + Draw(0.05),
            AngleAtReleaseRad = Math.Min(-0.30, foot.AngleAtReleaseRad + Draw(0.06)),
            ToeClearanceM = foot.ToeClearanceM * Factor(0.2),
            CircumductionM = foot.CircumductionM * Factor(0.3),
            ToeOutRad = foot.ToeOutRad + Draw(0.05),
            RollRad = foot.RollRad * Factor(0.2),
            YawRad = foot.YawRad * Factor(0.2),
            LandingSpeedMps = foot.LandingSpeedMps * Factor(0.2),
            LandingDropMps = foot.LandingDropMps * Factor(0.2),
            ReleaseSpeedMps = foot.ReleaseSpeedMps * Factor(0.15),
            RingingMps2 = foot.RingingMps2 * Factor(0.3),
        };

        double Draw(double sd) => sd * random.NextVariation();

        double Factor(double sd) => Math.Exp(Draw(sd));
    }

    /// <summary>Sensors that sit tilted on the shoe and are more or less noisy.</summary>
    public static ImuErrorModel Sensor(DeterministicRandom random)
    {
        ImuErrorModel usual = new();
        double noise = Math.Exp(0.3 * random.NextVariation());
        return usual with
        {
            TiltForwardRad = 0.15 * random.NextVariation(),
            TiltOutwardRad = 0.08 * random.NextVariation(),
            AccelNoiseMps2PerRootHz = usual.AccelNoiseMps2PerRootHz * noise,
            GyroNoiseRadPerSPerRootHz = usual.GyroNoiseRadPerSPerRootHz * noise,
            AccelBiasSdMps2 = usual.AccelBiasSdMps2 * noise,
            GyroBiasSdRadPerS = usual.GyroBiasSdRadPerS * noise,
        };
    }
}
