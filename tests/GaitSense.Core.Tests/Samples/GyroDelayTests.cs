using GaitSense.Simulation.Presets;

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

    // Accelerometer and gyroscope of their own rates, put together sample by sample at 50 Hz: the gyroscope's reading is the one before.
    [Fact]
    public void DelayThatNobodySaid_IsLearnedFromTheSwingsAsFarAsSamplesLieApart()
    {
        double clean = Slow(lateS: 0, said: 0), late = Slow(lateS: 0.01, said: 0), learned = Slow(lateS: 0.01, said: null);
        (clean - late).ShouldBeGreaterThan(0.015);
        Math.Abs(learned - clean).ShouldBeLessThan(0.75 * (clean - late));
        Math.Abs(Slow(lateS: 0, said: null) - clean).ShouldBeLessThan(0.012);
    }

    // Mean length of the later strides of the left foot, two minutes of a healthy walker sampled at 50 Hz.
    private static double Slow(double lateS, double? said)
    {
        const double RateHz = 100;
        ImuSample[] left = [.. SimulationPresets.Find("healthy")!.Record(seed: 1, rateHz: RateHz, durationS: 120).Readings(Foot.Left)];
        int every = (int)(RateHz / 50), late = (int)Math.Round(lateS * RateHz);
        ImuSample[] slow = [.. Enumerable.Range(0, left.Length / every).Select(i => left[i * every] with { GyroRadPerS = left[Math.Max(0, (i * every) - late)].GyroRadPerS })];
        FootPipelineOptions foot = new() { Mounting = MountingAxes.Identity, GyroDelayS = said };
        return Walked.Through(slow, [], new WalkPipelineOptions { Left = foot, Right = new() { Mounting = MountingAxes.Identity } }).ValidOf(Foot.Left).Skip(20).Average(s => s.LengthM!.Value);
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
