using GaitSense.Core;

namespace GaitSense.Streams.Tests;

/// <summary>How long a sample lasts, from arrivals alone.</summary>
public sealed class RateLearnerTests
{
    private readonly RateLearner _learner = new();

    [Fact]
    public void EvenArrivals_GiveThePeriodAndALineThatIsNotBent()
    {
        Packets(300, i => 0.01 * i);
        _learner.Samples.ShouldBe(600);
        _learner.PeriodS(out double bentS).ShouldBe(0.005, 1e-9);
        bentS.ShouldBe(0, 1e-9);
        _learner[1].ShouldBe((4, At(0.01)));
    }

    // A radio delays some packets and hastens none: the fastest tell.
    [Fact]
    public void LatePackets_ChangeNothing()
    {
        Packets(300, i => (0.01 * i) + (i % 7 is 1 or 3 ? 0.02 : 0) + (i % 11 == 5 ? 0.013 : 0));
        _learner.PeriodS(out double bentS).ShouldBe(0.005, 1e-6);
        bentS.ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void WhatWasSeenBefore_IsForgotten()
    {
        Packets(300, i => 0.02 * i);
        _learner.Clear();
        Packets(200, i => 100 + (0.01 * i));
        _learner.PeriodS(out double bentS).ShouldBe(0.005, 1e-9);
        bentS.ShouldBe(0, 1e-9);
    }

    // Samples that vanished unseen: what comes after them comes later than their count says.
    [Fact]
    public void MissingSamples_BendTheLine()
    {
        Packets(300, i => (0.01 * i) + (i >= 100 ? 0.1 : 0));
        _learner.PeriodS(out double bentS);
        bentS.ShouldBeGreaterThan(0.05);
    }

    [Theory, InlineData(0.01, 250, 251), InlineData(0.5, 8, 9), InlineData(0.001, 1023, 1024)]
    public void Enough_IsTwoAndAHalfSecondsOfNinePackets_OrAllThatThereIsRoomFor(double everyS, int few, int enough)
    {
        Packets(few, i => everyS * i);
        _learner.IsFull.ShouldBeFalse();
        Packets(enough - few, i => everyS * (few + i));
        _learner.IsFull.ShouldBeTrue();
        _learner.Clear();
        (_learner.IsFull, _learner.Packets, _learner.Samples).ShouldBe((false, 0, 0));
    }

    private void Packets(int count, Func<int, double> arrivalS)
    {
        for (int i = 0; i < count; i++) _learner.Add(2, At(arrivalS(i)));
    }

    private static HostTime At(double seconds) => new((long)Math.Round(1e6 * seconds));
}
