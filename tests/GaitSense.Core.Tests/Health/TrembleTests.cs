namespace GaitSense.Core.Tests;

/// <summary>A tremor or clonus beats 3 to 8 times a second, whatever walks 1 to 2.5 times.</summary>
public sealed class TrembleTests
{
    [Theory, InlineData(1, false), InlineData(2, false), InlineData(3.2, true), InlineData(5, true), InlineData(8, true)]
    public void BeatsOfASecond_TellTremorsFromSteps(double hz, bool isTremor)
    {
        MotionBins bins = Beating(hz, default);
        Tremble.Is(in bins, 10, 170, default).ShouldBe(isTremor);
    }

    // A turn that goes on, or a gyroscope that shows one: the tremor on top of it is none where it is known as bias.
    [Fact]
    public void Bias_IsTakenOut()
    {
        Vector3D bias = new(0, 2, 1);
        MotionBins bins = Beating(5, bias);
        Tremble.Is(in bins, 10, 170, in bias).ShouldBeTrue();
        Tremble.Is(in bins, 10, 170, default).ShouldBeFalse();
    }

    private static MotionBins Beating(double hz, Vector3D bias)
    {
        MotionBins bins = default;
        for (int i = 0; i < 180; i++)
        {
            Vector3D w = (new Vector3D(0.5, 2, -1) * Math.Sin(2 * Math.PI * hz * i * 0.01)) + bias;
            bins.Add(new MotionBin { Dt = 0.01f, Wx = (float)w.X, Wy = (float)w.Y, Wz = (float)w.Z });
        }

        return bins;
    }
}
