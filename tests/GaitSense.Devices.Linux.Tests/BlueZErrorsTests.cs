namespace GaitSense.Devices.Linux.Tests;

public sealed class BlueZErrorsTests
{
    [Theory]
    [InlineData("org.freedesktop.DBus.Error.AccessDenied", "Sender is not authorized", BleFailure.PermissionDenied)]
    [InlineData("org.freedesktop.DBus.Error.ServiceUnknown", "The name is not activatable", BleFailure.ServiceAbsent)]
    [InlineData("org.freedesktop.DBus.Error.NameHasNoOwner", "Could not activate remote peer", BleFailure.ServiceAbsent)]
    [InlineData("org.freedesktop.DBus.Error.NoReply", "Message recipient disconnected from message bus without replying", BleFailure.ServiceAbsent)]
    [InlineData("org.freedesktop.DBus.Error.NoReply", "Method call timed out", BleFailure.Timeout)]
    [InlineData("org.freedesktop.DBus.Error.UnknownObject", "Method \"Connect\" doesn't exist", BleFailure.DeviceNotFound)]
    [InlineData("org.bluez.Error.NotReady", "Resource Not Ready", BleFailure.AdapterOff)]
    [InlineData("org.bluez.Error.Failed", "Not connected", BleFailure.ConnectionLost)]
    [InlineData("org.bluez.Error.NotConnected", "Not Connected", BleFailure.ConnectionLost)]
    [InlineData("org.bluez.Error.Failed", "le-connection-abort-by-remote", BleFailure.ConnectionFailed)]
    [InlineData("org.bluez.Error.Failed", "Software caused connection abort", BleFailure.ConnectionFailed)]
    [InlineData("org.bluez.Error.Failed", "Operation failed with ATT error: 0x80", BleFailure.Refused)]
    [InlineData("org.bluez.Error.Failed", "Operation failed with ATT error: 0x0f", BleFailure.PairingRequired)]
    [InlineData("org.bluez.Error.Failed", "Blocked through rfkill", BleFailure.AdapterBlocked)]
    [InlineData("org.bluez.Error.NotPermitted", "Notify acquired", BleFailure.Refused)]
    [InlineData("org.bluez.Error.InProgress", "In Progress", BleFailure.DeviceBusy)]
    [InlineData("org.bluez.Error.SomethingNew", "?", BleFailure.Failed)]
    public void Classify_ErrorsOfBlueZAndTheBus_SayWhatTheyMean(string name, string message, BleFailure expected) =>
        BlueZErrors.Classify(new BusException(name, message), BleFailure.DeviceNotFound).ShouldBe(expected);

    [Fact]
    public void ToBle_Message_CarriesWhatBlueZSaid() =>
        BlueZErrors.ToBle(new BusException("org.bluez.Error.Failed", "le-connection-abort-by-remote"), "GaitL", BleFailure.NoAdapter)
            .Message.ShouldStartWith("GaitL: the connection could not be made (le-connection-abort-by-remote); ");
}
