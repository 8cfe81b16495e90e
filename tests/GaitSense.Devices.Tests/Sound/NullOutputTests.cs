using GaitSense.Core;

namespace GaitSense.Devices.Tests;

/// <summary>A card that is none keeps time as one does.</summary>
public sealed class NullOutputTests
{
    private static readonly SoundOutputOptions Options = new() { BufferS = 0.02 };

    private readonly ManualTime _time = new();

    [Fact]
    public void Write_AMinute_TakesAMinute()
    {
        (PcmStream stream, ClockPcm pcm) = Create();
        HostTime start = _time.Now;
        while (stream.Facts.Frames < 60 * 48_000) stream.Step(Silence).ShouldBeTrue();
        _time.Now.SecondsSince(start).ShouldBe(60, 0.025);
        stream.Facts.Underruns.ShouldBe(0);
        stream.TryFrameAt(_time.Now, out long frame).ShouldBeTrue();
        ((double)frame).ShouldBe(stream.Facts.Frames - Delay(pcm), 2);
    }

    [Fact]
    public void Write_HeldUpForLessThanTheBuffer_IsInTime()
    {
        (PcmStream stream, _) = Create();
        for (int i = 0; i < 200; i++)
        {
            stream.Step(Silence);
            if (i % 20 == 19) _time.Advance(0.013);
        }

        stream.Facts.Underruns.ShouldBe(0);
    }

    [Fact]
    public void Write_HeldUpForLonger_IsAMissedDeadline()
    {
        (PcmStream stream, _) = Create();
        for (int i = 0; i < 200; i++)
        {
            stream.Step(Silence);
            if (i % 50 == 49) _time.Advance(0.025);
        }

        stream.Facts.Underruns.ShouldBe(3); // after the last one nothing was written
    }

    [Fact]
    public void Start_OnAThreadOfItsOwn_AsksForAllFramesInOrder()
    {
        using ManualResetEventSlim isEnough = new();
        using ISoundOutput output = NullOutput.Create(Options, _time, raise: rank => rank == ThreadRank.Sound && Thread.CurrentThread.Name is "sound" ? SoundPriority.Raised : SoundPriority.Normal);
        long next = 0;
        bool isInOrder = true, isTold = false;
        output.Start((stereo, first, askedAt) =>
        {
            isInOrder &= first == next;
            next += stereo.Length / 2;
            if (next <= 4800 || isEnough.IsSet) return;
            isTold = output.TryFrameAt(askedAt, out _);
            isEnough.Set();
        });
        isEnough.Wait(TestContext.Current.CancellationToken);
        isInOrder.ShouldBeTrue();
        isTold.ShouldBeTrue();
        output.Facts.Priority.ShouldBe(SoundPriority.Raised);
        Should.Throw<InvalidOperationException>(() => output.Start(Silence));
    }

    private static void Silence(Span<float> stereo, long firstFrame, HostTime askedAt) => stereo.Clear();

    private static long Delay(ClockPcm pcm)
    {
        pcm.TryDelay(out long delay);
        return delay;
    }

    private (PcmStream Stream, ClockPcm Pcm) Create()
    {
        ClockPcm pcm = new(Options.BufferS, _time);
        return (new PcmStream(pcm, Options, _time), pcm);
    }
}
