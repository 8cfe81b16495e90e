using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Tests;

/// <summary>Taps with a beat say its output latency.</summary>
public sealed class TapCalibrationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.08)]
    [InlineData(0.18)]
    [InlineData(0.3)]
    [InlineData(0.42)]
    public void Taps_WithAnyWay_SayHowLateTheyAre(double wayS)
    {
        for (int seed = 1; seed <= 50; seed++)
        {
            TapResult taps = TapCalibration.Evaluate(100, Tap(seed, wayS - 0.03, 0.025));
            taps.Fault.ShouldBeNull();
            taps.LateS.ShouldBe(wayS - 0.03, 4 * taps.UncertaintyS);
            taps.UncertaintyS.ShouldBeLessThan(0.009);
        }
    }

    [Fact]
    public void Taps_SomeMissedSomeDoubleSomeStray_AreThoseThatBelong()
    {
        List<double> taps = [.. Tap(3, 0.15, 0.02).Where((_, i) => i % 5 != 0)];
        taps.InsertRange(12, [taps[11] + 0.2, taps[11] + 0.25]);
        TapResult result = TapCalibration.Evaluate(100, taps);
        result.Fault.ShouldBeNull();
        result.LateS.ShouldBe(0.15, 0.02);
    }

    [Fact]
    public void Taps_OnAWireAndOnAWay_DifferByTheWay()
    {
        double wired = TapCalibration.Evaluate(0, [.. Tap(1, -0.05, 0.02).Select(t => t - 100)]).LateS;
        double way = TapCalibration.Evaluate(100, Tap(2, -0.05 + 0.2, 0.02)).LateS;
        (way - wired).ShouldBe(0.2, 0.015);
    }

    [Theory]
    [InlineData("no taps", 0, 0, 0)]
    [InlineData("only", 10, 0.02, 0)]
    [InlineData("scatter", 40, 0.09, 0)]
    [InlineData("moved", 40, 0.005, 0.004)]
    public void Taps_ThatSayNothing_AreRefusedWithTheReason(string says, int count, double sdS, double driftS)
    {
        List<double> taps = [.. Tap(4, 0.1, sdS).Take(TapCalibration.Listened + count).Select((t, i) => t + (driftS * (i - 20)))];
        if (count == 0) taps.Clear();
        string fault = TapCalibration.Evaluate(100, taps).Fault.ShouldNotBeNull();
        fault.ShouldContain(says);
    }

    // Beats from 100 s on, each tapped.
    private static List<double> Tap(int seed, double lateS, double sdS)
    {
        Random chance = new(seed);
        return [.. Enumerable.Range(0, TapCalibration.Beats).Select(k => 100 + (k * TapCalibration.PeriodS) + lateS + (sdS * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble())))];
    }
}
