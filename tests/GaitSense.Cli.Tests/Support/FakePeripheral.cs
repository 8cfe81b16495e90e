using System.Collections.Concurrent;
using GaitSense.Devices;

namespace GaitSense.Cli.Tests;

/// <summary>A Bluetooth device that the command plays, and the way to it for whoever connects: what a radio and two systems do in between is left out.</summary>
internal sealed class FakePeripheral(string? adapter, BlePeripheralDefinition definition, TimeProvider time) : IBlePeripheral
{
    private readonly ConcurrentDictionary<Guid, BleNotificationHandler> _handlers = new();

    public string? Adapter => adapter;

    public BlePeripheralDefinition Definition => definition;

    public bool IsDisposed { get; private set; }

    public bool IsConnected { get; private set; }

    public int Mtu => 247;

    /// <summary>Completed by a test that pulls the adapter.</summary>
    public TaskCompletionSource<BleException> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<BleException> Ended => End.Task;

    /// <summary>What it advertises, as a scan reports it.</summary>
    public BleAdvertisement Advertised(string id) => new()
    {
        DeviceId = id,
        Name = definition.Name,
        RssiDbm = -55,
        Services = definition.AdvertisedServices,
        ManufacturerData = definition.ManufacturerData,
    };

    public IBleLink Connect(string id)
    {
        IsConnected = true;
        return new Link(this, id);
    }

    public bool IsSubscribed(Guid characteristic) => _handlers.ContainsKey(characteristic);

    public bool TryNotify(Guid characteristic, ReadOnlySpan<byte> value)
    {
        if (!_handlers.TryGetValue(characteristic, out BleNotificationHandler? handler)) return false;
        handler(value, time.GetTimestamp());
        return true;
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return default;
    }

    private BleCharacteristicDefinition? Find(Guid service, Guid characteristic) =>
        definition.Services.FirstOrDefault(s => s.Uuid == service)?.Characteristics.FirstOrDefault(c => c.Uuid == characteristic);

    private sealed class Link(FakePeripheral device, string id) : IBleLink
    {
        public string DeviceId => id;

        public int Mtu => device.Mtu;

        public Task<BleException> Disconnected { get; } = new TaskCompletionSource<BleException>().Task;

        public Task<bool> HasAsync(Guid service, Guid characteristic, CancellationToken cancellationToken) => Task.FromResult(device.Find(service, characteristic) is not null);

        public Task SubscribeAsync(Guid service, Guid characteristic, BleNotificationHandler handler, CancellationToken cancellationToken)
        {
            BleCharacteristicDefinition c = Get(service, characteristic, BleCharacteristicUses.Notify);
            device._handlers[characteristic] = handler;
            c.SubscriptionChanged?.Invoke(true);
            return Task.CompletedTask;
        }

        public Task WriteAsync(Guid service, Guid characteristic, ReadOnlyMemory<byte> value, bool withResponse, CancellationToken cancellationToken)
        {
            Get(service, characteristic, withResponse ? BleCharacteristicUses.Write : BleCharacteristicUses.WriteWithoutResponse).Written?.Invoke(value.ToArray());
            return Task.CompletedTask;
        }

        public Task<byte[]> ReadAsync(Guid service, Guid characteristic, CancellationToken cancellationToken) =>
            Task.FromResult(Get(service, characteristic, BleCharacteristicUses.Read).Read?.Invoke() ?? []);

        public Task<int?> ReadRssiAsync(CancellationToken cancellationToken) => Task.FromResult<int?>(-55);

        public ValueTask DisposeAsync()
        {
            device.IsConnected = false;
            foreach (Guid characteristic in device._handlers.Keys)
                if (device._handlers.TryRemove(characteristic, out _))
                    device.Definition.Services.SelectMany(s => s.Characteristics).First(c => c.Uuid == characteristic).SubscriptionChanged?.Invoke(false);
            return default;
        }

        private BleCharacteristicDefinition Get(Guid service, Guid characteristic, BleCharacteristicUses use) =>
            device.Find(service, characteristic) is { } found && found.Uses.HasFlag(use) ? found : throw new BleException(BleFailure.ServiceMissing, id);
    }
}
