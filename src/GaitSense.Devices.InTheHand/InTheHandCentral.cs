using System.Runtime.CompilerServices;
using System.Threading.Channels;
using InTheHand.Bluetooth;

namespace GaitSense.Devices;

/// <summary>
/// Sensors over InTheHand.BluetoothLE, for Windows and macOS: a thin translation to <see cref="IBleCentral"/>. The system's one adapter is used; it
/// says neither why Bluetooth cannot be used nor the ATT MTU, so the answers are less exact than those of the Linux backend.
/// </summary>
public sealed class InTheHandCentral : IBleCentral
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(30);

    /// <summary>Creates the central.</summary>
    /// <param name="adapter">Must be null: these systems choose the adapter.</param>
    /// <exception cref="BleException">An adapter was named.</exception>
    public InTheHandCentral(string? adapter = null)
    {
        if (adapter is not null) throw new BleException(BleFailure.NotSupported, adapter, "this system chooses the adapter itself: leave --adapter away");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BleAdapterState>> CheckAsync(CancellationToken cancellationToken)
    {
        bool available = await Bluetooth.GetAvailabilityAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        BleException? problem = available ? null : new BleException(BleFailure.AdapterOff, "Bluetooth", "absent, off, or not allowed for this program");
        return [new BleAdapterState("Bluetooth", Address: null, problem)];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BleAdvertisement> ScanAsync(BleScanFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var heard = Channel.CreateBounded<BleAdvertisement>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        void Take(object? sender, BluetoothAdvertisingEvent e)
        {
            BleAdvertisement device = Read(e);
            if (filter.Matches(device)) heard.Writer.TryWrite(device);
        }

        using CancellationTokenRegistration ending = cancellationToken.Register(() => heard.Writer.TryComplete());
        await ThrowUnlessReadyAsync(cancellationToken).ConfigureAwait(false);
        Bluetooth.AdvertisementReceived += Take;
        BluetoothLEScan? scan = null;
        try
        {
            scan = await InTheHandErrors.TranslateAsync(Bluetooth.RequestLEScanAsync(new BluetoothLEScanOptions { AcceptAllAdvertisements = true, KeepRepeatedDevices = true }), "Bluetooth", CancellationToken.None).ConfigureAwait(false);
            await foreach (BleAdvertisement device in heard.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false)) yield return device;
        }
        finally
        {
            Bluetooth.AdvertisementReceived -= Take;
            scan?.Stop();
        }
    }

    /// <inheritdoc/>
    public async Task<IBleLink> ConnectAsync(string deviceId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(deviceId);
        await ThrowUnlessReadyAsync(cancellationToken).ConfigureAwait(false);
        BluetoothDevice device = await InTheHandErrors.TranslateAsync(BluetoothDevice.FromIdAsync(deviceId), deviceId, cancellationToken).ConfigureAwait(false)
            ?? throw new BleException(BleFailure.DeviceNotFound, deviceId);
        Task connecting = device.Gatt.ConnectAsync().WaitAsync(ConnectLimit, cancellationToken);
        await InTheHandErrors.TranslateAsync(connecting, deviceId, CancellationToken.None).ConfigureAwait(false);
        if (!device.Gatt.IsConnected) throw new BleException(BleFailure.ConnectionFailed, deviceId);
        return new InTheHandLink(device);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static BleAdvertisement Read(BluetoothAdvertisingEvent e) => new()
    {
        DeviceId = e.Device.Id,
        Name = e.Name is { Length: > 0 } name ? name : e.Device.Name,
        RssiDbm = e.Rssi,
        Services = e.Uuids is { } uuids ? [.. uuids.Select(u => u.Value)] : [],
        ManufacturerData = e.ManufacturerData ?? new Dictionary<ushort, byte[]>(),
        ServiceData = e.ServiceData?.ToDictionary(d => d.Key.Value, d => d.Value) ?? [],
    };

    private async Task ThrowUnlessReadyAsync(CancellationToken cancellationToken)
    {
        if ((await CheckAsync(cancellationToken).ConfigureAwait(false))[0].Problem is { } problem) throw problem;
    }
}
