using GaitSense.Core;
using GaitSense.Streams;
using GaitSense.Walk;

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
    public async Task ReadAsync_WhatIsSaidBetweenTwoSamples_StaysBetweenThem()
    {
        ListSource source = new(Walks.Rest(200), 3)
        {
            OnBlock = (n, block) =>
            {
                if (n % 4 == 1) block.ClockUncertaintyS = 0.001 * n;
                if (n % 5 == 2) block.Request = $"request {n}";
            },
        };
        List<string> expected = await SaidAsync(source);
        expected.Count(s => s.StartsWith("request", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
        (await SaidAsync(new PacedSource(source, new FakeClock()))).ShouldBe(expected);
    }

    [Fact]
    public async Task Ask_InTheMiddle_IsHeardWithinOneBlockAndLosesNoSample()
    {
        PacedSource paced = new(new ListSource(Walks.Rest(1000), 300), new FakeClock());
        double askedAtS = double.NaN, heardAtS = double.NaN, nowS = 0;
        int samples = 0;
        await foreach (SampleBlock block in paced.ReadAsync(CancellationToken.None))
        {
            using (block)
            {
                if (block.Request is WalkRequests.StopCues) heardAtS = nowS;
                samples += block.Count;
                if (block.Count > 0) nowS = block.Samples[^1].Sample.Time.Seconds;
            }

            if (nowS < 2 || paced.WasAsked) continue;
            askedAtS = nowS;
            paced.Ask(WalkRequests.StopCues);
        }

        (heardAtS - askedAtS).ShouldBeInRange(0, PacedSource.BlockS);
        samples.ShouldBe(1000);
    }

    // Requests, changes of the clocks' uncertainty and samples, in the order in which a walk hears of them.
    private static async Task<List<string>> SaidAsync(IWalkSource source)
    {
        List<string> said = [];
        double? uncertainty = null;
        await foreach (SampleBlock block in source.ReadAsync(CancellationToken.None))
        {
            using (block)
            {
                if (block.Request is { } request) said.Add(request);
                if (block.ClockUncertaintyS is { } now && now != uncertainty) said.Add($"uncertainty {uncertainty = now}");
                foreach (FootedSample sample in block.Samples) said.Add($"{sample.Foot} {sample.Sample.Time.Microseconds}");
            }
        }

        return said;
    }

    [Fact]
    public async Task ReadAsync_Stopped_EndsTheWaiting()
    {
        using var stop = new CancellationTokenSource();
        FootedSample[] samples = Walks.Rest(1000);
        var session = new WalkRunner(
            new PacedSource(new ListSource(samples) { BeforeBlock = n => { if (n == 1) stop.Cancel(); } }, TimeProvider.System), [], new WalkRunnerOptions());
        WalkEnd result = await session.RunAsync(stop.Token);
        result.Interrupted.ShouldBeTrue();
    }
}
