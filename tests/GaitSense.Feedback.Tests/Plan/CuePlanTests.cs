using System.Reflection;

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
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "GaitSense.sln"))) root = root.Parent;
        string[] files = Directory.GetFiles(Path.Combine(root!.FullName, "samples", "cues"), "*.json");
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
        words.ShouldContain("good from 90 % of the silent start on");
        words.ShouldContain(BackwardPlan.Checklist[0]);
        words.ShouldContain("never above it");
        words.ShouldContain("After 2 minutes, for 1 minute: a task for the mind (sevens)");
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
