using GaitSense.Training.Programmes;
using GaitSense.Training.Rules;

namespace GaitSense.Training.Tests.Programmes;

/// <summary>The numbers of the rules can be edited, and gates only made stricter.</summary>
public sealed class TrainingRulesTests
{
    [Fact]
    public void TheNumbers_ThatComeWithIt_KeepToTheLimitsOfAUsersFile()
    {
        RuleLimits.Fault(TrainingRules.Default).ShouldBeNull();
        TrainingRules.Write(TrainingRules.Read("rules.json", TrainingRules.Write(TrainingRules.Default))).ShouldBe(TrainingRules.Write(TrainingRules.Default));
        RuleLimits.All(TrainingRules.Default).Count().ShouldBe(30);
    }

    [Theory]
    [InlineData("\"relapse_days\": { \"value\": 30, \"min\": 30", "\"relapse_days\": { \"value\": 10, \"min\": 10", "rules.json: gates.relapse_days.min is 10; it must be between 30 and 365")]
    [InlineData("\"sign_off_days\": { \"value\": 14, \"min\": 1, \"max\": 14", "\"sign_off_days\": { \"value\": 30, \"min\": 1, \"max\": 30", "rules.json: gates.sign_off_days.max is 30; it must be between 1 and 14")]
    [InlineData("\"warm_share\": { \"value\": 0.5", "\"warm_share\": { \"value\": 0.9", "rules.json: gates.warm_share.value is 0.9; it must be between 0.1 and 0.5")]
    [InlineData("\"done_percent\": { \"value\": 80", "\"done_percent\": { \"value\": 50", "rules.json: progression.done_percent.value is 50; it must be between 80 and 100")]
    [InlineData("\"source\": \"train-bw\"", "\"source\": \"nowhere\"", "rules.json: gates.relapse_days.source is nowhere; sources has no such key")]
    public void ALaxerGate_IsRefused(string from, string to, string message)
    {
        using var reader = new StreamReader(typeof(TrainingRules).Assembly.GetManifestResourceStream("rules.json")!);
        string good = reader.ReadToEnd();
        good.ShouldContain(from);
        Should.Throw<TrainingFileException>(() => TrainingRules.Read("rules.json", good.Replace(from, to, StringComparison.Ordinal))).Message.ShouldBe(message);
    }

    [Fact]
    public void AStricterGate_IsTaken()
    {
        TrainingRules strict = TrainingRules.Default with { Gates = TrainingRules.Default.Gates with { RelapseDays = TrainingRules.Default.Gates.RelapseDays with { Value = 90 } } };
        TrainingRules.Read("rules.json", TrainingRules.Write(strict)).Gates.RelapseDays.Value.ShouldBe(90);
    }
}
