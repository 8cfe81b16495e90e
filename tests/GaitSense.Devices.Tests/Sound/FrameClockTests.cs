using GaitSense.Core;

namespace GaitSense.Devices.Tests;

/// <summary>The line between time and frames.</summary>
public sealed class FrameClockTests
{
    private readonly FrameClock _clock = new(48_000);

    [Fact]
    public void TryFrameAt_BeforeAnyReading_IsUnknown()
    {
        _clock.TryFrameAt(new HostTime(0), out _).ShouldBeFalse();
        _clock.TryAdd(new HostTime(1_000_000), 480);
        _clock.TryFrameAt(new HostTime(2_000_000), out double frame).ShouldBeTrue();
        frame.ShouldBe(48_480, 1e-6);
        _clock.Restart();
        _clock.TryFrameAt(new HostTime(2_000_000), out _).ShouldBeFalse();
    }

    [Fact]
    public void TryFrameAt_ReadingsThatScatter_AreAveraged()
    {
        Random random = new(1);
        double worst = 0;
        for (int i = 0; i < 20_000; i++)
        {
            long us = i * 10_000L;
            double truth = us * 0.048 * (1 + 50e-6);
            _clock.TryAdd(new HostTime(us), truth + ((random.NextDouble() - 0.5) * 2 * 96)); // +-2 ms
            _clock.TryFrameAt(new HostTime(us + 500_000), out double frame).ShouldBeTrue();
            if (i > 500) worst = Math.Max(worst, Math.Abs(frame - ((us + 500_000) * 0.048 * (1 + 50e-6))));
        }

        (worst / 48).ShouldBeLessThan(0.5); // ms
    }

    [Fact]
    public void TryAdd_AJump_IsToldAndAfterARestartFollowedAtOnce()
    {
        for (int i = 0; i < 500; i++) _clock.TryAdd(new HostTime(i * 10_000L), i * 480);
        _clock.TryAdd(new HostTime(5_000_000), (500 * 480) - 4800).ShouldBeFalse();
        _clock.Restart();
        _clock.TryFrameAt(new HostTime(5_000_000), out _).ShouldBeFalse();
        _clock.TryAdd(new HostTime(5_000_000), (500 * 480) - 4800).ShouldBeTrue();
        _clock.TryFrameAt(new HostTime(5_000_000), out double frame).ShouldBeTrue();
        frame.ShouldBe((500 * 480) - 4800);
    }

    [Fact]
    public async Task TryFrameAt_WhileItIsWritten_IsNeverTorn()
    {
        // Every anchor lies on the same line, with jumps of hours between them: a mixture of two would lie far off it.
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        FrameClock clock = new(48_000);
        clock.TryAdd(new HostTime(0), 0);
        Task writer = Task.Run(() =>
        {
            for (long i = 1; !stop.IsCancellationRequested; i++) clock.TryAdd(new HostTime(i % 2 * 10_000_000_000), i % 2 * 480_000_000.0);
        }, TestContext.Current.CancellationToken);
        for (int i = 0; i < 300_000; i++)
        {
            clock.TryFrameAt(new HostTime(1_000_000), out double frame).ShouldBeTrue();
            if (Math.Abs(frame - 48_000) > 0.01) frame.ShouldBe(48_000, 0.01);
        }

        await stop.CancelAsync();
        await writer;
    }
}
