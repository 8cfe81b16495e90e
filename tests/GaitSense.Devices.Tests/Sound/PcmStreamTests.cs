using GaitSense.Core;

namespace GaitSense.Devices.Tests;

/// <summary>Frames reach the device whole, in order, whatever it answers; what cannot be mended ends the sound, never the walk.</summary>
public sealed class PcmStreamTests
{
    private const int BrokenPipe = -32, NoDevice = -19;

    private readonly ManualTime _time = new();
    private readonly List<long> _asked = [];

    [Fact]
    public void Step_ADeviceThatTakesParts_GetsAllFramesInOrder()
    {
        FakePcm pcm = new(30, 1, 69, 100, 50, 0, 50);
        PcmStream stream = Stream(pcm);
        for (int i = 0; i < 5; i++) Step(stream).ShouldBeTrue();
        pcm.Played.ShouldBe(Enumerable.Range(0, 500).SelectMany(n => new[] { (short)n, (short)-n }));
        stream.Facts.Frames.ShouldBe(500);
        stream.Facts.Underruns.ShouldBe(0);
    }

    [Fact]
    public void Step_RanDry_IsMendedAndCounted()
    {
        FakePcm pcm = new(100, 100, BrokenPipe, BrokenPipe);
        PcmStream stream = Stream(pcm);
        for (int i = 0; i < 4; i++) Step(stream).ShouldBeTrue();
        pcm.Played.Count.ShouldBe(800);
        pcm.Recovered.ShouldBe(2);
        stream.Facts.Underruns.ShouldBe(2);
        stream.Facts.Failure.ShouldBeNull();
    }

    [Fact]
    public void Step_TheDeviceStoodStill_WhatWasPlannedIsVoidInsteadOfLate()
    {
        PcmStream stream = Stream(new FakePcm { Delay = 100 });
        for (int i = 0; i < 50; i++) Pass(stream);
        stream.TryFrameAt(_time.Now.AddSeconds(0.5), out long planned).ShouldBeTrue();
        _time.Advance(1.9); // it takes nothing, and tells nothing
        Pass(stream);
        long before = _asked[^1];
        Pass(stream);
        _asked[^1].ShouldBeGreaterThan(before + 100, "the hole says that what was planned is void");
        _asked[^1].ShouldBeLessThan(planned, "else it would be played 1.9 s late");
        Pass(stream);
        stream.TryFrameAt(_time.Now.AddSeconds(0.1), out long next).ShouldBeTrue();
        next.ShouldBeInRange(_asked[^1] + 4700, _asked[^1] + 4900);
    }

    [Fact]
    public void Step_RanDry_WhatWasPlannedIsVoid()
    {
        PcmStream stream = Stream(new FakePcm([.. Enumerable.Repeat(100, 20), BrokenPipe]));
        for (int i = 0; i < 21; i++) Pass(stream);
        Pass(stream);
        _asked[^1].ShouldBe(22 * 100, "one period is left out");
    }

    [Fact]
    public void Step_TheDeviceIsGone_EndsTheSoundInWords()
    {
        PcmStream stream = Stream(new FakePcm(100, 100, 100, 100, NoDevice) { CanRecover = false });
        for (int i = 0; i < 4; i++) Step(stream).ShouldBeTrue();
        stream.TryFrameAt(_time.Now, out _).ShouldBeTrue();
        Step(stream).ShouldBeFalse();
        stream.Facts.Failure.ShouldBe("sound, fake: error -19: do something");
        stream.TryFrameAt(_time.Now, out _).ShouldBeFalse();
    }

    [Theory, InlineData(0), InlineData(BrokenPipe)]
    public void Step_ADeviceThatTakesNothing_DoesNotHang(int answer)
    {
        PcmStream stream = Stream(new FakePcm([.. Enumerable.Repeat(answer, 200)]));
        Step(stream).ShouldBeFalse();
        stream.Facts.Failure.ShouldNotBeNull().ShouldContain("choose another device");
    }

    [Fact]
    public void Step_RenderingThrows_EndsTheSoundInWords()
    {
        PcmStream stream = Stream(new FakePcm());
        stream.Step((_, _, _) => throw new InvalidOperationException("a bug")).ShouldBeFalse();
        stream.Facts.Failure.ShouldNotBeNull().ShouldContain("a bug");
    }

    [Fact]
    public void TryFrameAt_DelayAndRoute_AreTakenIntoAccount()
    {
        PcmStream stream = Stream(new FakePcm { Delay = 300 }, routeLatencyS: 0.2);
        for (int i = 0; i < 3; i++) Step(stream);
        stream.TryFrameAt(_time.Now, out _).ShouldBeFalse(); // not even one buffer is on its way
        Step(stream);
        // 400 frames handed over, 300 of them not in the air yet; what is heard is what was in the air 0.2 s ago.
        stream.TryFrameAt(_time.Now.AddSeconds(0.2), out long now).ShouldBeTrue();
        now.ShouldBe(100);
        stream.TryFrameAt(_time.Now.AddSeconds(1.2), out long later).ShouldBeTrue();
        later.ShouldBe(48_100);
        stream.Facts.MinLeadS.ShouldBe(0.2 + (500 / 48_000.0), 1e-9);
    }

    [Fact]
    public void Step_ARanDryDevice_StartsTheLineAgain()
    {
        FakePcm pcm = new(100, 100, 100, 100, 100, BrokenPipe) { Delay = 0 };
        PcmStream stream = Stream(pcm);
        for (int i = 0; i < 5; i++)
        {
            Step(stream);
            _time.Advance(100 / 48_000.0);
        }

        _time.Advance(0.005); // so much shorter than what counts as a jump that the line would only bend
        Step(stream);
        stream.TryFrameAt(_time.Now, out long frame).ShouldBeTrue();
        frame.ShouldBe(700, "one period is left out, so that what was planned by the old line is void");
    }

    [Fact]
    public void Step_ADeviceWithoutAClock_IsHeldToRealTime()
    {
        FakePcm pcm = new() { IsListening = false, Delay = 0 };
        PcmStream stream = Stream(pcm);
        HostTime start = _time.Now;
        for (int i = 0; i < 3000 && _time.Now.SecondsSince(start) < 3; i++) Step(stream).ShouldBeTrue();
        _time.Now.SecondsSince(start).ShouldBeGreaterThanOrEqualTo(3);
        stream.Facts.Frames.ShouldBeInRange(3 * 48_000, (3 * 48_000) + 5000);
        stream.TryFrameAt(_time.Now, out long frame).ShouldBeTrue();
        ((double)frame).ShouldBe(stream.Facts.Frames, 100);
    }

    [Theory, InlineData(-200e-6), InlineData(200e-6)]
    public void Step_ADeviceWithItsOwnClock_IsNotHeld(double off)
    {
        FakePcm pcm = new() { IsListening = false, Delay = 400 };
        PcmStream stream = Stream(pcm);
        HostTime start = _time.Now;
        for (int i = 0; i < 200_000; i++)
        {
            Step(stream).ShouldBeTrue();
            _time.Advance(Math.Round(1e6 * ((i + 1) * 100 / 48_000.0 / (1 + off))) / 1e6 - Math.Round(1e6 * (i * 100 / 48_000.0 / (1 + off))) / 1e6);
        }

        _time.Now.SecondsSince(start).ShouldBe(200_000 * 100 / 48_000.0 / (1 + off), 0.001);
        stream.TryFrameAt(_time.Now, out long frame).ShouldBeTrue();
        ((double)frame).ShouldBe(stream.Facts.Frames - 400 + 100, 3);
    }

    [Fact]
    public void Step_AnyNumberOfPeriods_AllocatesNothing()
    {
        PcmStream stream = Stream(new FakePcm { IsListening = false, Delay = 400 });
        SoundRender render = (stereo, _, _) => stereo.Clear();
        Run(10);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(1000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Run(int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                stream.Step(render);
                _time.Advance(100 / 48_000.0);
            }
        }
    }

    [Fact]
    public void Convert_AnyNumber_IsRoundedAndBounded()
    {
        short[] samples = new short[6];
        Pcm16.Convert([0, 1, -2, 0.5f / 32767 * 1.01f, -0.4f / 32767, float.NaN], samples);
        samples.ShouldBe([0, 32767, -32767, 1, 0, 0]);
    }

    private static bool Step(PcmStream stream) => stream.Step((stereo, first, _) =>
    {
        for (int i = 0; i < stereo.Length / 2; i++) (stereo[2 * i], stereo[(2 * i) + 1]) = ((first + i) / 32767f, -(first + i) / 32767f);
    });

    // One period, and the time that it lasts.
    private void Pass(PcmStream stream)
    {
        stream.Step((_, first, _) => _asked.Add(first)).ShouldBeTrue();
        _time.Advance(100 / 48_000.0);
    }

    private PcmStream Stream(FakePcm pcm, double routeLatencyS = 0) => new(pcm, new SoundOutputOptions { RouteLatencyS = routeLatencyS }, _time);
}
