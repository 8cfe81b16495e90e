using GaitSense.Core;
using GaitSense.Recording;

namespace GaitSense.Sessions.Tests;

public sealed class PacedSourceTests
{
    [Fact]
    public async Task ReadAsync_AnySamples_HandsOutEachOnceItsTimeHasCome()
    {
        var clock = new FakeClock();
        FootedSample[] samples = Walks.Rest(1000);
        List<FootedSample> seen = [];
        await foreach (SampleBlock block in new PacedSource(new ListSource(samples, 300), clock).ReadAsync(CancellationToken.None))
        {
            using (block)
            {
                DeviceTime last = block.Samples[^1].Sample.Time;
                clock.Elapsed.TotalSeconds.ShouldBeInRange(last.Seconds - 1e-6, last.Seconds + PacedSource.BlockS);
                last.SecondsSince(block.Samples[0].Sample.Time).ShouldBeLessThanOrEqualTo(PacedSource.BlockS);
                seen.AddRange(block.Samples);
            }
        }

        seen.ShouldBe(samples);
        clock.Elapsed.TotalSeconds.ShouldBe(4.99, 0.02);
    }

    [Fact]
    public async Task ReadAsync_TimesThatStartAnywhereOrRunBackward_LosesNothingAndDoesNotHang()
    {
        FootedSample[] samples =
        [
            .. new[] { 5_000_000_000L, 5_000_010_000, 4_000_000_000, 5_000_020_000 }
                .Select(us => new FootedSample(Foot.Left, new ImuSample(new DeviceTime(us), new(0, 0, 9.81), default))),
        ];
        var clock = new FakeClock();
        (await Walks.SamplesAsync(new PacedSource(new ListSource(samples), clock))).ShouldBe(samples);
        clock.Elapsed.TotalSeconds.ShouldBe(0.02, 0.001);
    }

    [Fact]
    public async Task ReadAsync_Stopped_EndsTheWaiting()
    {
        using var stop = new CancellationTokenSource();
        FootedSample[] samples = Walks.Rest(1000);
        var session = new WalkSession(
            new PacedSource(new ListSource(samples) { BeforeBlock = n => { if (n == 1) stop.Cancel(); } }, TimeProvider.System), [], new WalkSessionOptions());
        WalkSessionResult result = await session.RunAsync(stop.Token);
        result.Interrupted.ShouldBeTrue();
    }
}
