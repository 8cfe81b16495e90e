using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>The words for each failure: what it is and what to do, in one place.</summary>
internal static class BleMessages
{
    // What comes over the air may be of any length; the advice after it is to be seen.
    private const int MaxNameLength = 100, MaxDetailLength = 300;

    /// <summary>One line: <c>where: what (detail); what to do</c>.</summary>
    public static string Compose(BleFailure failure, string where, string? detail)
    {
        (string what, string advice) = Words(failure);
        string name = OutsideText.ShortLine(where, MaxNameLength);
        return detail is { Length: > 0 } ? $"{name}: {what} ({OutsideText.ShortLine(detail, MaxDetailLength)}); {advice}" : $"{name}: {what}; {advice}";
    }

    private static (string What, string Advice) Words(BleFailure failure) => failure switch
    {
        BleFailure.NoAdapter => ("no such Bluetooth adapter", "plug one in, or choose another with --adapter; `gaitsense doctor` lists what is there"),
        BleFailure.AdapterOff => ("the Bluetooth adapter is switched off", "switch it on in the system's settings (Linux: bluetoothctl power on)"),
        BleFailure.AdapterBlocked => ("the Bluetooth adapter is blocked", "end flight mode, or unblock it (Linux: rfkill unblock bluetooth)"),
        BleFailure.PermissionDenied => ("this user may not use Bluetooth", "allow it in the system's settings (Linux: add the user to the group bluetooth and log in again)"),
        BleFailure.ServiceAbsent => ("the system's Bluetooth service is not running", "start it (Linux: sudo systemctl start bluetooth)"),
        BleFailure.NotSupported => ("Bluetooth LE cannot be used here", "use another adapter or another computer"),
        BleFailure.DeviceNotFound => ("the sensor is not in range", "switch it on, charge it, or bring it nearer; `gaitsense scan` shows what is in range"),
        BleFailure.DeviceBusy => ("the sensor is connected elsewhere", "close the other program, or switch off the phone or computer that holds it"),
        BleFailure.ConnectionFailed => ("the connection could not be made", "bring the sensor nearer, or switch it off and on"),
        BleFailure.ConnectionLost => ("the connection was lost", "bring the sensor nearer and look at its battery; it is connected again as soon as it is heard"),
        BleFailure.ServiceMissing => ("the sensor lacks a service that is needed", "check that it is a sensor of this kind and update its firmware"),
        BleFailure.Refused => ("the sensor refused", "check its firmware version, or switch it off and on"),
        BleFailure.PairingRequired => ("the sensor wants to be paired first", "pair it in the system's Bluetooth settings"),
        BleFailure.Timeout => ("no answer in time", "bring the sensor nearer, or switch it off and on"),
        BleFailure.NoSamples => ("the sensor is connected, but gives no samples", "switch it off and on; if that does not help, see whether another program has changed its settings"),
        BleFailure.Closed => ("the connection was closed by this program", "connect again"),
        _ => ("Bluetooth failed", "try again; `gaitsense doctor` checks the Bluetooth of this computer"),
    };
}
