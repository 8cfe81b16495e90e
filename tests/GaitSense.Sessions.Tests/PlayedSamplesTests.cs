using GaitSense.Core;

namespace GaitSense.Sessions.Tests;

/// <summary>A sensor made of software is there before its walk and does not fall silent after it.</summary>
public sealed class PlayedSamplesTests
{
    [Fact]
    public void WithStanding_GoesOnEvenlyBeforeAndAfterTheWalkAndIsNotFrozen()
    {
        ImuSample[] walk = [.. Enumerable.Range(0, 200).Select(i => new ImuSample(DeviceTime.FromSeconds(2 + (i / 100.0)), new Vector3D(0, i, 9.81), new Vector3D(i, 0, 0)))];
        PlayedSamples all = PlayedSamples.Of("walk", Foot.Left, walk).WithStanding(3, 4);
        all.Samples.Count.ShouldBe(900);
        all.Samples.Skip(300).Take(200).ShouldBe(walk);
        all.Samples.Take(300).ShouldAllBe(s => s.AccelMps2.Y < 30);
        all.Samples.Skip(500).ShouldAllBe(s => s.AccelMps2.Y >= 170);
        for (int i = 2; i < all.Samples.Count; i++) (all.Samples[i].AccelMps2.Y, all.Samples[i - 1].AccelMps2.Y).ShouldNotBe((all.Samples[i - 1].AccelMps2.Y, all.Samples[i - 2].AccelMps2.Y));
        PlayedSamples.Of("walk", Foot.Left, all.Samples).RateHz.ShouldBe(100, 0.001, "without a gap");
    }
}
