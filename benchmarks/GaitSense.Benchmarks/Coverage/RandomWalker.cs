using GaitSense.Simulation;

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

    /// <summary>Somebody between two others, each foot between any two of their feet.</summary>
    public static GaitParameters Between(GaitParameters a, GaitParameters b, DeterministicRandom random)
    {
        double share = random.NextDouble();
        return a with
        {
            CadenceStepsPerMin = Mix(a.CadenceStepsPerMin, b.CadenceStepsPerMin, share),
            StrideLengthM = Mix(a.StrideLengthM, b.StrideLengthM, share),
            StepWidthM = Mix(a.StepWidthM, b.StepWidthM, share),
            StrideTimeSdS = Mix(a.StrideTimeSdS, b.StrideTimeSdS, share),
            StrideLengthSdM = Mix(a.StrideLengthSdM, b.StrideLengthSdM, share),
            StepTimeLnRatio = Mix(a.StepTimeLnRatio, b.StepTimeLnRatio, share),
            StepLengthLnRatio = Mix(a.StepLengthLnRatio, b.StepLengthLnRatio, share),
            Left = Foot(),
            Right = Foot(),
        };

        FootGait Foot()
        {
            FootGait f = random.NextDouble() < 0.5 ? a.Left : a.Right, g = random.NextDouble() < 0.5 ? b.Left : b.Right;
            double of = random.NextDouble();
            return new FootGait
            {
                StanceShare = Mix(f.StanceShare, g.StanceShare, of),
                AngleAtContactRad = Mix(f.AngleAtContactRad, g.AngleAtContactRad, of),
                AngleAtReleaseRad = Mix(f.AngleAtReleaseRad, g.AngleAtReleaseRad, of),
                ToeClearanceM = Mix(f.ToeClearanceM, g.ToeClearanceM, of),
                CircumductionM = Mix(f.CircumductionM, g.CircumductionM, of),
                ToeOutRad = Mix(f.ToeOutRad, g.ToeOutRad, of),
                RollRad = Mix(f.RollRad, g.RollRad, of),
                YawRad = Mix(f.YawRad, g.YawRad, of),
                LandingSpeedMps = Mix(f.LandingSpeedMps, g.LandingSpeedMps, of),
                LandingDropMps = Mix(f.LandingDropMps, g.LandingDropMps, of),
                ReleaseSpeedMps = Mix(f.ReleaseSpeedMps, g.ReleaseSpeedMps, of),
                RingingMps2 = Mix(f.RingingMps2, g.RingingMps2, of),
            };
        }

        static double Mix(double x, double y, double share) => x + (share * (y - x));
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
