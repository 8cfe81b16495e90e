namespace GaitSense.Devices;

/// <summary>Everything that goes wrong with Bluetooth in the real world, as far as a person can do something different about it.</summary>
public enum BleFailure
{
    /// <summary>Something that none of the others names; the message carries what the Bluetooth service said.</summary>
    Failed,

    /// <summary>This computer has no Bluetooth adapter, or not the one that was asked for.</summary>
    NoAdapter,

    /// <summary>The adapter is there, but switched off.</summary>
    AdapterOff,

    /// <summary>The adapter is blocked by a switch or by flight mode (rfkill).</summary>
    AdapterBlocked,

    /// <summary>This user may not use Bluetooth.</summary>
    PermissionDenied,

    /// <summary>The system's Bluetooth service is not running, or was stopped (bluetoothd, or the bus that leads to it).</summary>
    ServiceAbsent,

    /// <summary>This system has no Bluetooth that GaitSense can speak to, or the adapter cannot do what was asked.</summary>
    NotSupported,

    /// <summary>The sensor does not advertise: out of range, off, or its battery is empty.</summary>
    DeviceNotFound,

    /// <summary>The sensor is connected to another program or computer.</summary>
    DeviceBusy,

    /// <summary>The sensor was there, but a connection could not be made.</summary>
    ConnectionFailed,

    /// <summary>The connection ended: out of range, an empty battery, or the sensor hung up.</summary>
    ConnectionLost,

    /// <summary>The sensor lacks a service or a characteristic that was asked for: not a sensor of this kind, or another firmware.</summary>
    ServiceMissing,

    /// <summary>The sensor does not do what was asked (an ATT error).</summary>
    Refused,

    /// <summary>The sensor wants to be paired first.</summary>
    PairingRequired,

    /// <summary>No answer in the time allowed.</summary>
    Timeout,

    /// <summary>The sensor is connected, and nothing that it sends is samples.</summary>
    NoSamples,

    /// <summary>This program closed the connection.</summary>
    Closed,
}
