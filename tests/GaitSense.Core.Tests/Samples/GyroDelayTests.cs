namespace GaitSense.Core.Tests;

/// <summary>A gyroscope that speaks later or earlier than the accelerometer, by an amount that was said.</summary>
public sealed class GyroDelayTests
{
    [Theory, InlineData(2), InlineData(-2), InlineData(1)]
    public void DelayThatIsSaid_CostsLittleLength(int samples)
    {
        double clean = Length(0, 0), late = Length(samples, 0), said = Length(samples, samples / SimulatedSamples.RateHz);
        Math.Abs(late - clean).ShouldBeGreaterThan(0.015 * Math.Abs(samples));
        Math.Abs(said - clean).ShouldBeLessThan(0.35 * Math.Abs(late - clean));
    }

    // Mean length of the left foot's strides with its gyroscope late by so many samples.
    private static double Length(int samples, double saidS)
    {
        ImuSample[] left = SimulatedSamples.Left;
        ImuSample[] late = [.. left.Select((s, i) => s with { GyroRadPerS = left[Math.Clamp(i - samples, 0, left.Length - 1)].GyroRadPerS })];
        FootPipelineOptions foot = new() { Mounting = MountingAxes.Identity, GyroDelayS = saidS };
        return Walked.Through(late, SimulatedSamples.Right, new WalkPipelineOptions { Left = foot, Right = new() { Mounting = MountingAxes.Identity } })
            .ValidOf(Foot.Left).Average(s => s.LengthM!.Value);
    }
}
