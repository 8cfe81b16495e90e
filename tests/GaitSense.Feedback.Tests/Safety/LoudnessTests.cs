using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>Cues begin softly and come up, and are never suddenly loud.</summary>
public sealed class LoudnessTests
{
    private readonly Loudness _loudness = new();

    [Fact]
    public void Cues_BeginSoftly_ComeUpAndBeginSofterAfterASilence()
    {
        for (int i = 0; i < 8; i++) Next(i).ShouldBe(Math.Min(-9 + (1.5 * i), 0));
        Next(11).ShouldBe(0, "4 s are no silence");
        Next(15.1).ShouldBe(-3);
        Next(16).ShouldBe(-1.5);
    }

    [Fact]
    public void Silence_AfterTheFirstCues_DoesNotMakeThemLouder()
    {
        Next(0).ShouldBe(-9);
        Next(10).ShouldBe(-9);
    }

    [Fact]
    public void GoodStep_IsSofterThanABeat()
    {
        Next(0).ShouldBe(-9);
        _loudness.Next(DeviceTime.FromSeconds(0.5), CueKind.GoodStep).ShouldBe(-10.5);
        Next(1).ShouldBe(-6);
    }

    [Fact]
    public void CueThatWasTakenBack_DoesNotCount()
    {
        _loudness.TakeBack();
        Next(0).ShouldBe(-9);
        Next(0.5).ShouldBe(-7.5);
        _loudness.TakeBack();
        Next(1).ShouldBe(-7.5);
        for (int i = 0; i < 5; i++) _loudness.TakeBack();
        Next(1.5).ShouldBe(-9);
    }

    private double Next(double atS) => _loudness.Next(DeviceTime.FromSeconds(atS), CueKind.Beat);
}
