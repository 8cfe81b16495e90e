using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using GaitSense.Devices;

namespace GaitSense.LabProgram;

/// <summary>What the lab's own sensor offers, and how it is steered.</summary>
internal static class Lab
{
    public static readonly Guid Service = new("6e400001-b5a3-f393-e0a9-e50e24dcca9e");
    public static readonly Guid Command = new("6e400002-b5a3-f393-e0a9-e50e24dcca9e");
    public static readonly Guid Stream = new("6e400003-b5a3-f393-e0a9-e50e24dcca9e");
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>States one fact.</summary>
    public static void Say(string name, object value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));

    /// <summary>The first devices that advertise the lab's service.</summary>
    public static async Task<BleAdvertisement[]> FindAsync(IBleCentral central, int count)
    {
        using var limit = new CancellationTokenSource(Patience);
        Dictionary<string, BleAdvertisement> found = new(StringComparer.Ordinal);
        await foreach (BleAdvertisement device in central.ScanAsync(new BleScanFilter { Services = [Service] }, limit.Token).ConfigureAwait(false))
        {
            if (device.Name is not null) found[device.DeviceId] = device;
            if (found.Count == count) return [.. found.Values.OrderBy(d => d.DeviceId, StringComparer.Ordinal)];
        }

        throw new InvalidOperationException($"Only {found.Count} of {count} sensors were found.");
    }

    /// <summary>Tells lab-radio something (its --help lists what).</summary>
    public static async Task SteerAsync(string command)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint("/run/lab-radio.sock")).ConfigureAwait(false);
        await socket.SendAsync(Encoding.ASCII.GetBytes(command + "\n")).ConfigureAwait(false);
        byte[] answer = new byte[4096];
        int n = await socket.ReceiveAsync(answer).ConfigureAwait(false);
        string text = Encoding.ASCII.GetString(answer, 0, n).Trim();
        if (text.StartsWith("error", StringComparison.Ordinal)) throw new InvalidOperationException($"lab-radio: {command}: {text}");
    }

    /// <summary>Runs a program of the guest to its end.</summary>
    public static async Task RunAsync(string file, params string[] arguments)
    {
        using Process process = Process.Start(file, arguments);
        await process.WaitForExitAsync().ConfigureAwait(false);
    }

    /// <summary>Starts the guest's bluetoothd, as the lab did.</summary>
    public static void StartBluetoothd()
    {
        string path = File.Exists("/usr/libexec/bluetooth/bluetoothd") ? "/usr/libexec/bluetooth/bluetoothd" : "bluetoothd";
        Process.Start(new ProcessStartInfo(path, ["-n", "-f", "/run/ble-lab/main.conf"]) { UseShellExecute = false, RedirectStandardError = true })!.Dispose();
    }

    /// <summary>Kills the guest's bluetoothd, hard.</summary>
    public static void KillBluetoothd()
    {
        foreach (Process process in Process.GetProcessesByName("bluetoothd"))
            using (process) process.Kill();
    }

    /// <summary>Switches the adapter on or off.</summary>
    public static Task PowerAsync(bool on) =>
        RunAsync("busctl", "--system", "set-property", "org.bluez", "/org/bluez/hci0", "org.bluez.Adapter1", "Powered", "b", on ? "true" : "false");

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<bool> probe, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!probe())
        {
            if (clock.Elapsed > Patience) throw new TimeoutException(what);
            await Task.Delay(20).ConfigureAwait(false);
        }
    }
}
