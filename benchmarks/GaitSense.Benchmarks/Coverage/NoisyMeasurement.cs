using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;

namespace GaitSense.Benchmarks;

/// <summary>A simulated walk as sensors would measure it, without the signal core: each contact and length with an error of its own. Fast.</summary>
internal static class NoisyMeasurement
{
    /// <summary>Measures a walk.</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="errors">SD of the errors of a landing and of a release, s, and of a length, m.</param>
    /// <param name="systematic">SD of what all of them of one foot share, and those of both feet.</param>
    /// <param name="seed">Chance.</param>
    /// <param name="clockErrorS">What the right foot's clock is really ahead by, s.</param>
    /// <param name="clockUncertaintyS">What is known of that: its standard uncertainty, s.</param>
    public static WalkRecord Of(SimulatedWalk walk, (double LandingS, double ReleaseS, double LengthM) errors, (double LandingS, double ReleaseS, double LengthM, double BothLandingS, double BothLengthM) systematic, ulong seed, double clockErrorS = 0, double clockUncertaintyS = 0)
    {
        DeterministicRandom random = new(seed, stream: 77);
        // Walkers and feet differ in how well the core sees them: the error's variance is 1 ± 1 of the usual.
        double[] scale = [.. new double[2].Select(_ => Math.Sqrt(Math.Max(0.05, 1 + random.NextVariation())))];
        double bothLanding = systematic.BothLandingS * random.NextNormal(), bothLength = systematic.BothLengthM * random.NextNormal();
        double[] landing = [.. scale.Select(_ => bothLanding + (systematic.LandingS * random.NextNormal()))];
        double[] release = [.. scale.Select(_ => systematic.ReleaseS * random.NextNormal())];
        double[] length = [.. scale.Select(_ => bothLength + (systematic.LengthM * random.NextNormal()))];
        List<Stride> strides = [];
        Dictionary<Foot, DeviceTime?> landed = new() { [Foot.Left] = null, [Foot.Right] = null };
        foreach (SimulatedStride s in walk.Strides)
        {
            double ahead = s.Foot == Foot.Right ? clockErrorS : 0;
            DeviceTime end = DeviceTime.FromSeconds(s.EndS + ahead + landing[(int)s.Foot] + (errors.LandingS * scale[(int)s.Foot] * random.NextNormal()));
            strides.Add(new Stride
            {
                Foot = s.Foot,
                Index = s.Index,
                Start = s.StartS is null ? null : landed[s.Foot],
                TerminalContact = DeviceTime.FromSeconds(s.TerminalContactS + ahead + release[(int)s.Foot] + (errors.ReleaseS * scale[(int)s.Foot] * random.NextNormal())),
                End = end,
                LengthM = s.LengthM + length[(int)s.Foot] + (errors.LengthM * scale[(int)s.Foot] * random.NextNormal()),
                ClearanceM = s.ClearanceM,
                TurnRad = s.TurnRad,
                Direction = s.Direction,
                Confidence = 1,
            });
            landed[s.Foot] = end;
        }

        return new WalkRecord
        {
            Context = new WalkContext { Recording = "simulated", ClockUncertaintyS = clockUncertaintyS },
            Strides = strides,
            Steps = StepsOf(strides),
            Bouts = [new Bout(strides[0].TerminalContact, strides[^1].End, strides.Count)],
        };
    }

    private static List<Step> StepsOf(List<Stride> strides)
    {
        List<Step> steps = [];
        for (int i = 1; i < strides.Count; i++)
        {
            Stride s = strides[i], before = strides[i - 1];
            if (s.Foot == before.Foot) continue;
            double? support = i + 1 < strides.Count && strides[i + 1].Foot != s.Foot ? strides[i + 1].TerminalContact.SecondsSince(s.End) : null;
            steps.Add(new Step(s.Foot, s.End, s.End.SecondsSince(before.End), 0.01, support, s.End, s.Direction));
        }

        return steps;
    }
}
