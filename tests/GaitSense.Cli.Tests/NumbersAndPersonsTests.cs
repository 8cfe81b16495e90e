namespace GaitSense.Cli.Tests;

public sealed class NumbersAndPersonsTests
{
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
    public void WhatLooksLikeANameOrADate_IsNoPseudonym(string id) => PersonId.WhyNot(id).ShouldNotBeNull();

    [Theory]
    [InlineData("P07")]
    [InlineData("sub-01")]
    [InlineData("MS_0123")]
    [InlineData("abc")]
    public void APseudonym_IsTaken(string id) => PersonId.WhyNot(id).ShouldBeNull();
}
