namespace GaitSense.Core.Tests;

/// <summary>Swings found from the readings alone: from the quietest moment before one to the quietest after it.</summary>
public sealed class SwingFinderTests
{
    // Rests of half a second and swings of 0.6 s: each but the last is known once its stance is over.
    [Fact]
    public void Swing_IsFromRestToRest()
    {
        List<(long From, long To, double Peak)> found = Found(Steps(4, 0.6, 3), 0.01);
        found.Count.ShouldBe(3);
        foreach ((long from, long to, double peak) in found)
        {
            ((double)(to - from)).ShouldBe(110, 2);
            peak.ShouldBe(3, 0.01);
        }

        // The quietest moment is the end of a rest, less the memory of 40 ms.
        ((double)found[0].From).ShouldBe(46, 4);
        found[1].From.ShouldBe(found[0].To);
    }

    // A foot's swing with its stance lasts from 0.4 s to nearly 2 s.
    [Theory, InlineData(0.6, true), InlineData(1.3, true), InlineData(1.6, false)]
    public void SwingThatLastsTooLong_IsNone(double swingS, bool isSwing) => (Found(Steps(4, swingS, 3), 0.01).Count > 0).ShouldBe(isSwing);

    // A quarter radian per second is no swing of anything, and neither is what is much slower than this foot's swings.
    [Theory, InlineData(0.2, false), InlineData(0.3, true)]
    public void TurnThatIsTooSlow_IsNoSwing(double peak, bool isSwing) => (Found(Steps(4, 0.6, peak), 0.01).Count > 0).ShouldBe(isSwing);

    [Theory, InlineData(1, 5), InlineData(3, 9)]
    public void SwingAmongFasterOnes_CountsFromTwoFifthsOn(double slow, int swings)
    {
        double[] peaks = [6, 6, 6, 6, 6, slow, slow, slow, slow, 6];
        Found(peaks.SelectMany(p => Steps(1, 0.6, p)), 0.01).Count.ShouldBe(swings);
    }

    [Fact]
    public void SlowSamples_AreBinsOfTheirOwn_AndFastOnesAreJoined()
    {
        Found(Every(5, Steps(4, 0.6, 3)), 0.05).Count.ShouldBe(3);
        List<(long From, long To, double Peak)> fast = Found(Steps(4, 0.6, 3).SelectMany(s => Enumerable.Repeat(s, 4)), 0.0025);
        fast.Count.ShouldBe(3);
        ((double)(fast[0].To - fast[0].From)).ShouldBe(110, 2);
        Found(Every(7, Steps(8, 0.6, 3)), 0.07).Count.ShouldBe(0, "more than 60 ms between samples are a gap each");
    }

    [Fact]
    public void Break_InASwing_HidesIt()
    {
        Found(Steps(4, 0.6, 3), 0.01, breakAt: 80).Count.ShouldBe(2);
        Found(Steps(4, 0.6, 3), 0.01, breakAt: 180).Count.ShouldBe(1, "it parts the second swing, and the third begins there");
    }

    // What shakes all the time has no quiet moment.
    [Fact]
    public void FootThatIsNeverQuiet_HasNoSwings() =>
        Found(Enumerable.Range(0, 500).Select(i => (new Vector3D(0, 0, 9.8), new Vector3D(0, 3 + (0.2 * Math.Sin(i / 10.0)), 0))), 0.01).Count.ShouldBe(0);

    // Force that comes and goes is motion too: with the foot turning alike, the quiet moments are where the force is steady.
    [Fact]
    public void Force_IsMotionToo()
    {
        SwingFinder finder = default;
        for (int i = 0; i < 100; i++) finder.TryPush(new(0, 0, 9.8), default, 0.01, out _);
        (Vector3D mean, double spread) = finder.Force;
        (mean - new Vector3D(0, 0, 9.8)).Length.ShouldBeLessThan(1e-5);
        spread.ShouldBeLessThan(1e-4);
        finder.RateRadPerS.ShouldBe(0);
        finder.UsualPeakRadPerS.ShouldBe(0.25);
        for (int i = 0; i < 10; i++) finder.TryPush(new(i % 2 == 0 ? 5 : -5, 0, 9.8), new(0, 0, 2), 0.01, out _);
        finder.Force.Spread.ShouldBeInRange(4, 6);
        finder.RateRadPerS.ShouldBe(2 * Math.Sqrt(1 - Math.Exp(-1)), 0.001, "a tenth of a second of 2 rad/s, with a memory of a tenth");
        finder.UsualPeakRadPerS.ShouldBe(2 - (1.75 * Math.Pow(0.7, 10)), 0.001, "each reading above it takes it three tenths nearer");
        for (int i = 0; i < 100; i++) finder.TryPush(new(0, 0, 9.8), default, 0.01, out _);
        finder.UsualPeakRadPerS.ShouldBe((2 - (1.75 * Math.Pow(0.7, 10))) * Math.Exp(-1.0 / 30), 0.001, "it fades within half a minute");
    }

    private static IEnumerable<(Vector3D Accel, Vector3D Gyro)> Every(int nth, IEnumerable<(Vector3D Accel, Vector3D Gyro)> readings) => readings.Where((_, i) => i % nth == 0);

    // Each step: half a second of rest and a swing about the y axis that shakes, too.
    private static IEnumerable<(Vector3D Accel, Vector3D Gyro)> Steps(int steps, double swingS, double peak)
    {
        int swing = (int)Math.Round(100 * swingS);
        for (int n = 0; n < steps; n++)
        {
            for (int i = 0; i < 50; i++) yield return (new(0, 0, 9.8), default);
            for (int i = 0; i < swing; i++) yield return (new(3 * Math.Sin(i), 0, 9.8), new(0, peak * Math.Sin(Math.PI * (i + 0.5) / swing), 0));
        }
    }

    private static List<(long From, long To, double Peak)> Found(IEnumerable<(Vector3D Accel, Vector3D Gyro)> readings, double dt, int breakAt = -1)
    {
        SwingFinder finder = default;
        List<(long, long, double)> found = [];
        int i = 0;
        foreach ((Vector3D a, Vector3D w) in readings)
        {
            if (i++ == breakAt) finder.Break();
            if (finder.TryPush(in a, in w, dt, out bool isSwing) && isSwing) found.Add((finder.From, finder.To, finder.PeakRadPerS));
        }

        return found;
    }
}
