using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.WindowsServices;

namespace GaitSense.Clinic.Hosting;

/// <summary>The server as a service of Windows: it answers the system's start and stop. Anywhere else nothing changes.</summary>
internal static class WindowsService
{
    // Windows is told "stopped" no sooner: what comes next finds the port free and all sessions kept.
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(30);

    /// <summary>Adds it, where Windows started this process as a service. Without the package's own event log: words of failures may have a value of a person in them.</summary>
    public static void AddTo(IServiceCollection services)
    {
        if (!OperatingSystem.IsWindows() || !WindowsServiceHelpers.IsWindowsService()) return;
        services.Configure<HostOptions>(o => o.ShutdownTimeout = EndWithin);
        services.Configure<WindowsServiceLifetimeOptions>(o => o.ServiceName = "GaitSense");
        services.AddSingleton<IHostLifetime, WindowsServiceLifetime>();
    }
}
