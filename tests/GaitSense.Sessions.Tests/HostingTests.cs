using GaitSense.Core;
using GaitSense.Walk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GaitSense.Sessions.Tests;

public sealed class HostingTests
{
    [Fact]
    public async Task Host_WalkThatEnds_EndsTheHostWithItsResult()
    {
        WalkEnd result = await WalkRunnerServices.RunHostedAsync(new ListSource(Walks.Rest(300)), [], CancellationToken.None);
        result.Samples.ShouldBe(300);
        result.Interrupted.ShouldBeFalse();
    }

    [Fact]
    public async Task Host_Stopped_EndsTheWalkCleanly()
    {
        using var stop = new CancellationTokenSource();
        var source = new ListSource(Walks.Rest(100_000), 10) { BeforeBlock = n => { if (n == 3) stop.Cancel(); } };
        WalkEnd result = await WalkRunnerServices.RunHostedAsync(source, [], stop.Token);
        result.Interrupted.ShouldBeTrue();
    }

    [Fact]
    public async Task Host_StoppedBeforeItBegins_StillGivesAResult()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        WalkEnd result = await WalkRunnerServices.RunHostedAsync(new PacedSource(new ListSource(Walks.Rest(100_000)), TimeProvider.System), [], stop.Token);
        result.Interrupted.ShouldBeTrue();
    }

    [Fact]
    public async Task Host_ObserverWithAFault_ThrowsItToTheCaller() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => WalkRunnerServices.RunHostedAsync(new ListSource(Walks.Rest(300)), [new Thrower()], CancellationToken.None)))
            .Message.ShouldBe("observer");

    [Theory]
    [InlineData(nameof(WalkRunnerOptions.QueueBlocks), "0")]
    [InlineData(nameof(WalkRunnerOptions.QueueBlocks), "5000")]
    [InlineData(nameof(WalkRunnerOptions.BlockSamples), "-1")]
    public async Task Host_OptionOutOfRange_DoesNotStart(string option, string value)
    {
        using IHost host = Build(option, value);
        OptionsValidationException e = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(CancellationToken.None));
        e.Message.ShouldContain(option);
    }

    [Fact]
    public void Options_InTheConfiguration_AreBound()
    {
        using IHost host = Build(nameof(WalkRunnerOptions.QueueBlocks), "3");
        host.Services.GetRequiredService<IOptions<WalkRunnerOptions>>().Value.QueueBlocks.ShouldBe(3);
    }

    private static IHost Build(string option, string value)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new($"{WalkRunnerOptions.SectionName}:{option}", value)]);
        builder.Services.AddWalkRunner(new ListSource(Walks.Rest(10)));
        return builder.Build();
    }

    private sealed class Thrower : IWalkObserver
    {
        public void OnPose(in FootPose pose) => throw new InvalidOperationException("observer");
    }
}
