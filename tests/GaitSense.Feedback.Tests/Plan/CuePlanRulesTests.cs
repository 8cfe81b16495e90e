using System.Globalization;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Tests;

/// <summary>What a plan may say: each limit at its edge, and what contradicts itself.</summary>
public sealed class CuePlanRulesTests
{
    [Theory]
    [InlineData("""{ "rhythm": { "own_cadence_steps_per_min": 44 } }""", null)]
    [InlineData("""{ "rhythm": { "own_cadence_steps_per_min": 43.9 } }""", "nothing would be cued")]
    [InlineData("""{ "rhythm": { "own_cadence_steps_per_min": 141 } }""", null)]
    [InlineData("""{ "rhythm": { "own_cadence_steps_per_min": 141.1 } }""", "nothing would be cued")]
    [InlineData("""{ "rhythm": { "own_cadence_steps_per_min": 90 }, "targets": [{ "quantity": "stride_length", "from": 1, "to": 2 }, { "quantity": "stride_length", "from": 1, "to": 2, "of_baseline_percent": true }, { "quantity": "stride_length", "from": 1, "to": 2 }] }""", "leave out rhythm.own_cadence_steps_per_min")]
    [InlineData("""{ "rhythm": { "own_cadence_steps_per_min": 90 }, "targets": [{ "quantity": "stride_length", "from": 1, "to": 2 }] }""", null)]
    [InlineData("""{ "targets": [{ "quantity": "stride_length", "from": 1, "to": 2, "of_baseline_percent": true }] }""", null)]
    [InlineData("""{ "duration_s": 300, "fading": { "probe_s": 300 } }""", "as long as the whole walk")]
    [InlineData("""{ "duration_s": 300, "fading": { "probe_s": 299 } }""", null)]
    [InlineData("""{ "sound": { "lowest_hz": 300, "highest_hz": 900 } }""", null)]
    [InlineData("""{ "sound": { "lowest_hz": 300, "highest_hz": 899 } }""", "sound.highest_hz is 899")]
    [InlineData("""{ "vibration": { "latency_ms": 40, "motor_ms": 40 } }""", null)]
    [InlineData("""{ "vibration": { "latency_ms": 40, "motor_ms": 41 } }""", "vibration.motor_ms")]
    [InlineData("""{ "vibration": { "beats": true, "pulse_ms": 80, "correction_ms": 240 } }""", null)]
    [InlineData("""{ "vibration": { "beats": true, "pulse_ms": 80, "correction_ms": 239 } }""", "vibration.correction_ms")]
    [InlineData("""{ "vibration": { "pulse_ms": 80, "correction_ms": 239 } }""", null)]
    [InlineData("""{ "targets": [{ "quantity": "stride_length", "from": 1, "to": 1 }] }""", null)]
    [InlineData("""{ "targets": [{ "quantity": "stride_length", "from": 1, "to": 2 }, { "quantity": "stride_length", "from": 1.1, "to": 1 }] }""", "targets[1] has a from above its to")]
    [InlineData("""{ "targets": [{ "quantity": "stride_length", "from": 90, "foot": "left", "of_baseline_percent": true }] }""", null)]
    [InlineData("""{ "targets": [{ "quantity": "step_symmetry", "to": 5, "foot": "left" }] }""", "is about both feet")]
    [InlineData("""{ "targets": [{ "quantity": "step_symmetry", "to": 5, "of_baseline_percent": true }] }""", "is about both feet")]
    [InlineData("""{ "targets": [{ "quantity": "step_symmetry", "to": 5 }] }""", null)]
    [InlineData("""{ "practice": "forward", "tasks": [{ "at_s": 160 }, { "at_s": 100 }] }""", null)]
    [InlineData("""{ "practice": "forward", "tasks": [{ "at_s": 220 }, { "at_s": 159 }, { "at_s": 100 }] }""", "tasks overlap")]
    [InlineData("""{ "practice": "forward", "tasks": [{ "at_s": 100 }, { "at_s": 200 }, { "at_s": 259 }] }""", "tasks overlap")]
    [InlineData("""{ "practice": "backward", "tasks": [{ "at_s": 100 }] }""", "belong in the clinic")]
    [InlineData("""{ "practice": "backward", "tasks": [{ "at_s": 100 }], "backward": { "tasks": true } }""", null)]
    [InlineData("""{ "practice": "backward", "tasks": [] }""", null)]
    [InlineData("""{ "targets": [{ "quantity": "stride_length", "from": 1, "to": 2 }, null] }""", "targets[1] is null")]
    [InlineData("""{ "targets": [{ "quantity": "stride_length", "from": 1, "to": 2 }, { "quantity": "stride_length", "from": 1, "hysteresis_percent": 31 }] }""", "targets[1].hysteresis_percent is 31; it must be between 0 and 30")]
    public void Plan_IsRefusedWhereItContradictsItself(string json, string? says)
    {
        if (says is null) CuePlanJson.Read("cues.json", json).ShouldNotBeNull();
        else Should.Throw<CuePlanException>(() => CuePlanJson.Read("cues.json", json)).Message.ShouldContain(says);
    }

    [Fact]
    public void DurationThatIsNoNumber_IsRefused() => CuePlanRules.Fault(new CuePlan { DurationS = double.NaN }).ShouldBe("duration_s is no number");

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
                if (setting.Attribute<WithinAttribute>() is not { } range) continue;
                limits++;
                (double least, double most) = (range.Minimum, range.Maximum);
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
}
