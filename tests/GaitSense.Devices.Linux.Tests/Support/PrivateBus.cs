using System.Diagnostics;

namespace GaitSense.Devices.Linux.Tests;

/// <summary>A dbus-daemon of a test's own, on which anybody may be org.bluez.</summary>
internal sealed class PrivateBus : IDisposable
{
    private readonly TestFolder _folder = new();
    private Process? _daemon;

    public PrivateBus()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/dbus-daemon"), "There is no dbus-daemon here (Debian: apt-get install dbus-daemon).");
        File.WriteAllText(_folder["bus.conf"], $"""
            <busconfig><type>session</type><listen>{Address}</listen><auth>EXTERNAL</auth>
            <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
            """);
        Start();
    }

    public string Address => $"unix:path={_folder.Path}/bus";

    /// <summary>Starts it; returns once it listens.</summary>
    public void Start()
    {
        File.Delete(_folder["bus"]);
        _daemon = Process.Start(new ProcessStartInfo("/usr/bin/dbus-daemon", ["--config-file", _folder["bus.conf"], "--nofork", "--nopidfile", "--print-address"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        _daemon.StandardOutput.ReadLine().ShouldNotBeNull();
    }

    /// <summary>Kills it.</summary>
    public void Stop()
    {
        _daemon?.Kill();
        _daemon?.WaitForExit();
        _daemon?.Dispose();
        _daemon = null;
    }

    public void Dispose()
    {
        Stop();
        _folder.Dispose();
    }
}
