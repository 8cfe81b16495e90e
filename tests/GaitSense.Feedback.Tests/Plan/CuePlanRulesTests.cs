using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Tests;

/// <summary>What a plan may say: each limit at its edge, and what contradicts itself.</summary>
public sealed class CuePlanRulesTests
{
    public static TheoryData<string, CuePlan, string?> Contradictions => new()
    {
        { "own cadence at the lowest", Own(44), null },
        { "own cadence below it", Own(43.9), "nothing would be cued" },
        { "own cadence at the highest", Own(141), null },
        { "own cadence above it", Own(141.1), "nothing would be cued" },
        { "own cadence, and one target of three of the baseline", Own(90, Length(1, 2), Length(1, 2) with { OfBaselinePercent = true }, Length(1, 2)), "leave out rhythm.own_cadence_steps_per_min" },
        { "own cadence, and targets in metres", Own(90, Length(1, 2)), null },
        { "targets of the baseline", Targets(Length(1, 2) with { OfBaselinePercent = true }), null },
        { "a probe as long as the walk", new CuePlan { DurationS = 300, Fading = new FadingPlan { ProbeS = 300 } }, "as long as the whole walk" },
        { "a probe nearly as long", new CuePlan { DurationS = 300, Fading = new FadingPlan { ProbeS = 299 } }, null },
        { "a range of pitch of three", new CuePlan { Sound = new SoundOptions { MinHz = 300, MaxHz = 900 } }, null },
        { "a narrower range of pitch", new CuePlan { Sound = new SoundOptions { MinHz = 300, MaxHz = 899 } }, "sound.highest_hz is 899" },
        { "a motor that is all of the latency", new CuePlan { Vibration = new VibrationPlan { LatencyMs = 40, MotorMs = 40 } }, null },
        { "a motor that is more", new CuePlan { Vibration = new VibrationPlan { LatencyMs = 40, MotorMs = 41 } }, "vibration.motor_ms" },
        { "corrections of three beats", new CuePlan { Vibration = new VibrationPlan { Beats = true, PulseMs = 80, CorrectionMs = 240 } }, null },
        { "shorter corrections", new CuePlan { Vibration = new VibrationPlan { Beats = true, PulseMs = 80, CorrectionMs = 239 } }, "vibration.correction_ms" },
        { "shorter corrections that nobody feels", new CuePlan { Vibration = new VibrationPlan { PulseMs = 80, CorrectionMs = 239 } }, null },
        { "a band of one value", Targets(Length(1, 1)), null },
        { "a band the wrong way round", Targets(Length(1, 2), Length(1.1, 1)), "targets[1] has a from above its to" },
        { "a length of one foot, of the baseline", Targets(Length(1, 2) with { Foot = Foot.Left, OfBaselinePercent = true }), null },
        { "symmetry of a foot", Targets(new TargetPlan { Quantity = TargetQuantity.StepSymmetry, To = 5, Foot = Foot.Left }), "is about both feet" },
        { "symmetry of the baseline", Targets(new TargetPlan { Quantity = TargetQuantity.StepSymmetry, To = 5, OfBaselinePercent = true }), "is about both feet" },
        { "symmetry", Targets(new TargetPlan { Quantity = TargetQuantity.StepSymmetry, To = 5 }), null },
        { "tasks one after the other, told in another order", Tasks(Practice.Forward, false, 160, 100), null },
        { "tasks that overlap, told in another order", Tasks(Practice.Forward, false, 220, 159, 100), "tasks overlap" },
        { "tasks, the last two of which overlap", Tasks(Practice.Forward, false, 100, 200, 259), "tasks overlap" },
        { "tasks backward", Tasks(Practice.Backward, false, 100), "belong in the clinic" },
        { "tasks backward in the clinic", Tasks(Practice.Backward, true, 100), null },
        { "no tasks backward", Tasks(Practice.Backward, false), null },
        { "a target that is not there", new CuePlan { Targets = [Length(1, 2), null!] }, "targets[1] is null" },
        { "a target's hysteresis beyond its range", Targets(Length(1, 2), Length(1, 2) with { HysteresisPercent = 31 }), "targets[1].hysteresis_percent is 31; it must be between 0 and 30" },
        { "a duration that is no number", new CuePlan { DurationS = double.NaN }, "duration_s is no number" },
    };

    [Theory, MemberData(nameof(Contradictions), DisableDiscoveryEnumeration = true)]
    public void Plan_IsRefusedWhereItContradictsItself(string what, CuePlan plan, string? says)
    {
        string? fault = CuePlanRules.Fault(plan);
        if (says is null) fault.ShouldBeNull(what);
        else fault.ShouldNotBeNull(what).ShouldContain(says);
    }

    [Fact]
    public void NoPlan_IsNothingToJudge()
    {
        Should.Throw<ArgumentNullException>(() => CuePlanRules.Fault(null!));
        Should.Throw<ArgumentNullException>(() => CueSetting.AllOf(null!));
        Should.Throw<ArgumentNullException>(() => BackwardPlan.Checklist(null!));
    }

    // Every number of the plan's parts, at both ends of its range and just beyond.
    [Fact]
    public void Number_BeyondItsRange_IsRefused_AndTheEndsAreAllowed()
    {
        int limits = 0;
        foreach (string part in (string[])["rhythm", "ladder", "correction", "fading", "backward", "rest", "safety", "vibration", "sound"])
        {
            object of = typeof(CuePlan).GetProperties().Single(p => string.Equals(p.Name, part, StringComparison.OrdinalIgnoreCase)).GetValue(new CuePlan())!;
            foreach (var setting in CuePlanJson.Settings(of))
            {
                if (setting.Attribute<RangeAttribute>() is not { } range) continue;
                limits++;
                double least = Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture), most = Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
                Says(least).ShouldNotContain("must be between");
                Says(most).ShouldNotContain("must be between");
                Says(least - 1).ShouldContain($"{part}.{setting.Name} is ");
                Says(most + 1).ShouldContain($"{part}.{setting.Name} is ");

                string Says(double value)
                {
                    string json = string.Create(CultureInfo.InvariantCulture, $"{{ \"{part}\": {{ \"{setting.Name}\": {value} }} }}");
                    try
                    {
                        CuePlanJson.Read("cues.json", json);
                        return "";
                    }
                    catch (CuePlanException e)
                    {
                        return e.Message;
                    }
                }
            }
        }

        limits.ShouldBeGreaterThan(40);
    }

    [Theory]
    [InlineData("rhythm.enabled", "true", "true or false")]
    [InlineData("ladder.enabled", "false", "true or false")]
    [InlineData("rhythm.own_cadence_steps_per_min", "null", "20 to 180")]
    [InlineData("practice", "forward", "forward, backward")]
    [InlineData("targets[].foot", "null", "left, right")]
    [InlineData("targets[].quantity", "clearance", "clearance, foot_angle_at_contact, stride_length, step_symmetry")]
    [InlineData("tasks[].task", "sevens", "sevens, threes, animals, letter")]
    [InlineData("language", "en", "")]
    public void Setting_IsListedWithItsDefaultAndItsChoices(string name, string standard, string range)
    {
        CueSetting setting = CueSetting.AllOf(new CuePlan()).Single(s => string.Equals(s.Name, name, StringComparison.Ordinal));
        (setting.Value, setting.Default, setting.Range).ShouldBe((standard, standard, range));
    }

    [Fact]
    public void Setting_ThatThePlanChanges_IsListedBesideItsDefault()
    {
        CueSetting setting = CueSetting.AllOf(new CuePlan { Ladder = new LadderPlan { Enabled = true } }).Single(s => s.Name is "ladder.enabled");
        (setting.Value, setting.Default).ShouldBe(("true", "false"));
    }

    [Theory]
    [InlineData(EarMode.Both, false, "no headphones cover both ears", "Not alone")]
    [InlineData(EarMode.Left, true, "in the left ear alone", "a person walks beside")]
    [InlineData(EarMode.Right, false, "in the right ear alone", "Not alone")]
    public void BackwardChecklist_IsThatOfThePlansPathEarsAndTasks(EarMode ears, bool hasTasks, string ear, string beside)
    {
        IReadOnlyList<string> list = BackwardPlan.Checklist(new CuePlan { Sound = new SoundOptions { Ears = ears }, Backward = new BackwardPlan { PathM = 7.5, Tasks = hasTasks } });
        list.Count.ShouldBe(6);
        list.ShouldAllBe(l => l.Length > 15);
        list[0].ShouldContain("at least 7.5 m");
        list[3].ShouldContain(ear);
        list[4].ShouldContain(beside);
    }

    private static CuePlan Own(double stepsPerMin, params TargetPlan[] targets) => new() { Rhythm = new RhythmPlan { OwnCadenceStepsPerMin = stepsPerMin }, Targets = targets };

    private static CuePlan Targets(params TargetPlan[] targets) => new() { Targets = targets };

    private static CuePlan Tasks(Practice practice, bool areAllowed, params double[] atS) =>
        new() { Practice = practice, Backward = new BackwardPlan { Tasks = areAllowed }, Tasks = [.. atS.Select(a => new TaskPlan { AtS = a, DurationS = 60 })] };

    private static TargetPlan Length(double from, double to) => new() { Quantity = TargetQuantity.StrideLength, From = from, To = to };
}
