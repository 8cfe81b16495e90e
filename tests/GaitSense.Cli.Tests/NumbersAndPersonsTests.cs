using GaitSense.Cli.App;
using GaitSense.Recording.Plain;

namespace GaitSense.Cli.Tests;

public sealed class NumbersAndPersonsTests
{
    // Written by hand, a name gets into session.json; into results it does not.
    [Theory, InlineData("Maria Mueller", false), InlineData("P07", true)]
    public async Task TheParticipantOfARecording_IsAPseudonymToo(string participant, bool isTaken)
    {
        using RecordingsFolder folder = new();
        string recording = folder.Recording();
        RecordingsFolder.Edit(Path.Combine(recording, "session.json"), t => t.Replace("\"version\"", $"\"participant\": \"{participant}\", \"version\"", StringComparison.Ordinal));
        Cli.Outcome outcome = await Cli.RunAsync("analyze", recording, "--out", folder["out"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Error.Contains("the participant", StringComparison.Ordinal).ShouldBe(!isTaken);
        foreach (string file in Directory.GetFiles(folder["out"])) if (!isTaken) File.ReadAllText(file).ShouldNotContain(participant, Case.Sensitive, file);
        File.ReadAllText(folder["out", "summary.json"]).Contains($"\"participant\": \"{participant}\"", StringComparison.Ordinal).ShouldBe(isTaken);
    }

    [Theory]
    [InlineData("walk", "--simulate", "healthy", "--duration", "10,5")]
    [InlineData("simulate", "healthy", "--out", "x", "--rate", "1,000")]
    [InlineData("walk", "--simulate", "healthy", "--seed", "1,0")]
    [InlineData("analyze", "x", "--jobs", "1,0")]
    [InlineData("simulate", "healthy", "--out", "x", "--noise", "NaN")]
    [InlineData("simulate", "healthy", "--out", "x", "--rate", "1e9")]
    public async Task ANumberWithAComma_OrNoNumber_IsRefused(params string[] args) => (await Cli.RunAsync(args)).Code.ShouldBe(ExitCode.WrongUsage);

    [Theory]
    [InlineData("Maria Mueller 12.3.1961")]
    [InlineData("Mueller")]
    [InlineData("Maria-Mueller")]
    [InlineData("1961-03-12")]
    [InlineData("P-12-3-61")]
    [InlineData("12031961")]
    [InlineData("a@b.c")]
    [InlineData("P07.")]
    [InlineData("CON")]
    [InlineData("nul")]
    [InlineData("Lpt1")]
    public void WhatLooksLikeANameOrADate_IsNoPseudonym(string id) => PersonId.WhyNot(id).ShouldNotBeNull();

    [Theory]
    [InlineData("P07")]
    [InlineData("sub-01")]
    [InlineData("MS_0123")]
    [InlineData("abc")]
    [InlineData("COM10")]
    [InlineData("NUL1")]
    public void APseudonym_IsTaken(string id) => PersonId.WhyNot(id).ShouldBeNull();
}
