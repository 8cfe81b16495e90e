using System.Reflection;
using GaitSense.Devices;
using GaitSense.Devices.Linux;

namespace GaitSense.Cli.App;

/// <summary>Which part of the house serves on this system: Devices.Linux on Linux; Devices.InTheHand on Windows and macOS, for Bluetooth alone, and loaded only there.</summary>
internal static class Platform
{
    private const string Library = "GaitSense.Devices.InTheHand";

    /// <summary>The clock by which packets arrive.</summary>
    public static TimeProvider Time { get; } = OperatingSystem.IsLinux() ? BootClock.Instance : TimeProvider.System;

    /// <summary>How this system raises a thread before others; null: not in a way that we know.</summary>
    public static RaiseThread? Raise { get; } = OperatingSystem.IsLinux() ? LinuxThreads.Raise : null;

    /// <summary>Whether an open descriptor's terminal is gone; null: this system has no way to ask that we know.</summary>
    public static Predicate<int>? IsHungUp { get; } = OperatingSystem.IsLinux() ? HungUp.Is : null;

    /// <summary>Opens the system's central.</summary>
    /// <param name="adapter">The adapter by name, <c>hci0</c>; null: the first.</param>
    /// <exception cref="BleException">This system has none that GaitSense speaks to, or its part of the program is missing.</exception>
    public static IBleCentral OpenCentral(string? adapter)
    {
        if (OperatingSystem.IsLinux()) return new BlueZCentral(adapter);
        try
        {
            Assembly backend = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, Library + ".dll"));
            return (IBleCentral)Activator.CreateInstance(backend.GetType("GaitSense.Devices.InTheHandCentral", throwOnError: true)!, adapter)!;
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or TypeLoadException)
        {
            throw new BleException(BleFailure.NotSupported, "Bluetooth", $"{Library}.dll is not beside the program", e);
        }
        catch (TargetInvocationException e) when (e.InnerException is BleException inner)
        {
            throw new BleException(inner.Failure, inner.Where, detail: null, inner);
        }
    }

    /// <summary>Begins to play a device on an adapter.</summary>
    /// <param name="adapter">The adapter by name, <c>hci1</c>; null: the first.</param>
    /// <param name="definition">What to advertise and offer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BleException">It failed, or this system is not Linux.</exception>
    public static async Task<IBlePeripheral> StartPeripheralAsync(string? adapter, BlePeripheralDefinition definition, CancellationToken cancellationToken) =>
        OperatingSystem.IsLinux()
            ? await BlueZPeripheral.StartAsync(adapter, definition, cancellationToken).ConfigureAwait(false)
            : throw new BleException(BleFailure.NotSupported, adapter ?? "Bluetooth", "a software sensor needs Linux");

    /// <summary>Opens a sound device.</summary>
    /// <param name="options">The device, its buffer, and the route's latency.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="SoundException">It cannot be opened, or this system is not Linux.</exception>
    public static ISoundOutput OpenSound(SoundOutputOptions options, TimeProvider time) =>
        OperatingSystem.IsLinux()
            ? AlsaOutput.Open(options, time)
            : throw new SoundException(options.Device, "sound is played on Linux only so far: write it to a WAV file, or go without");
}
