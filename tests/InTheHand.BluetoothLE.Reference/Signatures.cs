// The part of InTheHand.BluetoothLE 4.0's public API that GaitSense.Devices.InTheHand uses: signatures only, written down from the library's
// public documentation and sources (https://github.com/inthehand/32feet). No line of the library is here.
using System.Runtime.CompilerServices;

[assembly: ReferenceAssembly]

namespace InTheHand.Bluetooth;

public static class Bluetooth
{
    public static event EventHandler<BluetoothAdvertisingEvent> AdvertisementReceived { add => throw null; remove => throw null; }

    public static Task<bool> GetAvailabilityAsync() => throw null;

    public static Task<BluetoothLEScan> RequestLEScanAsync(BluetoothLEScanOptions options = null) => throw null;
}

public sealed class BluetoothLEScan
{
    internal BluetoothLEScan() => throw null;

    public void Stop() => throw null;
}

public sealed class BluetoothLEScanOptions
{
    public bool KeepRepeatedDevices { get; set; }

    public bool AcceptAllAdvertisements { get; set; }
}

public sealed class BluetoothAdvertisingEvent
{
    internal BluetoothAdvertisingEvent() => throw null;

    public BluetoothDevice Device => throw null;

    public BluetoothUuid[] Uuids => throw null;

    public string Name => throw null;

    public short Rssi => throw null;

    public IReadOnlyDictionary<ushort, byte[]> ManufacturerData => throw null;

    public IReadOnlyDictionary<BluetoothUuid, byte[]> ServiceData => throw null;
}

public sealed class BluetoothDevice
{
    internal BluetoothDevice() => throw null;

    public event EventHandler GattServerDisconnected { add => throw null; remove => throw null; }

    public string Id => throw null;

    public string Name => throw null;

    public RemoteGattServer Gatt => throw null;

    public static Task<BluetoothDevice> FromIdAsync(string id) => throw null;
}

public sealed class RemoteGattServer
{
    internal RemoteGattServer() => throw null;

    public bool IsConnected => throw null;

    public int Mtu => throw null;

    public Task ConnectAsync() => throw null;

    public void Disconnect() => throw null;

    public Task<GattService> GetPrimaryServiceAsync(BluetoothUuid service) => throw null;

    public Task<short> ReadRssi() => throw null;
}

public sealed class GattService
{
    internal GattService() => throw null;

    public Task<GattCharacteristic> GetCharacteristicAsync(BluetoothUuid characteristic) => throw null;
}

public sealed class GattCharacteristic
{
    internal GattCharacteristic() => throw null;

    public event EventHandler<GattCharacteristicValueChangedEventArgs> CharacteristicValueChanged { add => throw null; remove => throw null; }

    public Task<byte[]> ReadValueAsync() => throw null;

    public Task WriteValueWithResponseAsync(byte[] value) => throw null;

    public Task WriteValueWithoutResponseAsync(byte[] value) => throw null;

    public Task StartNotificationsAsync() => throw null;

    public Task StopNotificationsAsync() => throw null;
}

public sealed class GattCharacteristicValueChangedEventArgs : EventArgs
{
    internal GattCharacteristicValueChangedEventArgs() => throw null;

    public byte[] Value => throw null;

    public Exception Error => throw null;
}

public struct BluetoothUuid
{
    public Guid Value => throw null;

    public static implicit operator Guid(BluetoothUuid uuid) => throw null;

    public static implicit operator BluetoothUuid(Guid uuid) => throw null;
}
