namespace GaitSense.Core.Tests;

/// <summary>How far accelerometer and gyroscope contradict each other over a swing that is known.</summary>
public sealed class SwingClosureTests
{
    private const double Gravity = ErrorStateFilter.GravityMps2;

    // A swing of 0.8 s from rest to rest; the ends are where the foot is at rest for 50 ms to either side.
    private const long From = 5, To = 95;

    // One radian down and back at one rate: where the gyroscope is read k times too large, what is felt, turned along, is spread over (k - 1) rad.
    [Theory, InlineData(1, 0), InlineData(2, 1), InlineData(0.5, -0.5), InlineData(-1, -2), InlineData(0, -1)]
    public void GyroscopeReadTooLarge_LeavesASpreadGravity(double scale, double beyond)
    {
        MotionBins bins = TurningFoot.Bins(DownAndBack, 1);
        var swing = new SwingClosure(in bins, From, To);
        double along = beyond == 0 ? 0 : (1 - Math.Cos(beyond)) / beyond, up = beyond == 0 ? 0 : (Math.Sin(beyond) / beyond) - 1;
        double expected = 8.0 / 9 * Gravity * Math.Sqrt((along * along) + (up * up));
        swing.Misclosure(in bins, From, To, default, SignedAxes.Same, scale, 0).ShouldBe(expected, 0.003);
        if (scale == -1) swing.Misclosure(in bins, From, To, default, new SignedAxes(1, -2, 3), 1, 0).ShouldBe(expected, 0.003);
    }

    [Theory, InlineData(1), InlineData(0.7), InlineData(1.3)]
    public void AccelerometersScale_ChangesTheLevel_AndNoMisclosure(double scale)
    {
        MotionBins bins = TurningFoot.Bins(DownAndBack, 1, gravityMps2: scale * Gravity);
        var swing = new SwingClosure(in bins, From, To);
        swing.LevelMps2.ShouldBe(scale * Gravity, 1e-5);
        SwingClosure.Level(in bins, From, To, default).ShouldBe(scale * Gravity, 0.001);
        double along = 1 - Math.Cos(1), up = Math.Sin(1) - 1;
        swing.Misclosure(in bins, From, To, default, SignedAxes.Same, 2, 0).ShouldBe(8.0 / 9 * Gravity * Math.Sqrt((along * along) + (up * up)), 0.003);
        Span<Vector3D> changes = stackalloc Vector3D[2 * SwingClosure.Unknowns];
        (Vector3D mean, Vector3D apart) = swing.Misclosure(in bins, From, To, default, changes, out double level);
        level.ShouldBe(scale * Gravity, 0.001);
        mean.Length.ShouldBeLessThan(0.002);
        apart.Length.ShouldBeLessThan(0.002);
    }

    [Fact]
    public void KnownBias_IsTakenOut()
    {
        Vector3D bias = new(0.1, -0.2, 0.15);
        MotionBins bins = TurningFoot.Bins(TurningFoot.Swing(), 1, t => TurningFoot.Swing()(t) + bias);
        var swing = new SwingClosure(in bins, From, To);
        Span<Vector3D> changes = stackalloc Vector3D[2 * SwingClosure.Unknowns];
        swing.Misclosure(in bins, From, To, in bias, SignedAxes.Same, 1, 0).ShouldBeLessThan(0.01);
        swing.Misclosure(in bins, From, To, default, SignedAxes.Same, 1, 0).ShouldBeGreaterThan(0.5);
        (Vector3D mean, Vector3D apart) = swing.Misclosure(in bins, From, To, in bias, changes, out _);
        (mean.Length + apart.Length).ShouldBeLessThan(0.02);
        SwingClosure.Level(in bins, From, To, in bias).ShouldBe(Gravity, 0.005);
    }

    // A turn of half a radian that the gyroscope does not see: half the chord between gravity at both ends.
    [Fact]
    public void TurnThatIsNotSeen_LeavesTheEndsApart()
    {
        MotionBins bins = TurningFoot.Bins(t => t is > 0.1 and < 0.9 ? new(0, 0.5 / 0.8, 0) : default, 1, _ => default);
        var swing = new SwingClosure(in bins, From, To);
        Span<Vector3D> changes = stackalloc Vector3D[2 * SwingClosure.Unknowns];
        (Vector3D mean, Vector3D apart) = swing.Misclosure(in bins, From, To, default, changes, out _);
        apart.Length.ShouldBe(Gravity * Math.Sin(0.25), 0.001);
        // Evenly over the arc, gravity is longer than the mean of its ends.
        mean.Length.ShouldBe(8.0 / 9 * Gravity * ((Math.Sin(0.25) / 0.25) - Math.Cos(0.25)), 0.002);
        swing.Misclosure(in bins, From, To, default, SignedAxes.Same, 1, 0).ShouldBe(Math.Sqrt(mean.LengthSquared + apart.LengthSquared), 1e-9);
    }

    [Theory, InlineData(0.02), InlineData(-0.03), InlineData(0.045)]
    public void LateGyroscope_ReadSoMuchLater_Closes(double lateS)
    {
        MotionBins bins = TurningFoot.Bins(TurningFoot.Swing(), 1, t => TurningFoot.Swing()(t - lateS));
        var swing = new SwingClosure(in bins, From, To);
        double asItIs = swing.Misclosure(in bins, From, To, default, SignedAxes.Same, 1, 0);
        asItIs.ShouldBeGreaterThan(0.05);
        swing.Misclosure(in bins, From, To, default, SignedAxes.Same, 1, lateS).ShouldBeLessThan(0.1 * asItIs);
        swing.Misclosure(in bins, From, To, default, SignedAxes.Same, 1, -lateS).ShouldBeGreaterThan(1.5 * asItIs);
    }

    // What changes the misclosure, against a gyroscope that is changed by a little: later, larger, turned about x, y, z.
    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Changes_AreThoseOfAGyroscopeThatIsALittleOff(int unknown)
    {
        Func<double, Vector3D> rate = TurningFoot.Swing(1.2, 0.6);
        (Vector3D mean, Vector3D apart, _, _) = Off(0);
        (Vector3D moreMean, Vector3D moreApart, _, _) = Off(0.05);
        (Vector3D lessMean, Vector3D lessApart, _, _) = Off(-0.05);
        (_, _, Vector3D changeMean, Vector3D changeApart) = Off(0);
        Near((moreMean - lessMean) * 10, changeMean);
        Near((moreApart - lessApart) * 10, changeApart);
        (mean.Length + apart.Length).ShouldBeGreaterThan(0.05, "about a sensor that is off already");

        void Near(Vector3D found, Vector3D said) => (found - said).Length.ShouldBeLessThan(0.02 + (0.03 * found.Length), $"{found} is not {said}");

        (Vector3D Mean, Vector3D Apart, Vector3D ChangeMean, Vector3D ChangeApart) Off(double by)
        {
            MotionBins bins = TurningFoot.Bins(rate, 1, t => 1.05 * Changed(t, by), 1.1 * Gravity);
            var swing = new SwingClosure(in bins, From, To);
            var changes = new Vector3D[2 * SwingClosure.Unknowns];
            (Vector3D mean, Vector3D apart) = swing.Misclosure(in bins, From, To, default, changes, out _);
            return (mean, apart, changes[2 * unknown], changes[(2 * unknown) + 1]);
        }

        Vector3D Changed(double t, double by) => unknown switch
        {
            0 => rate(t + (0.01 * by)),
            1 => rate(t) * (1 + by),
            _ => rate(t) + Vector3D.Cross(unknown switch { 2 => new Vector3D(by, 0, 0), 3 => new(0, by, 0), _ => new(0, 0, by) }, rate(t)),
        };
    }

    private static Vector3D DownAndBack(double t) => t switch { < 0.1 => default, < 0.5 => new(0, 2.5, 0), < 0.9 => new(0, -2.5, 0), _ => default };
}
