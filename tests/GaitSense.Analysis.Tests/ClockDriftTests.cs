using GaitSense.Analysis.Clocks;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

/// <summary>Two clocks that walk apart show in the steps.</summary>
public sealed class ClockDriftTests
{
    [Theory, InlineData(600), InlineData(-600)]
    public void Of_ClocksThatDriftApart_SaysByHowMuch(double ppm)
    {
        ClockDrift drift = ClockDrift.Of(Steps(600, ppm))!;
        drift.IsReal.ShouldBeTrue();
        drift.PartsPerMillion.ShouldBe(ppm, 60);
        drift.Meaning.ShouldContain("do they really share a clock?");
    }

    [Fact]
    public void Of_OneClock_IsSilent() => ClockDrift.Of(Steps(600, 0))!.IsReal.ShouldBeFalse();

    [Fact]
    public void Of_CrystalsOfOneKindInAShortWalk_IsSilent() => ClockDrift.Of(Steps(60, 40))!.IsReal.ShouldBeFalse();

    [Fact]
    public void Of_FewSteps_CannotTell() => ClockDrift.Of([.. Steps(600, 600).Take(20)]).ShouldBeNull();

    /// <summary>Steps of 0.55 s, uneven by 30 ms, with 15 ms of scatter, the right foot's clock faster by so many ppm.</summary>
    private static List<Step> Steps(int count, double ppm)
    {
        var random = new Random(4);
        var landings = new List<(Foot Foot, double AtS)>();
        for (int i = 0; i < count; i++)
        {
            double trueS = (i * 0.55) + (i % 2 * 0.015) + (0.015 * (random.NextDouble() - 0.5));
            landings.Add(i % 2 == 0 ? (Foot.Left, trueS) : (Foot.Right, trueS * (1 + (ppm * 1e-6))));
        }

        return [.. landings.Zip(landings.Skip(1), (a, b) => new Step(b.Foot, DeviceTime.FromSeconds(b.AtS), b.AtS - a.AtS, 0.005, null, DeviceTime.FromSeconds(b.AtS), WalkingDirection.Forward))];
    }
}
