namespace GaitSense.Core.Tests;

/// <summary>A foot that pushes off twice leaves the ground at one of two instants; one that pushes off once, at one.</summary>
public sealed class TwoPushesTests
{
    [Theory, InlineData(0.0), InlineData(0.2)]
    public void OnePeak_WithOrWithoutRipples_HasNoEarlierFall(double rippleRadPerS)
    {
        AngularVelocityPeak peak = Peak(t => (8 * Bump(t, 0.20, 0.06)) + (rippleRadPerS * Math.Sin(t * 400)));
        peak.EarlierFall.ShouldBeNull();
    }

    // What the second push is like: as high, or three quarters of the first; the foot may have left with either.
    [Theory, InlineData(8), InlineData(6), InlineData(10)]
    public void TwoPeaks_OfComparableSize_FallAfterTheFirst(double second)
    {
        AngularVelocityPeak peak = Peak(t => (8 * Bump(t, 0.20, 0.03)) + (second * Bump(t, 0.28, 0.025)));
        peak.EarlierFall!.Value.Seconds.ShouldBe(0.22, 0.012);
        (peak.HalfFall.Seconds - peak.EarlierFall.Value.Seconds).ShouldBeInRange(0.06, 0.12);
    }

    [Theory, InlineData(2), InlineData(20)]
    public void TwoPeaks_OfDifferentSize_AreOnePush(double second)
    {
        AngularVelocityPeak peak = Peak(t => (8 * Bump(t, 0.20, 0.03)) + (second * Bump(t, 0.30, 0.025)));
        peak.EarlierFall.ShouldBeNull();
    }

    private static double Bump(double t, double at, double width) => Math.Exp(-0.5 * (t - at) * (t - at) / (width * width));

    private static AngularVelocityPeak Peak(Func<double, double> rate)
    {
        AngularVelocityPeak peak = default, ended = default;
        ContactSample last = Sample(0, rate(0));
        for (int i = 1; i < 80; i++)
        {
            ContactSample x = Sample(i * 0.005, rate(i * 0.005));
            peak.Follow(in x, in last, ref ended);
            last = x;
        }

        return peak;
    }

    private static ContactSample Sample(double timeS, double rate) => new(DeviceTime.FromSeconds(timeS), rate, 0, 1, 1, 0, false, true);
}
