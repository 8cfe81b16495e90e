namespace GaitSense.Core.Tests;

/// <summary>How else a gyroscope could be read so that swings close.</summary>
public sealed class AxisSearchTests
{
    private const long From = 5, To = 95;

    public static TheoryData<sbyte, sbyte, sbyte> Wrong => new()
    {
        { 1, -2, 3 },
        { -1, 2, 3 },
        { 1, 2, -3 },
        { -1, -2, -3 },
        { 1, 3, -2 },
        { 1, -3, 2 },
        { 3, 2, -1 },
        { -3, 2, 1 },
        { 2, -1, 3 },
        { -2, 1, 3 },
        { 2, 3, 1 },
        { 3, -1, 2 },
        { 2, 1, 3 },
    };

    // What of the gyroscope belongs to x, y, z of the accelerometer: signs, quarter turns, and any other order.
    [Theory, MemberData(nameof(Wrong))]
    public void GyroscopeInOtherAxes_IsNamed(sbyte x, sbyte y, sbyte z)
    {
        SignedAxes axes = new(x, y, z);
        AxisSearch search = Tried(8, v => Inverse(axes, v));
        search.TryNameAxes(mostDoNotClose: true, out SignedAxes named).ShouldBeTrue();
        named.ShouldBe(axes);
        search.IsSuspect.ShouldBeTrue();
    }

    [Fact]
    public void GyroscopeThatIsWell_IsNotAccused()
    {
        AxisSearch search = Tried(16, v => v);
        search.TryNameAxes(mostDoNotClose: false, out _).ShouldBeFalse();
        (search.IsSuspect, search.BestFactor(), search.BestDelayS(), search.FarSwings, search.NearSwings).ShouldBe((false, 1.0, 0.0, 0, 16));
        search.Factor().Gain.ShouldBeLessThan(0);
    }

    [Theory, InlineData(0.5, 2, 0.02), InlineData(2, 0.5, 0.01), InlineData(0.8, 1.25, 0.05), InlineData(1.3, 0.77, 0.04), InlineData(0.9, 1.11, 0.05), InlineData(0.2, 2, 1e-9), InlineData(4, 0.5, 1e-9)]
    public void GyroscopeThatReadsTooLittleOrTooMuch_IsReadByAFactor(double reads, double factor, double within)
    {
        AxisSearch search = Tried(8, v => v * reads);
        search.BestFactor().ShouldBe(factor, within);
        search.Factor().Gain.ShouldBeGreaterThan(0.2);
        search.PrefersDelay.ShouldBeFalse();
        search.BestDelayS().ShouldBe(0);
        search.TryNameAxes(mostDoNotClose: true, out _).ShouldBeFalse("a factor closes better than any axes");
    }

    [Theory, InlineData(0.03), InlineData(0.02), InlineData(0.045), InlineData(0.07), InlineData(-0.02)]
    public void GyroscopeThatIsLate_IsReadLater(double lateS)
    {
        AxisSearch search = Tried(8, v => v, lateS);
        search.BestDelayS().ShouldBe(Math.Min(lateS, 0.06), 0.006);
        search.PrefersDelay.ShouldBeTrue();
        search.TryNameAxes(mostDoNotClose: false, out _).ShouldBeFalse();
    }

    [Fact]
    public void FewSwings_TellNothing()
    {
        AxisSearch five = Tried(5, v => v * 0.5), six = Tried(6, v => v * 0.5);
        (five.BestFactor(), six.BestFactor() > 1.9).ShouldBe((1.0, true));
        Tried(5, v => v, 0.03).BestDelayS().ShouldBe(0);
        Tried(6, v => v, 0.03).BestDelayS().ShouldBe(0.03, 0.006);
        SignedAxes turned = new(2, 3, 1);
        Tried(3, v => Inverse(turned, v)).TryNameAxes(mostDoNotClose: true, out _).ShouldBeFalse();
        Tried(4, v => Inverse(turned, v)).TryNameAxes(mostDoNotClose: true, out _).ShouldBeTrue();
        Tried(4, v => Inverse(turned, v)).TryNameAxes(mostDoNotClose: false, out _).ShouldBeFalse();
    }

    // Sixteen are tried near by, ten with all axes; what closes as it is, is not tried with all.
    [Fact]
    public void ManySwings_AreNotAllTried()
    {
        AxisSearch search = Tried(20, v => Inverse(new SignedAxes(2, 3, 1), v));
        (search.NearSwings, search.FarSwings).ShouldBe((16, 10));
        Tried(4, v => v * 0.5, closes: true).FarSwings.ShouldBe(0);
    }

    // A sensor at its end says nothing of factors and delays.
    [Fact]
    public void ClippedSwings_TellNothingOfFactorsAndDelays()
    {
        Tried(8, v => v * 0.5, isWhole: false).BestFactor().ShouldBe(1);
        Tried(8, v => v, 0.03, isWhole: false).BestDelayS().ShouldBe(0);
        SignedAxes sign = new(1, -2, 3);
        Tried(8, v => Inverse(sign, v), isWhole: false).TryNameAxes(mostDoNotClose: true, out SignedAxes named).ShouldBeTrue();
        named.ShouldBe(sign);
    }

    [Fact]
    public void AllFortyEightWays_AreDifferent_HalfOfThemTurns()
    {
        SignedAxes[] all = [.. Enumerable.Range(0, SignedAxes.Count).Select(SignedAxes.Number)];
        all.Distinct().Count().ShouldBe(48);
        all[0].ShouldBe(SignedAxes.Same);
        foreach (SignedAxes axes in all)
        {
            Vector3D x = axes.Of(new(1, 0, 0)), y = axes.Of(new(0, 1, 0)), z = axes.Of(new(0, 0, 1));
            (Vector3D.Dot(Vector3D.Cross(x, y), z) > 0).ShouldBe(axes.IsTurn, $"{axes}");
            axes.IsSignsOnly.ShouldBe(x.X != 0 && y.Y != 0);
        }

        new SignedAxes(-2, 1, 3).Of(new(5, 6, 7)).ShouldBe(new(-6, 5, 7));
        new SignedAxes(3, 2, -1).Of(new(5, 6, 7)).ShouldBe(new(7, 6, -5));
    }

    // A gyroscope whose readings, taken in those axes, are right.
    private static Vector3D Inverse(SignedAxes axes, Vector3D right) =>
        new(Vector3D.Dot(axes.Of(new(1, 0, 0)), right), Vector3D.Dot(axes.Of(new(0, 1, 0)), right), Vector3D.Dot(axes.Of(new(0, 0, 1)), right));

    private static AxisSearch Tried(int swings, Func<Vector3D, Vector3D> shown, double lateS = 0, bool? closes = null, bool isWhole = true)
    {
        AxisSearch search = default;
        for (int n = 0; n < swings; n++)
        {
            Func<double, Vector3D> rate = TurningFoot.Swing(0.9 + (0.1 * (n % 3)), n % 2 == 0 ? 1 : 0.7);
            MotionBins bins = TurningFoot.Bins(rate, 1, t => shown(rate(t - lateS)));
            var swing = new SwingClosure(in bins, From, To);
            bool isClosed = closes ?? swing.Misclosure(in bins, From, To, default, SignedAxes.Same, 1, 0) < 0.3;
            search.Add(in swing, in bins, From, To, default, isClosed, isWhole);
        }

        return search;
    }
}
