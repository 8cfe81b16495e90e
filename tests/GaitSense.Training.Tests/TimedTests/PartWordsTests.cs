using GaitSense.Training.TimedTests;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>What parts of an attempt are called, and what they cover.</summary>
public sealed class PartWordsTests
{
    [Theory]
    [InlineData("way_out", "way out")]
    [InlineData("distance_minute_3", "minute 3")]
    [InlineData("dwi_6_1", "distance walked index, minute 6 against minute 1")]
    [InlineData("distance_minute_", "distance minute ")]
    public void APart_IsCalledInWords(string name, string words) => PartWords.Of(name).ShouldBe(words);

    // One begins where the one before it ends.
    [Fact]
    public void PartsOfTheUpAndGo_SayWhatTheyCover_AndOthersSayItThemselves()
    {
        foreach (string name in (string[])["first_step", "way_out", "turn", "way_back", "last_step", "sit"]) PartWords.Covers(name)!.ShouldContain("until");
        foreach (string name in (string[])["speed", "stride_sum", "lengths", "errors"]) PartWords.Covers(name).ShouldBeNull();
    }

    [Fact]
    public void ADefinition_HasAShortNameBesideAValue() =>
        TestDefinitions.All.SelectMany(t => t.Definitions).Distinct(StringComparer.Ordinal).Select(DefinitionWords.InBrief).Order(StringComparer.Ordinal).ShouldBe(["feet", "lap distance", "speed cost", "stopwatch", "stride sum"]);
}
