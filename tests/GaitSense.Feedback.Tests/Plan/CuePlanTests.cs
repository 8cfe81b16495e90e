using System.Reflection;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Tests;

/// <summary>Plans as files that a clinician edits.</summary>
public sealed class CuePlanTests
{
    [Fact]
    public void Write_DefaultPlan_ReadsBackAsTheSame() => CuePlanJson.Write(CuePlanJson.Read("cues.json", CuePlanJson.Write(new CuePlan()))).ShouldBe(CuePlanJson.Write(new CuePlan()));

    [Fact]
    public void Read_WhatIsLeftOut_HasItsDefault()
    {
        CuePlan plan = CuePlanJson.Read("cues.json", """{ "practice": "backward", /* a note */ "backward": { "bout_s": 20 }, "targets": [ { "quantity": "step_symmetry", "to": 5 }, ] }""");
        plan.Practice.ShouldBe(Practice.Backward);
        plan.Backward.BoutS.ShouldBe(20);
        plan.Backward.RestS.ShouldBe(new BackwardPlan().RestS);
        plan.Targets.ShouldHaveSingleItem().Quantity.ShouldBe(TargetQuantity.StepSymmetry);
    }

    [Theory]
    [InlineData("""{ "rhythm": { "phase_gian": 1 } }""", "rhythm")]
    [InlineData("""{ "rhythm": { "phase_gain": 3 } }""", "rhythm.phase_gain is 3; it must be between 0.05 and 1")]
    [InlineData("""{ "practice": "sideways" }""", "practice")]
    [InlineData("""{ "practice": "backward", "ladder": { "enabled": true } }""", "backward the tempo never climbs")]
    [InlineData("""{ "targets": [ { "quantity": "clearance" } ] }""", "targets[0] has neither from nor to")]
    [InlineData("""{ "targets": [ { "quantity": "clearance", "from": 2, "to": 1 } ] }""", "from above its to")]
    [InlineData("""{ "language": "xx" }""", "language is xx")]
    [InlineData("""{ "tasks": [ { "task": "sevens", "at_s": 60 }, { "task": "threes", "at_s": 90 } ] }""", "tasks overlap")]
    [InlineData("""{ "format": "gaitsense-plan" }""", "format is gaitsense-plan")]
    [InlineData("""{ "rhythm": null }""", "rhythm is null")]
    [InlineData("""{ "version": 2 }""", "version is 2")]
    [InlineData("""{ "duration_s": "long" }""", "duration_s")]
    [InlineData("""{ "sound": { "ears": "middle" } }""", "sound.ears")]
    [InlineData("""{ "sound": { "volume_db": 3 } }""", "sound.volume_db is 3; it must be between -60 and 0")]
    [InlineData("""{ "sound": { "lowest_hz": 500, "highest_hz": 1400 } }""", "sound.highest_hz is 1400; it must be at least 3 times sound.lowest_hz")]
    [InlineData("""{ "vibration": { "strength_percent": 100 } }""", "vibration.strength_percent is 100; it must be between 15 and 80")]
    [InlineData("""{ "vibration": { "pulse_ms": 400 } }""", "vibration.pulse_ms is 400; it must be between 30 and 150")]
    [InlineData("""{ "vibration": { "latency_ms": 20 } }""", "vibration.motor_ms is above vibration.latency_ms")]
    [InlineData("""{ "vibration": { "beats": true, "good_steps": true } }""", "nobody could tell them apart")]
    [InlineData("""{ "vibration": { "corrections": true, "pulse_ms": 100 } }""", "vibration.correction_ms is less than three times")]
    [InlineData("""{ "sound": { "volum_db": -3 } }""", "cannot be read at sound.volum_db (line 1): there is no setting 'volum_db' here; gaitsense cues --settings lists what there is")]
    [InlineData("""{ "sound": { "volume_db": "loud" } }""", "cannot be read at sound.volume_db (line 1): the value is of another kind than it should be")]
    [InlineData("[]", "cannot be read")]
    [InlineData("", "cannot be read")]
    [InlineData("null", "is empty")]
    public void Read_BadPlan_SaysWhatIsWrongInOneLine(string json, string says)
    {
        string message = Should.Throw<CuePlanException>(() => CuePlanJson.Read("cues.json", json)).Message;
        message.ShouldStartWith("cues.json: ");
        message.ShouldContain(says);
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void Samples_AreGoodPlans()
    {
        string[] files = Directory.GetFiles(Repository.At("samples", "cues"), "*.json");
        files.Length.ShouldBeGreaterThan(3);
        foreach (string file in files) CuePlanWords.Of(CuePlanJson.Read(file, File.ReadAllText(file))).Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Settings_EachNumberWithADefault_SaysWhereItComesFrom()
    {
        string[] free = ["version", "language", "format", "practice"];
        foreach (CueSetting setting in CueSetting.AllOf(new CuePlan()).Where(s => !free.Contains(s.Name, StringComparer.Ordinal) && !s.Name.Contains("[]", StringComparison.Ordinal)))
        {
            setting.Range.ShouldNotBeEmpty(setting.Name);
            setting.Source.ShouldNotBeEmpty(setting.Name);
        }

        CuePlanRules.Fault(new CuePlan()).ShouldBeNull();
    }

    [Fact]
    public void Words_OfEachPlan_NameWhatIsHeard()
    {
        CuePlan plan = new()
        {
            Practice = Practice.Backward,
            Targets = [new TargetPlan { Quantity = TargetQuantity.StrideLength, From = 90, OfBaselinePercent = true }],
            Tasks = [new TaskPlan { Task = TaskKind.Sevens, AtS = 120 }],
        };
        string words = string.Join('\n', CuePlanWords.Of(plan));
        words.ShouldContain("good from 90 % of the baseline on");
        words.ShouldContain(BackwardPlan.Checklist(plan)[0]);
        words.ShouldContain("never above it");
        words.ShouldContain("After 2 minutes, for 1 minute: a task for the mind (sevens)");
    }

    [Fact]
    public void Words_OfSoundAndVibration_SayWhereAndHowMuch()
    {
        string usual = string.Join('\n', CuePlanWords.Of(new CuePlan()));
        usual.ShouldContain("in both ears");
        usual.ShouldContain("Nothing is felt");
        CuePlan plan = CuePlanJson.Read("cues.json", """{ "sound": { "ears": "left", "volume_db": -20, "highest_hz": 1200 }, "vibration": { "beats": true, "corrections": true, "strength_percent": 30 } }""");
        string words = string.Join('\n', CuePlanWords.Of(plan));
        words.ShouldContain("in the left ear alone");
        words.ShouldContain("the left beat at 400 Hz, the right one higher, at 600 Hz");
        words.ShouldContain("20 dB below the loudest");
        words.ShouldContain("each beat is also felt, on the foot that lands: 80 ms at 30 % of the motor's strength");
        words.ShouldContain("one pulse of 250 ms");
    }

    [Fact]
    public void Vibration_OfAPlanThatSaysNothing_IsOff()
    {
        VibrationPlan vibration = CuePlanJson.Read("cues.json", "{ }").Vibration;
        vibration.IsOn.ShouldBeFalse();
        Enum.GetValues<CueKind>().ShouldAllBe(k => !vibration.Feels(k));
    }

    [Fact]
    public void Phrases_EachHasWordsInEachLanguage()
    {
        foreach (string key in Phrases.Keys)
            foreach (string language in Phrases.Languages) Phrases.Text(key, language).ShouldNotBeNullOrWhiteSpace();
        foreach (FieldInfo key in typeof(Phrases).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral))
            Phrases.Keys.ShouldContain((string)key.GetRawConstantValue()!, StringComparer.Ordinal);
    }
}
