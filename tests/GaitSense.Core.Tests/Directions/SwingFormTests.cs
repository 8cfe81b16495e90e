namespace GaitSense.Core.Tests;

/// <summary>How far a swing bows to the side of its way, and when half of the way is made.</summary>
public sealed class SwingFormTests
{
    private readonly SwingForm _form = new();
    private readonly PosedTracker _foot = new();

    // From rest at 0 s, off at 0.2 s, down at 0.6 s, at 2 m/s between 0.2 and 0.6 s, 8 cm to its left all the time.
    [Theory, InlineData(1), InlineData(-1)]
    public void SwingBesideItsWay_HasItsSideAndItsMiddle(int side)
    {
        Swing(side * 0.08, t => t is > 0.2 and <= 0.6 ? 2 : 0);
        Ended(out double leftward, out double middle).ShouldBeTrue();
        leftward.ShouldBe(side * 0.08, 1e-9);
        middle.ShouldBe(0.5, 0.02);
    }

    [Fact]
    public void WayThatIsMadeEarly_HasAnEarlyMiddle()
    {
        Swing(0, t => t is > 0.2 and <= 0.4 ? 4 : 0);
        Ended(out _, out double early).ShouldBeTrue();
        early.ShouldBe(0.25, 0.02);
        Swing(0, t => t is > 0.0 and <= 0.4 ? 2 : 0);
        Ended(out _, out double before).ShouldBeTrue();
        before.ShouldBe(0, 0.02, "the foot moves already as its heel rises");
    }

    // The same seen across: to the left of a way that goes to the walk's left is backward.
    [Fact]
    public void Side_IsThatOfTheWay()
    {
        Swing(0.08, t => t is > 0.2 and <= 0.6 ? 2 : 0, turned: true);
        Ended(out double leftward, out double middle, new Vector3D(0, 0.8, 0)).ShouldBeTrue();
        leftward.ShouldBe(0.08, 1e-9);
        middle.ShouldBe(0.5, 0.02);
    }

    // 9 cm to the left that a zero velocity took back after the landing: an error that grew with the square of time. Its mean over the swing is 38 % of it here.
    [Fact]
    public void PlaceThatTheFilterTakesBack_IsSpreadOverTheSwing()
    {
        Swing(0, t => t is > 0.2 and <= 0.6 ? 2 : 0);
        _foot.At(new(0.8, 0, 0), shiftM: new(0, -0.09, 0));
        _form.Follow(_foot.Tracker, At(0.61), inSwing: false);
        Ended(out double leftward, out _).ShouldBeTrue();
        double[] since = [.. Enumerable.Range(21, 40).Select(i => 0.01 * i)];
        leftward.ShouldBe(-0.09 * since.Sum(s => s * s) / (40 * since[^1] * since[^1]), 1e-6);
    }

    [Fact]
    public void SwingThatWasNotSeen_OrWentNowhere_HasNoForm()
    {
        _form.BeginBlind();
        Follow(0.3, 2, 0, true);
        Ended(out _, out _).ShouldBeFalse("it began at an unknown place");
        Swing(0, t => t is > 0.2 and <= 0.6 ? 2 : 0);
        Ended(out _, out _, default(Vector3D)).ShouldBeFalse();
        Swing(0, t => t is > 0.2 and <= 0.6 ? 2 : 0);
        Ended(out _, out _, new Vector3D(-0.8, 0, 0)).ShouldBeFalse("it moved against its way");
        Swing(0, t => t is > 0.2 and <= 0.6 ? 2 : 0);
        _form.TryEnd(End(new(0.8, 0, 0)), At(0.6), At(0.6), out _, out _).ShouldBeFalse("a swing lasts");
        Ended(out _, out _).ShouldBeFalse("it has ended once");
        Swing(0, t => t is > 0.2 and <= 0.6 ? 2 : 0);
        _form.Reset();
        Ended(out _, out _).ShouldBeFalse();
    }

    private void Swing(double side, Func<double, double> speed, bool turned = false)
    {
        Follow(-0.01, 0, 0, false);
        _form.Rest(At(0));
        double x = 0;
        for (int i = 1; i <= 60; i++)
        {
            double t = 0.01 * i;
            if (i == 21) _form.Begin(End(default) with { Time = At(0) });
            x += 0.01 * speed(t);
            Vector3D place = turned ? new(i > 20 ? -side : 0, x, 0) : new(x, i > 20 ? side : 0, 0);
            _foot.At(place, velocityMps: turned ? new(0, speed(t), 0) : new(speed(t), 0, 0));
            _form.Follow(_foot.Tracker, At(t), inSwing: i > 20);
        }
    }

    private void Follow(double time, double speed, double x, bool inSwing)
    {
        _foot.At(new(x, 0, 0), velocityMps: new(speed, 0, 0));
        _form.Follow(_foot.Tracker, At(time), inSwing);
    }

    private bool Ended(out double leftward, out double middle, Vector3D? place = null) => _form.TryEnd(End(place ?? new(0.8, 0, 0)), At(0.2), At(0.6), out leftward, out middle);

    private static MidStanceReference End(Vector3D place) => new(At(0.7), place, Attitude.Identity.ToMatrix(), 0, 0, default);

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}
