using System.Reflection;

namespace GaitSense.Core.Tests;

/// <summary>The thresholds are tables that can be read: each says what it is, and the pipeline goes by the table that it is given.</summary>
public sealed class ThresholdTests
{
    [Fact]
    public void Threshold_OfEachTable_SaysItsMeaningUnitAndOrigin()
    {
        PropertyInfo[] all = [.. typeof(Thresholds).GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(t => t.PropertyType.GetProperties(BindingFlags.Public | BindingFlags.Instance))];
        all.Length.ShouldBeGreaterThan(60);
        foreach (PropertyInfo property in all)
        {
            property.PropertyType.ShouldBe(typeof(double), property.Name);
            ThresholdAttribute said = property.GetCustomAttribute<ThresholdAttribute>().ShouldNotBeNull(property.Name);
            string.IsNullOrWhiteSpace(said.Meaning).ShouldBeFalse(property.Name);
            string.IsNullOrWhiteSpace(said.Unit).ShouldBeFalse(property.Name);
            said.Origin.ShouldMatch("^(chosen|physics|data|cost|the window)", property.Name);
        }
    }

    [Fact]
    public void TerminalContact_WithALeadOfItsOwn_IsEarlierByIt()
    {
        Thresholds early = Thresholds.Default with { Contacts = new ContactLimits { ReleaseLeadS = new ContactLimits().ReleaseLeadS + 0.02 } };
        double[] usual = Releases(Thresholds.Default), earlier = Releases(early);
        usual.Length.ShouldBeGreaterThan(10);
        earlier.Length.ShouldBe(usual.Length);
        foreach ((double u, double e) in usual.Zip(earlier)) (u - e).ShouldBe(0.02, 1.5e-6);
    }

    [Theory]
    [InlineData(-1, 0.1, null)]
    [InlineData(601, 0.1, null)]
    [InlineData(double.NaN, 0.1, null)]
    [InlineData(0, 0.26, null)]
    [InlineData(0, -0.01, null)]
    [InlineData(0, 0.1, 0.051)]
    [InlineData(0, 0.1, double.NegativeInfinity)]
    public void Walk_WithOptionsThatCannotBe_IsRefused(double calibrationS, double heightM, double? delayS)
    {
        FootPipelineOptions foot = new() { CalibrationWalkS = calibrationS, SensorHeightM = heightM, GyroDelayS = delayS };
        foot.FindFault().ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => new WalkPipeline(new WalkPipelineOptions { Right = foot }, new Walked()));
    }

    private static double[] Releases(Thresholds thresholds)
    {
        Walked walked = new();
        FootPipeline pipeline = new(Foot.Left, new FootPipelineOptions { Mounting = MountingAxes.Identity }, walked, thresholds);
        foreach (ImuSample sample in SimulatedSamples.Left) pipeline.Push(in sample);
        pipeline.Complete();
        return [.. walked.Events.Where(e => e.Kind == GaitEventKind.TerminalContact).Select(e => e.Time.Seconds)];
    }
}
