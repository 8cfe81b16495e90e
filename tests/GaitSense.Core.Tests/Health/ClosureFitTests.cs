namespace GaitSense.Core.Tests;

/// <summary>What many swings together tell of the gyroscope's delay and scale; sums small enough to do by hand.</summary>
public sealed class ClosureFitTests
{
    // Twelve swings that 6 ms explain: each weighs 0.64, for an ordinary one is off by half of twice the usual; all together weigh as six, at 0.08 m/s².
    [Fact]
    public void Delay_ThatExplainsAll_IsFound()
    {
        ClosureFit fit = Fitted(12, new(-0.6, 0, 0), default, delay: new(1, 0, 0));
        (double delay, double sd, double left) = fit.Delay();
        delay.ShouldBe(0.006, 1e-6);
        sd.ShouldBe(0.01 / Math.Sqrt((0.64 * 6 / 0.0064) + 0.01), 1e-7);
        left.ShouldBe(0, 1e-4);
        (fit.Swings, fit.UsualMps2).ShouldBe((12, 0.6));
    }

    [Fact]
    public void Scale_ThatExplainsAll_IsFound()
    {
        ClosureFit fit = Fitted(12, new(0, 0.2, 0), default, scale: new(0, -2, 0));
        (double scale, double sd, double left) = fit.Scale();
        scale.ShouldBe(0.1, 1e-4);
        sd.ShouldBe(1 / Math.Sqrt((0.64 * 4 * 6 / 0.0064) + 1), 1e-5);
        left.ShouldBe(0, 1e-3);
        // A good gyroscope's scale is right to a percent: where a delay is asked for, it takes hardly any of it.
        fit.Delay().Value.ShouldBe(0, 1e-9);
    }

    // What nothing explains is how sure each swing is: 0.6 of it.
    [Fact]
    public void WhatIsLeft_MakesTheDelayUnsure()
    {
        ClosureFit fit = Fitted(12, new(-0.6, 0.3, 0), default, delay: new(1, 0, 0));
        (double delay, double sd, double left) = fit.Delay();
        delay.ShouldBe(0.006, 1e-5);
        left.ShouldBe(0.3, 1e-3);
        sd.ShouldBe(0.01 / Math.Sqrt((0.64 * 6 / (0.18 * 0.18)) + 0.01), 1e-6);
    }

    // Both parts of the misclosure count alike; fewer than six swings weigh as they are.
    [Fact]
    public void BothParts_Count()
    {
        ClosureFit fit = default;
        Span<Vector3D> changes = stackalloc Vector3D[2 * SwingClosure.Unknowns];
        (changes[0], changes[1]) = (new(1, 0, 0), new(0, 0, 2));
        for (int i = 0; i < 3; i++) fit.Add(new Vector3D(0, 0, 0), new Vector3D(0, 0, -1), changes, 9.8);
        (double delay, double sd, _) = fit.Delay();
        // Least squares of 1 x = 0 and 2 x = 1: 0.4, and the root of 0.2 is left.
        delay.ShouldBe(0.004, 2e-5);
        fit.Delay().LeftMps2.ShouldBe(Math.Sqrt(0.2), 1e-3);
        sd.ShouldBe(0.01 / Math.Sqrt((0.64 * 3 * 5 / (0.36 * 0.2)) + 0.01), 1e-5);
    }

    // Two halves of one chip are aligned to a hundredth of a radian: a turn between them is no explanation for much.
    [Fact]
    public void TurnBetweenTheSensors_IsSmall()
    {
        ClosureFit turned = default;
        Span<Vector3D> changes = stackalloc Vector3D[2 * SwingClosure.Unknowns];
        // A delay and a turn would explain the same: the delay may be anything.
        (changes[0], changes[4]) = (new(1, 0, 0), new(1, 0, 0));
        for (int i = 0; i < 12; i++) turned.Add(new Vector3D(-0.5, 0, 0), default, changes, 9.8);
        turned.Delay().Value.ShouldBe(0.005, 2e-5);
        // A turn about each of two axes at right angles to the delay takes what it may: hardly any.
        ClosureFit beside = Fitted(12, new(0, -0.5, 0), default, delay: new(1, 0, 0));
        beside.Delay().Value.ShouldBe(0, 1e-9);
    }

    // A delay and a scale that pull at the same thing, and at one of their own each.
    [Fact]
    public void DelayAndScale_AreToldApart()
    {
        ClosureFit fit = default;
        Span<Vector3D> changes = stackalloc Vector3D[2 * SwingClosure.Unknowns];
        (changes[0], changes[2]) = (new(1, 1, 0), new(0, 1, 1));
        // A delay of 0.3 x 10 ms and a scale of 0.2.
        for (int i = 0; i < 12; i++) fit.Add(new Vector3D(-0.3, -0.5, -0.2), default, changes, 9.8);
        (double scale, _, double left) = fit.Scale();
        scale.ShouldBe(0.2, 0.003);
        left.ShouldBe(0, 0.01);
    }

    [Fact]
    public void Usual_IsFollowedAStepAtATime_AndOddSwingsWeighLittle()
    {
        ClosureFit fit = Fitted(12, new(0, 1, 0), default);
        fit.LevelMps2.ShouldBe(9.8, 1e-9);
        Span<Vector3D> none = stackalloc Vector3D[2 * SwingClosure.Unknowns];
        fit.Add(new Vector3D(0, 1.5, 0), default, none, 9.8);
        fit.UsualMps2.ShouldBe(1 + (0.5 / 12), 1e-9);
        fit.Add(new Vector3D(0, 9, 0), default, none, 20);
        fit.UsualMps2.ShouldBe((1 + (0.5 / 12)) * (1 + (1.0 / 12)), 1e-9, "by no more than it is itself");
        fit.LevelMps2.ShouldBe(9.8, 0.05);
        fit.Add(new Vector3D(0, 0.5, 0), default, none, 9.8);
        fit.UsualMps2.ShouldBeLessThan((1 + (0.5 / 12)) * (1 + (1.0 / 12)));
        default(ClosureFit).LevelMps2.ShouldBe(0);
    }

    private static ClosureFit Fitted(int swings, Vector3D mean, Vector3D apart, Vector3D delay = default, Vector3D scale = default)
    {
        ClosureFit fit = default;
        Span<Vector3D> changes = stackalloc Vector3D[2 * SwingClosure.Unknowns];
        (changes[0], changes[2]) = (delay, scale);
        for (int i = 0; i < swings; i++) fit.Add(in mean, in apart, changes, 9.8);
        return fit;
    }
}
