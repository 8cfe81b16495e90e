using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>What a person reads is a text, never the key of one. All other tests of commands hold their outputs to it too (<see cref="BareKeys"/>).</summary>
public sealed class BareKeyTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("held by gate.eyes-not-said, and so on", "gate.eyes-not-said")]
    [InlineData("reason.first.half 6", "reason.first.half")]
    [InlineData("desk.gate.warm.", "desk.gate.warm")]
    [InlineData("t25fw@1, fatigue-drift, store.db, 0.12.3", "")]
    public void Key_InALine_IsFound(string line, string key) => string.Join(' ', BareKeys.In(line)).ShouldBe(key);

    [Fact]
    public async Task WhyAPlanWasMade_IsSaidInWords_WhereverItIsShown()
    {
        await RunAsync("people", "add", "P07", "--zone", "Etc/UTC");
        foreach (string[] args in (string[][])[["plan", "new", "P07", "--longest", "12"], ["plan", "show", "P07"], ["people", "show", "P07"]])
            (await RunAsync(args)).Out.ShouldContain("Half of the longest comfortable walk seen", customMessage: string.Join(' ', args));
    }

    [Fact]
    public async Task WhatAGateOfSimulatedPeopleHeld_IsSaidInWords() =>
        (await Cli.RunAsync("plan", "simulate", "--people", "6")).ShouldSatisfyAllConditions(o => o.Code.ShouldBe(ExitCode.Done), o => BareKeys.In(o.Out).ShouldBeEmpty());

    public void Dispose() => _folder.Dispose();

    private Task<Cli.Outcome> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--store", _folder["store.db"]]);
}
