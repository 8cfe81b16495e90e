using FsCheck;
using FsCheck.Fluent;

namespace GaitSense.Core.Tests;

public sealed class WrappingCounterTests
{
    [Fact]
    public void TryUnwrap_AnyStepsWithinTheTolerance_FollowsTheFullCounter() =>
        Prop.ForAll<uint, int[]>((start, steps) =>
        {
            WrappingCounter counter = new(32, 1e6, 5);
            long truth = start, offset = 0;
            counter.TryUnwrap((uint)truth, 0, out long first);
            offset = first - truth;
            foreach (int step in steps)
            {
                // Up to an hour and a half may pass, more than one wrap; the guess at it is off by up to 4 s.
                long passed = Math.Abs((long)step) % 5_400_000_000;
                truth += passed;
                if (!counter.TryUnwrap((uint)truth, (passed * 1e-6) + ((step % 5) * 0.9), out long value) || value - offset != truth) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryUnwrap_SixteenBitsAcrossTheWrap_GoesOn()
    {
        WrappingCounter counter = new(16, 200, 5);
        counter.TryUnwrap(65530, 0, out _).ShouldBeTrue();
        counter.TryUnwrap(4, 0.05, out long value).ShouldBeTrue();
        value.ShouldBe(65540);
        // An overtaken packet is behind.
        counter.TryUnwrap(65534, -0.03, out value).ShouldBeTrue();
        value.ShouldBe(65534);
    }

    [Fact]
    public void TryUnwrap_CounterThatStartsAgain_IsANewEpoch()
    {
        WrappingCounter counter = new(32, 1e6, 5);
        counter.TryUnwrap(600_000_000, 0, out _).ShouldBeTrue();
        counter.TryUnwrap(1_000, 3, out long value).ShouldBeFalse();
        value.ShouldBe(1_000);
        counter.TryUnwrap(11_000, 0.01, out value).ShouldBeTrue();
        value.ShouldBe(11_000);
    }
}
