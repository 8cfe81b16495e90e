using System.Text.Json;
using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

public sealed class WalkSummaryTests
{
    private const WalkingDirection Forward = WalkingDirection.Forward;
    private const WalkingDirection Backward = WalkingDirection.Backward;

    [Fact]
    public void From_KnownWalk_CountsAndMeasures()
    {
        WalkSummary s = WalkSummary.From(new FakeWalk { NoiseM = 0 }.Play((Forward, 20), (Backward, 10)));

        s.Counts["left"].Valid.ShouldBe(30);
        s.Counts["left"].ValidByDirection["backward"].ShouldBe(10);
        s.Counts["left"].ValidByUse["steady"].ShouldBe(16 + 6);
        s.Counts["left"].ValidByUse["bout_edge"].ShouldBe(8);
        s.Counts["left"].Events["initial_contact"].ShouldBe(30);
        s.Totals.Bouts.ShouldBe(2);
        s.Totals.Turns.ShouldBe(2);
        s.Totals.Steps.ShouldBe(60);
        s.Totals.DistanceM!.Value.ShouldBe(30 * 1.23, 1e-9);
        s.Counts["right"].BackwardDistanceM.ShouldBe(12.6, 1e-9);
        StrideGroup steady = s.Statistics.SteadyForward;
        steady.Left.Strides.ShouldBe(16);
        steady.Left.StrideLengthM.Mean!.Value.ShouldBe(1.20, 1e-9);
        steady.Both.StrideLengthM.Mean!.Value.ShouldBe(1.23, 1e-9);
        steady.Left.StrideTimeS.Mean!.Value.ShouldBe(1.1, 1e-6);
        steady.Left.SwingPercent.Mean!.Value.ShouldBe(40, 1e-3);
        steady.Left.CadenceStepsPerMin.Mean!.Value.ShouldBe(120 / 1.1, 1e-3);
        steady.Left.AngleAtInitialContactDeg.Mean!.Value.ShouldBe(0.35 * 180 / Math.PI, 1e-6);
        steady.Right.DoubleSupportS.Mean!.Value.ShouldBe(0.11, 1e-9);
        steady.Symmetry.StrideLength.Percent!.Value.ShouldBe(100 * 0.06 / 1.23, 1e-6);
        steady.Symmetry.StepTime.Percent!.Value.ShouldBe(0, 1e-9);
        s.Statistics.AllValidForward.Left.StrideLengthM.N.ShouldBe(20);
        s.Statistics.AllValidForward.Left.StrideTimeS.N.ShouldBe(19, "a first stride has no stride time");
        s.Statistics.SteadyBackward.Symmetry.StrideLength.Percent.ShouldBeNull();
        s.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void From_RejectedStrides_AreCountedByReasonAndNotUsed()
    {
        WalkSummary s = WalkSummary.From(new FakeWalk { RejectEvery = 2 }.Play((Forward, 24)));

        s.Counts["left"].Rejected.ShouldBe(12);
        s.Counts["left"].RejectedByReason.Values.Sum().ShouldBe(12);
        s.Statistics.AllValidForward.Left.Strides.ShouldBe(12);
        string.Join('\n', s.Warnings).ShouldContain("12 of 24 strides of the left foot were rejected.");
    }

    [Fact]
    public void From_ASensorAtItsLimit_SaysWhichAndHowManyStridesItCost()
    {
        WalkRecord walk = new FakeWalk().Play((Forward, 24));
        WalkRecord limited = walk with
        {
            Context = walk.Context with { Quality = [.. walk.Context.Quality.Select(q => q with { ClippedAccel = 70, ClippedGyro = 7 })] },
            Strides = [.. walk.Strides.Select((s, i) => s.Foot == Foot.Left && i < 8 ? s with { RejectReason = RejectReason.Clipped } : s)],
        };
        WalkSummary s = WalkSummary.From(limited);
        int rejected = limited.Strides.Count(x => x.RejectReason == RejectReason.Clipped);
        s.Counts["left"].RejectedByReason["clipped"].ShouldBe(rejected);
        string warnings = string.Join('\n', s.Warnings);
        warnings.ShouldContain($"The left sensor was at its limit in 77 samples (accelerometer 70, gyroscope 7); {rejected} of its strides lost too much by it and were rejected: use a sensor or a setting with a wider range.");
        warnings.ShouldContain("The right sensor was at its limit in 77 samples (accelerometer 70, gyroscope 7): it clips, and fast movements may be cut; use a wider range.");
    }

    [Fact]
    public void From_StridesAtAPauseOrAChangeOfDirection_AreNotSteady()
    {
        WalkRecord walk = new FakeWalk().Play((Forward, 40));
        int[] left = [.. Enumerable.Range(0, walk.Strides.Count).Where(i => walk.Strides[i].Foot == Foot.Left)];
        Stride[] strides = [.. walk.Strides];
        strides[left[10]] = strides[left[10]] with { Start = null };
        for (int i = 16; i < left.Length; i++) strides[left[i]] = strides[left[i]] with { Direction = WalkingDirection.Backward };
        IReadOnlyList<StrideUse> uses = SteadyRule.Classify(walk with { Strides = strides });

        int[] edges = [.. Enumerable.Range(0, left.Length).Where(i => uses[left[i]] is StrideUse.Start or StrideUse.End or StrideUse.Pause or StrideUse.DirectionChange)];
        edges.ShouldBe([0, 1, 8, 9, 10, 11, 14, 15, 16, 17, left.Length - 2, left.Length - 1]);
    }

    [Fact]
    public void From_TurningAndUnsureStrides_AreNotSteady()
    {
        WalkRecord walk = new FakeWalk().Play((Forward, 20));
        Stride[] strides = [.. walk.Strides.Select((s, i) => i switch
        {
            12 => s with { TurnRad = 0.5 },
            14 => s with { Confidence = 0.4 },
            16 => s with { Direction = WalkingDirection.InPlace },
            _ => s,
        })];
        WalkRecord changed = walk with { Strides = strides, Turns = [new Turn(Foot.Right, strides[20].TerminalContact, strides[21].End, 1)] };
        IReadOnlyList<StrideUse> uses = SteadyRule.Classify(changed);

        uses[12].ShouldBe(StrideUse.Turn);
        uses[14].ShouldBe(StrideUse.LowConfidence);
        uses[16].ShouldBe(StrideUse.OtherDirection);
        uses[20].ShouldBe(StrideUse.Turn, "the other foot turns at that time, on the same clock");
        uses[21].ShouldBe(StrideUse.Turn);
        uses[10].ShouldBe(StrideUse.Steady);
        uses[0].ShouldBe(StrideUse.Start);
        uses[^1].ShouldBe(StrideUse.End);
    }

    // Nobody walks with both feet in the air at once; on clocks of their own the feet's times say nothing about each other.
    [Fact]
    public void From_BothFeetSwingingAtOnce_SaysThatTheirClocksContradictEachOther()
    {
        bool Says(double laterS, bool shared) => WalkSummary.From(new FakeWalk { RightLaterS = laterS, SharedClock = shared }.Play((Forward, 30)))
            .Warnings.Any(w => w.StartsWith("Both feet are in the air at once", StringComparison.Ordinal));
        Says(0.05, shared: true).ShouldBeTrue();
        Says(FakeWalk.StrideTimeS, shared: true).ShouldBeTrue();
        Says(FakeWalk.StrideTimeS / 2, shared: true).ShouldBeFalse();
        Says(0.4, shared: true).ShouldBeFalse("a limp");
        Says(0.05, shared: false).ShouldBeFalse();
    }

    [Fact]
    public void From_FeetAtDifferentTimes_LastsFromTheFirstFootToTheLast()
    {
        WalkSummary s = WalkSummary.From(new FakeWalk { RightLaterS = 4 }.Play((Forward, 10)));
        s.Totals.DurationS!.Value.ShouldBe(s.Counts["left"].DurationS!.Value + 4, 0.05);
    }

    [Fact]
    public void From_SeparateClocks_WithholdsWhatNeedsBothFeet()
    {
        WalkSummary s = WalkSummary.From(new FakeWalk { SharedClock = false }.Play((Forward, 30)));

        s.Statistics.SteadyForward.Left.StepTimeS.Withheld.ShouldBe("the feet share no clock");
        s.Statistics.SteadyForward.Symmetry.StepTime.Withheld.ShouldBe("the feet share no clock");
        s.Statistics.SteadyForward.Symmetry.SwingTime.Percent.ShouldNotBeNull();
        s.Assumed.Clock.ShouldBe("separate");
        s.Warnings.ShouldContain(w => w.Contains("share no clock", StringComparison.Ordinal));
    }

    [Fact]
    public void From_NoStrideOrOneFoot_Warns()
    {
        string.Join('\n', WalkSummary.From(new FakeWalk().Play()).Warnings).ShouldContain("No stride was found.");
        string.Join('\n', WalkSummary.From(new FakeWalk { Feet = [Foot.Right] }.Play((Forward, 3))).Warnings).ShouldContain("Only the right foot has samples: no steps, no symmetry.");
        string.Join('\n', WalkSummary.From(new WalkRecord { Context = new WalkContext { Recording = "x" } }).Warnings).ShouldContain("There are no samples.");
    }

    [Fact]
    public void ToJson_SameWalkTwice_IsTheSameTextWithStableOrder()
    {
        string first = WalkSummary.From(new FakeWalk().Play((Forward, 12))).ToJson(), second = WalkSummary.From(new FakeWalk().Play((Forward, 12))).ToJson();

        first.ShouldBe(second);
        first.ShouldEndWith("}\n");
        first.ShouldNotContain("\r");
        first.ShouldNotContain("NaN");
        using JsonDocument json = JsonDocument.Parse(first);
        json.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(
            ["format", "version", "software", "recording", "description", "started_at", "participant", "visit", "group", "warnings", "totals", "counts", "statistics", "fatigue", "bout_classes", "turns", "run", "data_quality", "assumed"]);
        json.RootElement.GetProperty("statistics").GetProperty("steady_forward").GetProperty("left").GetProperty("stride_length_m")
            .EnumerateObject().Select(p => p.Name).ShouldBe(["unit", "n", "mean", "sd", "cv_percent", "median", "min", "max", "ci95_low", "ci95_high", "withheld", "variability"]);
    }

    [Fact]
    public void ToJson_NumbersThatAreNone_BecomeNull()
    {
        WalkContext context = new() { Recording = "x", Quality = [new DataQuality(Foot.Left, 5, 0, 0, 0, 0, 0, 0, 0, double.PositiveInfinity, double.NaN)], ClockUncertaintyS = double.NaN };
        string json = WalkSummary.From(new WalkRecord { Context = context }).ToJson();

        json.ShouldContain("\"rate_hz\": null");
        json.ShouldContain("\"clock_uncertainty_s\": null");
        json.ShouldContain("\"rest_accel_mps2\": null");
    }
}
