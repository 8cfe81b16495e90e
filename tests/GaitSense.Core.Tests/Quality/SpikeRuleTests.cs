namespace GaitSense.Core.Tests;

/// <summary>Single bad readings, found one sample later.</summary>
public sealed class SpikeRuleTests
{
    private static readonly Vector3D Rest = new(0, 0, 9.8);

    // What was read is taken out of the mean over the interval; a small one, a foot's slap of 30 m/s², and what comes before much was seen stay.
    [Theory]
    [InlineData(20, 5, 0, true, false), InlineData(20, 0.9, 0, false, false), InlineData(20, 1.1, 0, true, false), InlineData(14, 5, 0, false, false), InlineData(15, 5, 0, true, false)]
    [InlineData(20, 0, 60, false, true), InlineData(20, 0, 39, false, false), InlineData(20, 0, 41, false, true), InlineData(14, 0, 60, false, false)]
    [InlineData(20, 5, 60, false, false)] // An impact shakes both.
    public void ReadingFarOffItsNeighbours_IsTakenBack(int before, double turn, double force, bool isTurnTaken, bool isForceTaken)
    {
        Spikes spikes = default;
        for (int i = 0; i < before; i++) Push(ref spikes, default, Rest).ShouldBe((default, default));
        Push(ref spikes, new(0, turn, 0), Rest + new Vector3D(force, 0, 0)).ShouldBe((default, default), "nothing is known before the next reading");
        (Vector3D gyro, Vector3D accel) = Push(ref spikes, default, Rest);
        gyro.ShouldBe(isTurnTaken ? new(0, -turn, 0) : default);
        accel.ShouldBe(isForceTaken ? new(-1.02 * force, 0, 0) : default);
    }

    // Neighbours that are apart, and a signal that is as rough all the time.
    [Theory, InlineData(0, 0.8, true), InlineData(0, 0.9, false)]
    public void ReadingBetweenNeighboursThatMove_IsAMovement(double from, double to, bool isTaken)
    {
        Spikes spikes = default;
        for (int i = 0; i < 20; i++) Push(ref spikes, new(from, 0, 0), Rest);
        // Off the line by 5 rad/s: six times 0.83.
        Push(ref spikes, new((0.5 * (from + to)) + 5, 0, 0), Rest);
        (Push(ref spikes, new(to, 0, 0), Rest).Gyro != default).ShouldBe(isTaken);
    }

    [Theory, InlineData(0.05, true), InlineData(0.4, false)]
    public void ReadingOfASignalThatIsRough_IsNoSpike(double roughRadPerS, bool isTaken)
    {
        Spikes spikes = default;
        // Each reading is off its neighbours' line by twice this.
        for (int i = 0; i < 100; i++) Push(ref spikes, new(i % 2 == 0 ? roughRadPerS : -roughRadPerS, 0, 0), Rest);
        Push(ref spikes, new(5, 0, 0), Rest);
        (Push(ref spikes, new(-roughRadPerS, 0, 0), Rest).Gyro != default).ShouldBe(isTaken);
    }

    [Fact]
    public void SpikeThatWasTakenBack_LeavesNothingBehind()
    {
        Spikes spikes = default;
        for (int i = 0; i < 20; i++) Push(ref spikes, default, Rest);
        for (int n = 0; n < 3; n++)
        {
            Push(ref spikes, new(0, 0, 5), Rest);
            Push(ref spikes, default, Rest).Gyro.ShouldBe(new(0, 0, -5));
            Push(ref spikes, default, Rest).Gyro.ShouldBe(default);
        }
    }

    // What is taken out of the mean rate and the mean force; the accelerometer's scale is 1.02.
    private static (Vector3D Gyro, Vector3D Accel) Push(ref Spikes spikes, Vector3D gyro, Vector3D accel)
    {
        (Vector3D Gyro, Vector3D Accel) means = default;
        spikes.Push(new ImuSample(default, accel, gyro), 1.02, ref means.Gyro, ref means.Accel);
        return means;
    }
}
