using GaitSense.Training.TimedTests;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>The tests that come with GaitSense, and files of tests that cannot be used.</summary>
public sealed class TestDefinitionsTests
{
    [Fact]
    public void Included_AreTheTestsOfTheClinic()
    {
        TestDefinitions.All.Select(d => d.Name).ShouldBe(["t25fw@1", "t25bw@1", "3mbw@1", "tug@1", "2mwt@1", "6mwt@1", "dual@1"]);
        TestDefinitions.All.ShouldAllBe(d => TestDefinitions.FindFault(d) == null);
        TestDefinition walk = TestDefinitions.Find("T25FW")!;
        (walk.LengthM, walk.LimitS, walk.BetweenTrialsS, walk.Failures, walk.Trials, walk.Official).ShouldBe((7.62, 180, 300, 2, 2, "watch-from-go"));
        TestDefinitions.Find("nordic").ShouldBeNull();
    }

    [Fact]
    public void BackwardTests_AreGuarded() => TestDefinitions.All.Where(d => d.IsBackward).ShouldAllBe(d => d.IsGuarded);

    [Theory]
    [InlineData("{", "not a file of timed tests")]
    [InlineData("null", "holds no timed tests")]
    [InlineData("[{\"id\":\"x\"}]", "not a file of timed tests")]
    public void FileThatIsNone_SaysSoInALine(string json, string says)
    {
        TestDefinitionException e = Should.Throw<TestDefinitionException>(() => TestDefinitions.Read(json, "mine.json"));
        e.Message.ShouldStartWith("mine.json: ");
        e.Message.ShouldContain(says);
        e.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void TestThatCannotBe_SaysWhat()
    {
        TestDefinition t = TestDefinitions.Find("t25fw")!;
        Fault(t with { LengthM = 40 }).ShouldContain("1 to 20 m");
        Fault(t with { RunOutM = 9 }).ShouldContain("second line");
        Fault(t with { LimitS = 1 }).ShouldContain("limit");
        Fault(t with { Version = 0 }).ShouldContain("version");
        Fault(t with { Trials = 0 }).ShouldContain("trials");
        Fault(t with { Instructions = [] }).ShouldContain("instruction");
        Fault(t with { Instructions = ["crawl"] }).ShouldContain("read aloud");
        Fault(t with { Official = "sundial" }).ShouldContain("sundial");
        Fault(t with { Summary = "best" }).ShouldContain("mean");
        Fault(TestDefinitions.Find("6mwt")! with { DurationS = null }).ShouldContain("last");
    }

    [Fact]
    public void SettingThatCannotBe_SaysWhat()
    {
        TestSetting t = new() { Test = TestDefinitions.Find("6mwt")! };
        t.FindFault().ShouldNotBeNull().ShouldContain("corridor");
        (t with { CorridorM = 30 }).FindFault().ShouldBeNull();
        (t with { CorridorM = 3 }).FindFault().ShouldNotBeNull();
        (t with { CorridorM = 30, Instruction = "fast" }).FindFault().ShouldNotBeNull().ShouldContain("as-far-as-possible");
        (t with { Official = "stride-sum" }).FindFault().ShouldBeNull();
        (t with { Official = "watch-from-go" }).FindFault().ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => new TimedTestRun(t, Guid.NewGuid));
    }

    private static string Fault(TestDefinition test) => TestDefinitions.FindFault(test).ShouldNotBeNull();
}
