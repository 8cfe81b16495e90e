using GaitSense.Training.Texts;
using GaitSense.Training.TimedTests;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>Every test has all its texts in both languages, and no text is without a test.</summary>
public sealed class TestScriptsTests
{
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.German)]
    public void EveryKeyOfATest_HasItsText_AndNoTextIsLeft(Language language)
    {
        TestScripts scripts = TestScripts.Of(language);
        string[] used = [.. TestDefinitions.All.SelectMany(d => d.Setup.Concat(d.Script.Values)).Concat(TestScripts.CommonKeys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        scripts.Keys.Order(StringComparer.Ordinal).ShouldBe(used);
        foreach (TestDefinition test in TestDefinitions.All)
        {
            foreach (string key in test.Setup.Concat(test.Script.Values))
            {
                string text = scripts.Text(key, test);
                text.Length.ShouldBeGreaterThan(20);
                text.ShouldNotContain("{");
                text.ShouldNotContain("  ");
            }
        }
    }

    [Fact]
    public void WhatIsReadAndAnnouncedInGerman_HasGermanWordsAndNumbers()
    {
        TestScripts german = TestScripts.Of(Language.German), english = TestScripts.Of(Language.English);
        german.Text("test.line.course", TestDefinitions.Find("t25fw")!).ShouldContain("7,62 m");
        english.Text("test.line.course", TestDefinitions.Find("t25fw")!).ShouldContain("7.62 m");
        german.ReadAloud.ShouldBe("Bitte vorlesen:");
        new[] { german.MinutesOver(1), german.MinutesOver(6), english.MinutesOver(1), english.MinutesOver(6) }.ShouldBe(["1 Minute ist um", "6 Minuten sind um", "1 minute is over", "6 minutes are over"]);
    }

    [Fact]
    public void LengthsOfTheCourse_AreInTheText()
    {
        TestDefinition test = TestDefinitions.Find("3mbw")!;
        TestScripts.Of(Language.English).Text("test.line.course", test).ShouldContain("3 m apart");
        TestScripts.Of(Language.English).Text("test.line.second-line", test).ShouldContain("1.5 m beyond");
        Should.Throw<ArgumentException>(() => TestScripts.Of(Language.English).Text("test.nothing", test));
    }
}
