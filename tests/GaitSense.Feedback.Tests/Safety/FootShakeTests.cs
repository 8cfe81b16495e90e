using GaitSense.Core;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>What is kept of a foot's last seconds: its knocks, how it turned, and whether it was heard without a hole.</summary>
public sealed class FootShakeTests
{
    private readonly FootShake _foot = new();

    // Two poles at 12 Hz: a single reading of 30 m/s² at 100 Hz leaves 30 (1 / (1 + 2 pi 0.12))² of itself.
    [Fact]
    public void Knock_LeavesWhatIsAboveTwelveHertz()
    {
        double share = 1 / (1 + (2 * Math.PI * 12 * 0.01));
        Read(1, 2, 0.01, knocksAtS: 1.5);
        _foot.Hardest(At(0)).ShouldBe(30 * share * share, 1e-6);
        _foot.Hardest(At(1.5)).ShouldBe(30 * share * share, 1e-6, "the time itself counts");
        _foot.Hardest(At(1.9)).ShouldBeLessThan(0.01);
    }

    [Fact]
    public void StillFoot_HasNoKnocks()
    {
        Read(1, 2, 0.01);
        _foot.Peaks(At(0)).ShouldBeNull();
        _foot.Hardest(At(0)).ShouldBe(0);
    }

    // What rings 0.13 s after a knock, or lifts 0.18 s before it, is part of it.
    [Theory]
    [InlineData(1.5, 1.62, false)]
    [InlineData(1.5, 1.63, true)]
    [InlineData(1.5, 1.33, false)]
    [InlineData(1.5, 1.32, true)]
    public void NextKnock_IsOneApartFromTheHardest(double hardestS, double otherS, bool isApart)
    {
        for (int i = 0; i < 100; i++)
        {
            double at = 1 + (0.01 * i), knock = Math.Abs(at - hardestS) < 0.004 ? 30 : Math.Abs(at - otherS) < 0.004 ? 15 : 0;
            _foot.Add(new ImuSample(At(at), new Vector3D(0, 0, knock), default));
        }

        var (hardest, next, _) = _foot.Peaks(At(1.2))!.Value;
        hardest.At.ShouldBe(At(hardestS));
        (next.At == At(otherS)).ShouldBe(isApart);
    }

    [Fact]
    public void Readings_AtFourHundredASecond_KeepTheirKnocksForFourSeconds()
    {
        double share = 1 / (1 + (2 * Math.PI * 12 * 0.0025));
        Read(1, 5, 0.0025, knocksAtS: 1.5025);
        _foot.Hardest(At(1.4)).ShouldBe(30 * share * share, 1e-6);
        _foot.PeriodS!.Value.ShouldBe(0.0025, 1e-9);
    }

    [Fact]
    public void Turn_IsFromWhereTheFootWas()
    {
        for (int i = 0; i <= 400; i++) _foot.Add(new ImuSample(At(1 + (0.01 * i)), default, new Vector3D(i is > 100 and <= 150 ? 1 : i is > 250 and <= 290 ? -1 : 0, 0, 0)));
        (double most, double left) = _foot.Turned(At(1));
        (most, left).ShouldBe((0.5, 0.1), Close);
        _foot.Turned(At(2)).ShouldBe((0.5, 0.1), Close);
        _foot.Turned(At(2.25)).ShouldBe((0.25, 0.15), Close);
        _foot.Turned(At(2.6)).ShouldBe((0.4, 0.4), Close);
        _foot.Turned(At(4)).ShouldBe((0, 0), Close);
    }

    [Fact]
    public void ReadingTwice_OrLate_ChangesNothing()
    {
        Read(1, 2, 0.01);
        double periodS = _foot.PeriodS!.Value;
        _foot.Add(new ImuSample(At(1.99), new Vector3D(0, 0, 50), default));
        _foot.Add(new ImuSample(At(1.5), new Vector3D(0, 0, 50), default));
        _foot.PeriodS.ShouldBe(periodS);
        _foot.Hardest(At(0)).ShouldBe(0);
    }

    [Theory, InlineData(0.1, true), InlineData(0.102, false)]
    public void Foot_IsHeardSinceItsFirstReading_OrTheLastHole(double gapS, bool isHeard)
    {
        Read(1, 2, 0.01);
        _foot.IsHeardSince(At(1)).ShouldBeTrue();
        _foot.IsHeardSince(At(0.999)).ShouldBeFalse();
        _foot.Add(new ImuSample(At(1.99 + gapS), default, default));
        _foot.IsHeardSince(At(1)).ShouldBe(isHeard);
        _foot.IsHeardSince(At(1.99 + gapS)).ShouldBeTrue();
    }

    private static readonly IEqualityComparer<(double, double)> Close =
        EqualityComparer<(double, double)>.Create((a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-9 && Math.Abs(a.Item2 - b.Item2) < 1e-9);

    private void Read(double fromS, double toS, double everyS, double knocksAtS = double.NaN)
    {
        for (int i = 0; fromS + (i * everyS) < toS - 1e-9; i++)
        {
            double at = fromS + (i * everyS);
            _foot.Add(new ImuSample(At(at), new Vector3D(0, 0, Math.Abs(at - knocksAtS) < 0.001 ? 30 : 0), default));
        }
    }

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}
