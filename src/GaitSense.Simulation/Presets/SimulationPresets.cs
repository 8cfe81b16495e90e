using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Sensor;
using static GaitSense.Simulation.Presets.SimulatedPeople;

namespace GaitSense.Simulation.Presets;

/// <summary>The walks that come with GaitSense.</summary>
public static class SimulationPresets
{
    private static readonly ImuErrorModel Shoe = new() { TiltForwardRad = 0.15, TiltOutwardRad = 0.25 };

    private static readonly ImuErrorModel Instep = Shoe with { TiltForwardRad = 0.45, TiltOutwardRad = 0.1 };

    /// <summary>All presets, in the order in which a person should meet them.</summary>
    public static IReadOnlyList<SimulationPreset> All { get; } =
    [
        new("healthy", "healthy adult at a comfortable speed, 1.3 m/s, lengths of about 10 m with turns", Healthy, 60, (d, s) => s.Stand(2).Lengths(d - 4, 8).Stand(2), Shoe),
        new("healthy-slow", "healthy adult strolling at 0.7 m/s", HealthySlow, 60, (d, s) => s.Stand(2).Lengths(d - 4, 12).Stand(2), Shoe),
        new("healthy-fast", "healthy adult hurrying at 1.8 m/s", HealthyFast, 45, (d, s) => s.Stand(2).Lengths(d - 4, 8).Stand(2), Shoe),
        new("ms-mild", "mild multiple sclerosis: shorter, more variable, a little uneven, 1.0 m/s", MsMild, 60, (d, s) => s.Stand(2).Lengths(d - 4, 9).Stand(2), Shoe),
        new("ms-foot-drop", "right foot drop: lands on the toes or flat, low clearance, swings outward, uneven", MsFootDrop, 60, (d, s) => s.Stand(2).Lengths(d - 4, 12).Stand(2), Shoe),
        new("ms-foot-drop-severe", "right foot drop: the foot hangs and lands on the toes at 13 degrees or more, swings outward, slow", MsFootDropSevere, 60, (d, s) => s.Stand(2).Lengths(d - 4, 12).Stand(2), Shoe),
        new("ms-spastic", "left leg stiff in swing: circumduction, little foot rotation, flat landing", MsSpastic, 60, (d, s) => s.Stand(2).Lengths(d - 4, 12).Stand(2), Shoe),
        new("ms-shuffle", "shuffling strides of 0.2 m with hardly any clearance", MsShuffle, 60, (d, s) => s.Stand(2).Lengths(d - 4, 20, 150).Stand(2), Shoe),
        new("very-slow", "strides of 3 s and 0.6 m: 0.2 m/s", VerySlow, 90, (d, s) => s.Stand(2).Walk(WalkManner.Forward, d - 4).Stand(2), Shoe),
        new(
            "ms-ataxic", "unsteady: wide steps, strides of very different length and time",
            MsMild with { StepWidthM = 0.22, StrideTimeSdS = 0.10, StrideLengthSdM = 0.14, AngleVariation = 0.15 }, 60, (d, s) => s.Stand(2).Lengths(d - 4, 10).Stand(2), Shoe),
        new(
            "ms-fatigue", "walking fatigue: stride length, cadence and foot lift fall minute by minute",
            MsMild with { LengthDriftPerMin = -0.04, CadenceDriftPerMin = -0.02, LiftDriftPerMin = -0.06 }, 360, (d, s) => s.Stand(2).Lengths(d - 4, 15).Stand(2), Shoe),
        new(
            "ms-hesitation", "stops for a moment in the middle of walking, again and again",
            MsMild with { HesitationChance = 0.06, HesitationMaxS = 2.5 }, 60, (d, s) => s.Stand(2).Lengths(d - 4, 10).Stand(2), Shoe),
        new(
            "freezing", "freezing of gait: steps shorten, the feet tremble in place for seconds, tiny steps, on again; also in turns",
            MsMild with { StrideLengthM = 0.95, StrideLengthSdM = 0.05 }, 75, Freezing, Shoe),
        new(
            "start-hesitation", "hesitates before starting: the heel lifts and comes down again before the first step; sways while standing",
            MsMild with { FalseStartChance = 0.8, SwayRad = 0.003 }, 60, (d, s) => StartsAndStands(d, 3, s), Shoe),
        new(
            "standing-sway", "stands for long and sways, with a few steps between: nothing there is a step",
            MsMild with { SwayRad = 0.012 }, 60, (d, s) => StartsAndStands(d, 8, s), Shoe),
        new("ms-tremor", "the feet tremble at 4 beats a second while standing or sitting, with a few steps between", MsMild with { TremorRad = 0.02, SwayRad = 0.004 }, 60, (d, s) => StartsAndStands(d, 8, s), Shoe),
        new("ms-clonus", "spells of clonus while standing or sitting: the left heel beats 5 to 7 times a second; a few steps between", MsMild with { ClonusRad = 0.06, SwayRad = 0.004 }, 60, (d, s) => StartsAndStands(d, 8, s), Shoe),
        new("walking-stick", "a stick in the left hand that lands with a weak right foot: slow, long stance, its taps faintly felt", WalkingStick, 60, (d, s) => s.Stand(2).Lengths(d - 4, 12).Stand(2), Shoe),
        new(
            "asymmetric", "right steps 15 % shorter and 10 % quicker than left ones",
            Healthy with { StepLengthLnRatio = -0.15, StepTimeLnRatio = -0.10 }, 60, (d, s) => s.Stand(2).Lengths(d - 4, 12).Stand(2), Shoe),
        new("backward-practice", "backward training: forward and backward in turn, with a stop between", Healthy with { BackwardLengthRatio = 0.6 }, 90, BackwardPractice, Shoe),
        new("ms-backward", "backward training with mild multiple sclerosis, short steps at half the forward speed", MsMild with { BackwardLengthRatio = 0.5, CadenceStepsPerMin = 92 }, 90, BackwardPractice, Shoe),
        new(
            "there-and-back", "stand, walk, turn, walk back, stop, walk the same way backward, stop: the sample recording", Healthy, 48,
            (d, s) => s.Stand(2.5).Walk(WalkManner.Forward, (d - 14) / 3).Turn(180).Walk(WalkManner.Forward, (d - 14) / 3).Stand(2).Walk(WalkManner.Backward, (d - 14) / 3).Stand(2.5), Shoe),
        new("turns", "turns of 45 to 360 degrees to both sides, walking and on the spot", Healthy, 75, Turns, Shoe),
        new("sideways", "side steps to the left and to the right", Healthy, 40, (d, s) => s.Stand(2).Walk(WalkManner.Left, (d - 8) / 2).Stand(1.5).Walk(WalkManner.Right, (d - 8) / 2).Stand(2), Shoe),
        new("in-place", "stepping on the spot", Healthy, 30, (d, s) => s.Stand(2).Walk(WalkManner.InPlace, d - 4).Stand(2), Shoe),
        new("stop-and-go", "a few steps, a stop, again and again", Healthy, 60, StopAndGo, Shoe),
        new("stairs", "up and down stairs, one riser a step", Healthy with { CadenceStepsPerMin = 96 }, 40, (d, s) => s.Stand(2).Walk(WalkManner.StairsUp, (d - 8) / 2).Stand(2).Walk(WalkManner.StairsDown, (d - 8) / 2).Stand(2), Shoe),
        new(
            "treadmill", "steady walking on a treadmill, seen from the belt: no turns, hardly any variation",
            Healthy with { StrideTimeSdS = 0.012, StrideLengthSdM = 0.015, CadenceStepsPerMin = 106, StrideLengthM = 1.16 }, 60, (d, s) => s.Stand(2).Walk(WalkManner.Forward, d - 4).Stand(2), Shoe),
        new("mid-swing-start", "as healthy, but the recording begins in the middle of a swing", Healthy, 30, (d, s) => s.Stand(2).Walk(WalkManner.Forward, d - 4).Stand(2), Shoe, fromS: 5.02),
        new("unknown-mounting", "as healthy, the sensors upside down on the instep and their axes not declared", Healthy, 60, (d, s) => s.Stand(2).Lengths(d - 4, 8).Stand(2), Instep with { Mounting = new(new(0, -1, 0), new(-1, 0, 0), new(0, 0, -1)), MountingDeclared = false }),
        new("lost-packets", "as healthy, with 3 % of samples lost in bursts and now and then a hole of half a second", Healthy, 60, (d, s) => s.Stand(2).Lengths(d - 4, 8).Stand(2), Shoe with { LossShare = 0.03, LossBurstSamples = 4, HolesPerMin = 2, HoleS = 0.5 }),
        new("cheap-sensor", "as healthy, 60 Hz, 8 g and 500 degrees/s that clip, noise, jitter, a clock that drifts", Healthy, 60, (d, s) => s.Stand(2).Lengths(d - 4, 8).Stand(2), Cheap(Shoe)),
        new("soft-mounting", "as healthy, the sensors strapped softly: they ring at 20 Hz after every landing", Healthy, 60, (d, s) => s.Stand(2).Lengths(d - 4, 8).Stand(2), Shoe with { SoftMountHz = 20 }),
        new("slip-during-walk", "as healthy, the right sensor's strap slips after 25 s: 20 degrees about the foot, within a tenth of a second", Healthy, 60, (d, s) => s.Stand(2).Lengths(d - 4, 8).Stand(2), Shoe with { SlipRad = new(0.15, 0.32, 0), SlipAtS = 25, SlipFoot = Core.Foot.Right }),
        new("warming-up", "as healthy, the sensors out of the cold: their biases drift as they warm up by 20 degrees", Healthy, 120, (d, s) => s.Stand(2).Lengths(d - 4, 8).Stand(2), Shoe with { WarmUpK = 20, WarmUpTimeS = 60 }),
        new("radio-dropouts", "as healthy, over a poor radio link: packets of five samples lost in bursts, lost connections of about 1.5 s", Healthy, 90, (d, s) => s.Stand(2).Lengths(d - 4, 8).Stand(2), Shoe with { Radio = new() { LossShare = 0.02, DisconnectsPerMin = 2 } }),
    ];

    /// <summary>The preset of that name (any case), or null.</summary>
    public static SimulationPreset? Find(string name) => All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    private static ImuErrorModel Cheap(ImuErrorModel model) => model with
    {
        RateHz = 60,
        AccelRangeMps2 = 8 * FootState.GravityMps2,
        GyroRangeRadPerS = 500 * Math.PI / 180,
        AccelNoiseMps2PerRootHz = 0.006,
        GyroNoiseRadPerSPerRootHz = 0.0006,
        AccelBiasSdMps2 = 0.4,
        GyroBiasSdRadPerS = 0.02,
        TimestampJitterS = 0.002,
        ClockErrorPpm = 80,
        RateErrorPpm = -3000,
    };

    private static ScriptBuilder BackwardPractice(double durationS, ScriptBuilder s)
    {
        const double PartS = 8, PauseS = 1.5;
        s.Stand(2);
        int parts = Math.Max(2, (int)Math.Round((durationS - 4) / (PartS + PauseS)));
        for (int i = 0; i < parts; i++) s.Walk(i % 2 == 0 ? WalkManner.Forward : WalkManner.Backward, PartS).Stand(PauseS);
        return s;
    }

    private static ScriptBuilder Freezing(double durationS, ScriptBuilder s)
    {
        s.Stand(2);
        double left = durationS - 4;
        for (int i = 0; left > 0; i++)
        {
            double freezeS = 3 + (1.5 * (i % 3));
            s.Walk(WalkManner.Forward, 5).Freeze(freezeS, i % 2 == 1 ? 60 : 0);
            if (i % 2 == 1) s.Turn(120);
            left -= freezeS + (i % 2 == 1 ? 13 : 10);
        }

        return s.Walk(WalkManner.Forward, 3).Stand(2);
    }

    private static ScriptBuilder StartsAndStands(double durationS, double standS, ScriptBuilder s)
    {
        s.Stand(standS);
        for (double left = durationS - standS; left > 0; left -= 5.5 + standS) s.Walk(WalkManner.Forward, 4).Stand(standS);
        return s;
    }

    private static ScriptBuilder Turns(double durationS, ScriptBuilder s)
    {
        ReadOnlySpan<double> turns = [45, -45, 90, -90, 180, -180, 135, 360, -270];
        s.Stand(2);
        double left = durationS - 4;
        for (int i = 0; left > 0; i++)
        {
            double turn = turns[i % turns.Length];
            s.Walk(WalkManner.Forward, 3).Turn(turn, Math.Abs(turn) > 200 ? 0.5 : 0.7);
            left -= 3 + (Math.Abs(turn) / 56);
            if (i % 4 != 3) continue;
            s.Walk(WalkManner.InPlace, 4, i % 8 == 3 ? 180 : -180);
            left -= 6;
        }

        return s.Walk(WalkManner.Forward, 3).Stand(2);
    }

    private static ScriptBuilder StopAndGo(double durationS, ScriptBuilder s)
    {
        s.Stand(2);
        double left = durationS - 2;
        for (int i = 0; left > 0; i++)
        {
            double walkS = 1.2 + (i % 4), standS = 0.6 + (0.7 * (i % 3));
            s.Walk(WalkManner.Forward, walkS).Stand(standS);
            left -= walkS + standS + 1;
        }

        return s;
    }
}
