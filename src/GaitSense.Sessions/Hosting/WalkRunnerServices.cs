using GaitSense.Core;
using GaitSense.Walk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GaitSense.Sessions;

/// <summary>Puts a walking session into a host.</summary>
public static class WalkRunnerServices
{
    /// <summary>Adds one session. Options come from the section <see cref="WalkRunnerOptions.SectionName"/> and are checked at start.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="source">Where the samples come from.</param>
    /// <param name="observers">The observers, called in the order of <see cref="WalkOrder"/>.</param>
    public static IServiceCollection AddWalkRunner(this IServiceCollection services, IWalkSource source, params IEnumerable<IWalkObserver> observers)
    {
        services.AddOptions<WalkRunnerOptions>().BindConfiguration(WalkRunnerOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WalkRunnerOptions>, WalkRunnerOptionsValidator>();
        services.AddSingleton(source);
        foreach (IWalkObserver observer in observers) services.AddSingleton(observer);
        services.AddSingleton<WalkRunnerService>();
        return services.AddHostedService(provider => provider.GetRequiredService<WalkRunnerService>());
    }

    /// <summary>Runs one session in a host of its own until the walk or <paramref name="stop"/> ends it.</summary>
    /// <param name="source">Where the samples come from.</param>
    /// <param name="observers">The observers, called in the order of <see cref="WalkOrder"/>.</param>
    /// <param name="stop">Ends the walk cleanly.</param>
    /// <exception cref="OptionsValidationException">An option is out of its range.</exception>
    public static async Task<WalkEnd> RunHostedAsync(
        IWalkSource source, IEnumerable<IWalkObserver> observers, CancellationToken stop)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>(); // the caller owns Ctrl-C and the screen
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = Timeout.InfiniteTimeSpan); // files are saved, however long it takes
        builder.Services.AddWalkRunner(source, observers);
        using IHost host = builder.Build();
        await host.StartAsync(CancellationToken.None).ConfigureAwait(false);
        IHostApplicationLifetime lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        using (stop.Register(lifetime.StopApplication)) await host.WaitForShutdownAsync(CancellationToken.None).ConfigureAwait(false);
        return await host.Services.GetRequiredService<WalkRunnerService>().Completion.ConfigureAwait(false);
    }

    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
