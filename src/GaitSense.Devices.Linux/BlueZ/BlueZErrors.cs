namespace GaitSense.Devices.Linux;

/// <summary>What BlueZ's and D-Bus's errors mean for a person.</summary>
internal static class BlueZErrors
{
    private const string BlueZ = "org.bluez.Error.", Bus = "org.freedesktop.DBus.Error.";

    /// <summary>The failure that an error stands for.</summary>
    /// <param name="error">The error.</param>
    /// <param name="gone">What it means that the object is not there: no adapter, or a lost connection.</param>
    public static BleFailure Classify(BusException error, BleFailure gone) => error.Name switch
    {
        Bus + "AccessDenied" or Bus + "AuthFailed" or Bus + "InteractiveAuthorizationRequired" => BleFailure.PermissionDenied,
        Bus + "ServiceUnknown" or Bus + "NameHasNoOwner" or Bus + "Disconnected" or Bus + "NoServer" or Bus + "FileNotFound" => BleFailure.ServiceAbsent,
        Bus + "NoReply" or Bus + "Timeout" or Bus + "TimedOut" => IsGone(error) ? BleFailure.ServiceAbsent : BleFailure.Timeout,
        Bus + "UnknownObject" or Bus + "UnknownMethod" or Bus + "UnknownInterface" => gone,
        BlueZ + "NotReady" => BleFailure.AdapterOff,
        BlueZ + "NotConnected" => BleFailure.ConnectionLost,
        BlueZ + "DoesNotExist" or BlueZ + "NotAvailable" => gone,
        BlueZ + "InProgress" => BleFailure.DeviceBusy,
        BlueZ + "NotAuthorized" or BlueZ + "AuthenticationFailed" or BlueZ + "AuthenticationRejected" or BlueZ + "AuthenticationCanceled"
            or BlueZ + "AuthenticationTimeout" or BlueZ + "NotPaired" => BleFailure.PairingRequired,
        BlueZ + "ConnectionAttemptFailed" => BleFailure.ConnectionFailed,
        BlueZ + "NotPermitted" or BlueZ + "InvalidOffset" or BlueZ + "InvalidValueLength" or BlueZ + "InvalidArguments" or BlueZ + "NotSupported" => BleFailure.Refused,
        BlueZ + "Blocked" => BleFailure.AdapterBlocked,
        BlueZ + "Failed" => ClassifyText(error.Message),
        _ => BleFailure.Failed,
    };

    /// <summary>The failure in words, about a place.</summary>
    public static BleException ToBle(BusException error, string where, BleFailure gone)
    {
        BleFailure failure = Classify(error, gone);
        return new BleException(failure, where, error.Message.Length > 0 ? error.Message : error.Name, error);
    }

    // BlueZ names the reason of org.bluez.Error.Failed in its text only.
    private static BleFailure ClassifyText(string text)
    {
        bool Mentions(string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
        if (Mentions("rfkill")) return BleFailure.AdapterBlocked;
        if (Mentions("ATT error: 0x05") || Mentions("ATT error: 0x08") || Mentions("ATT error: 0x0c") || Mentions("ATT error: 0x0f")) return BleFailure.PairingRequired;
        if (Mentions("ATT error")) return BleFailure.Refused;
        if (Mentions("Not connected")) return BleFailure.ConnectionLost;
        if (Mentions("adapter-not-powered") || Mentions("not powered") || Mentions("Resource Not Ready")) return BleFailure.AdapterOff;
        if (Mentions("abort-by") || Mentions("connection-") || Mentions("page-timeout") || Mentions("Host is down") || Mentions("abort") || Mentions("timeout") || Mentions("refused")
            || Mentions("le-connection")) return BleFailure.ConnectionFailed;
        return BleFailure.Failed;
    }

    // The bus answers a call whose receiver went away with NoReply, and says so in words only.
    private static bool IsGone(BusException error) =>
        error.Message.Contains("disconnected from message bus", StringComparison.OrdinalIgnoreCase) || error.Message.Contains("terminated", StringComparison.OrdinalIgnoreCase);
}
