using System.Diagnostics;
using InTheHand.Bluetooth;

namespace GaitSense.Devices;

/// <summary>A connected device of InTheHand.BluetoothLE. The library raises its event of disconnection more than once; this link ends once.</summary>
internal sealed class InTheHandLink : IBleLink
{
    private readonly BluetoothDevice _device;
    private readonly TaskCompletionSource<BleException> _disconnected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(GattCharacteristic Characteristic, EventHandler<GattCharacteristicValueChangedEventArgs> Handler)> _subscribed = [];

    /// <summary>Takes a device that is connected.</summary>
    public InTheHandLink(BluetoothDevice device)
    {
        _device = device;
        _device.GattServerDisconnected += OnDisconnected;
        if (!_device.Gatt.IsConnected) End(BleFailure.ConnectionLost);
    }

    /// <inheritdoc/>
    public string DeviceId => _device.Id;

    /// <inheritdoc/>
    public int Mtu => Math.Max(23, _device.Gatt.Mtu); // 0 where the library does not know

    /// <inheritdoc/>
    public Task<BleException> Disconnected => _disconnected.Task;

    /// <inheritdoc/>
    public async Task<bool> HasAsync(Guid service, Guid characteristic, CancellationToken cancellationToken)
    {
        try
        {
            await FindAsync(service, characteristic, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (BleException e) when (e.Failure == BleFailure.ServiceMissing)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task SubscribeAsync(Guid service, Guid characteristic, BleNotificationHandler handler, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handler);
        GattCharacteristic found = await FindAsync(service, characteristic, cancellationToken).ConfigureAwait(false);
        void OnValue(object? sender, GattCharacteristicValueChangedEventArgs e)
        {
            long now = Stopwatch.GetTimestamp();
            if (e.Value is { } value && !Disconnected.IsCompleted) handler(value, now);
        }

        lock (_subscribed) _subscribed.Add((found, OnValue));
        found.CharacteristicValueChanged += OnValue;
        await InTheHandErrors.TranslateAsync(found.StartNotificationsAsync(), DeviceId, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task WriteAsync(Guid service, Guid characteristic, ReadOnlyMemory<byte> value, bool withResponse, CancellationToken cancellationToken)
    {
        GattCharacteristic found = await FindAsync(service, characteristic, cancellationToken).ConfigureAwait(false);
        byte[] bytes = value.ToArray();
        Task writing = withResponse ? found.WriteValueWithResponseAsync(bytes) : found.WriteValueWithoutResponseAsync(bytes);
        await InTheHandErrors.TranslateAsync(writing, DeviceId, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<byte[]> ReadAsync(Guid service, Guid characteristic, CancellationToken cancellationToken)
    {
        GattCharacteristic found = await FindAsync(service, characteristic, cancellationToken).ConfigureAwait(false);
        return await InTheHandErrors.TranslateAsync(found.ReadValueAsync(), DeviceId, cancellationToken).ConfigureAwait(false) ?? [];
    }

    /// <inheritdoc/>
    public async Task<int?> ReadRssiAsync(CancellationToken cancellationToken) =>
        await InTheHandErrors.TranslateAsync(_device.Gatt.ReadRssi(), DeviceId, cancellationToken).ConfigureAwait(false) is var rssi and not 0 ? rssi : null;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        End(BleFailure.Closed);
        _device.Gatt.Disconnect();
        return ValueTask.CompletedTask;
    }

    private async Task<GattCharacteristic> FindAsync(Guid service, Guid characteristic, CancellationToken cancellationToken)
    {
        if (Disconnected.IsCompleted) throw await Disconnected.ConfigureAwait(false);
        GattService? s = await InTheHandErrors.TranslateAsync(_device.Gatt.GetPrimaryServiceAsync(service), DeviceId, cancellationToken).ConfigureAwait(false);
        GattCharacteristic? c = s is null ? null : await InTheHandErrors.TranslateAsync(s.GetCharacteristicAsync(characteristic), DeviceId, cancellationToken).ConfigureAwait(false);
        return c ?? throw new BleException(BleFailure.ServiceMissing, DeviceId, $"service {service}, characteristic {characteristic}");
    }

    private void OnDisconnected(object? sender, EventArgs e) => End(BleFailure.ConnectionLost);

    private void End(BleFailure failure)
    {
        if (!_disconnected.TrySetResult(new BleException(failure, DeviceId))) return;
        _device.GattServerDisconnected -= OnDisconnected;
        lock (_subscribed)
            foreach ((GattCharacteristic characteristic, EventHandler<GattCharacteristicValueChangedEventArgs> handler) in _subscribed) characteristic.CharacteristicValueChanged -= handler;
    }
}
