using GaitSense.Core;

namespace GaitSense.Devices.Tests;

/// <summary>Headphones that are pulled out and put in again: silence that is counted, nothing late, and nothing that startles.</summary>
public sealed class ReopeningTests
{
    private const int NoDevice = -19, BrokenPipe = -32;

    private readonly ManualTime _time = new();
    private readonly List<HostTime> _tries = [];
    private readonly List<long> _asked = [];

    [Fact]
    public void Step_TheDeviceComesBack_PlaysOnAndCountsTheSilence()
    {
        FakePcm first = new(100, 100, 100, 100, NoDevice) { CanRecover = false }, second = new();
        PcmStream stream = Stream(first, failures: 2, second);
        for (int i = 0; i < 4; i++) Step(stream);
        stream.TryFrameAt(_time.Now, out _).ShouldBeTrue();
        Step(stream);
        HostTime lost = _time.Now;
        first.IsDisposed.ShouldBeTrue();
        stream.Facts.Failure.ShouldBe("sound, fake: error -19: do something");
        stream.TryFrameAt(_time.Now, out _).ShouldBeFalse("nobody hears what is planned now");

        while (stream.Facts.Failure is not null) Step(stream);
        _tries.Select(t => t.SecondsSince(lost)).Zip([1.0, 2.0, 3.0]).ShouldAllBe(t => Math.Abs(t.First - t.Second) < 0.35);
        _tries.Count.ShouldBe(3);
        stream.Facts.Losses.ShouldBe(1);
        stream.Facts.SilentS.ShouldBe(_time.Now.SecondsSince(lost), 1e-6);
        stream.TryFrameAt(_time.Now, out _).ShouldBeFalse("not even one buffer is on its way");

        for (int i = 0; i < 4; i++) Step(stream);
        stream.TryFrameAt(_time.Now, out _).ShouldBeTrue();
        // Frames went on as time did: what was planned for one of them is not played later.
        _asked[5].ShouldBe(400 + (long)Math.Ceiling(stream.Facts.SilentS * 48_000));
    }

    [Fact]
    public void Step_TheDeviceIsBack_SoundComesUpSlowly()
    {
        FakePcm second = new();
        PcmStream stream = Stream(new FakePcm(NoDevice) { CanRecover = false }, failures: 0, second);
        while (second.Played.Count < 2 * 48_000 * 4) Step(stream);
        double[] loud = [.. Enumerable.Range(0, 8).Select(i => (double)second.Played[48_000 * i])];
        loud[0].ShouldBe(0, 1);
        for (int i = 1; i < 8; i++)
        {
            double expected = Math.Min(1, i * 0.5 / PcmStream.RiseS) * 0.5 * 32767;
            loud[i].ShouldBe(expected, 2);
        }

        second.Played.Where((_, i) => i % 2 == 0).Zip(second.Played.Where((_, i) => i % 2 == 0).Skip(1)).ShouldAllBe(p => p.Second - p.First >= 0 && p.Second - p.First <= 1);
    }

    [Fact]
    public void Step_TheFirstSoundOfAWalk_IsAsLoudAsItIs()
    {
        FakePcm pcm = new();
        Step(Stream(pcm, failures: 0));
        pcm.Played.ShouldAllBe(s => s == 16_384);
    }

    [Fact]
    public void Step_ADeviceThatNeverComesBack_IsLookedForEverySecondWithoutBusyWork()
    {
        PcmStream stream = Stream(new FakePcm(BrokenPipe) { CanRecover = false }, failures: int.MaxValue);
        HostTime start = _time.Now;
        int steps = 0;
        while (_time.Now.SecondsSince(start) < 600)
        {
            Step(stream);
            steps++;
        }

        _tries.Count.ShouldBeInRange(500, 600);
        steps.ShouldBeLessThan(6200, "it naps between");
        stream.Facts.Failure.ShouldNotBeNull();
        stream.Facts.SilentS.ShouldBe(600, 0.2);
        _asked.Count.ShouldBe(1, "nothing is rendered for nobody");
    }

    [Fact]
    public void Dispose_AfterADeviceCameBack_ClosesTheOneInUse()
    {
        FakePcm second = new();
        PcmStream stream = Stream(new FakePcm(NoDevice) { CanRecover = false }, failures: 0, second);
        Step(stream);
        while (stream.Facts.Failure is not null) Step(stream);
        second.IsDisposed.ShouldBeFalse();
        stream.Dispose();
        second.IsDisposed.ShouldBeTrue();
    }

    private void Step(PcmStream stream) => stream.Step((stereo, first, _) =>
    {
        _asked.Add(first);
        stereo.Fill(0.5f);
    }).ShouldBeTrue();

    private PcmStream Stream(FakePcm first, int failures, FakePcm? second = null) => new(first, new SoundOutputOptions(), _time, () =>
    {
        _tries.Add(_time.Now);
        return _tries.Count <= failures || second is null ? throw new SoundException("fake", "is not there") : second;
    });
}
