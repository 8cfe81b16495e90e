using System.Diagnostics;
using System.Globalization;

namespace GaitSense.Devices.Linux.Tests;

/// <summary>The clock of arrivals counts what the computer slept.</summary>
public sealed class BootClockTests
{
    [Fact]
    public void GetTimestamp_IsTheTimeSinceTheStartOfTheSystem_SuspendsIncluded()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Linux only.");
        // The kernel's own word: proc(5), uptime includes time spent in suspend.
        double uptimeS = double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture);
        double clockS = BootClock.Instance.GetTimestamp() / (double)BootClock.Instance.TimestampFrequency;
        clockS.ShouldBeGreaterThanOrEqualTo(uptimeS - 0.02);
        BootClock.Instance.GetTimestamp().ShouldBeGreaterThanOrEqualTo(Stopwatch.GetTimestamp() - BootClock.Instance.TimestampFrequency, "it is never behind the clock that stands still");
    }

    [Fact]
    public void AClockOfTheComputer_MayBeSleptBy_OneThatATestDrivesMayNot()
    {
        HostClock.IsReal(BootClock.Instance).ShouldBeTrue();
        HostClock.IsReal(TimeProvider.System).ShouldBeTrue();
        HostClock.IsReal(new Driven()).ShouldBeFalse();
    }

    private sealed class Driven : TimeProvider;
}
