namespace GaitSense.Devices;

/// <summary>What the exceptions of the library and of the systems below it mean. The library has no types of its own for them.</summary>
internal static class InTheHandErrors
{
    /// <summary>Waits for a call of the library; its exceptions come as <see cref="BleException"/>.</summary>
    public static async Task<T> TranslateAsync<T>(Task<T> call, string where, CancellationToken cancellationToken)
    {
        try
        {
            return await call.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // whatever the system below throws: COM errors, NSError, and more
        catch (Exception e) when (e is not OperationCanceledException and not BleException)
#pragma warning restore CA1031
        {
            throw new BleException(Classify(e), where, e.Message, e);
        }
    }

    /// <summary>As the other, for a call without a result.</summary>
    public static Task TranslateAsync(Task call, string where, CancellationToken cancellationToken) => TranslateAsync(WithResultAsync(call), where, cancellationToken);

    /// <summary>The failure that an exception stands for.</summary>
    public static BleFailure Classify(Exception exception) => exception switch
    {
        UnauthorizedAccessException => BleFailure.PermissionDenied,
        PlatformNotSupportedException or DllNotFoundException or TypeLoadException or FileNotFoundException => BleFailure.NotSupported,
        TimeoutException => BleFailure.Timeout,
        NotSupportedException => BleFailure.Refused,
        ObjectDisposedException => BleFailure.ConnectionLost, // Windows closes the objects of a device that is gone
        _ => exception.HResult switch
        {
            unchecked((int)0x8007048F) or unchecked((int)0x80070015) => BleFailure.AdapterOff, // ERROR_DEVICE_NOT_CONNECTED, ERROR_NOT_READY
            unchecked((int)0x80070005) => BleFailure.PermissionDenied, // E_ACCESSDENIED
            unchecked((int)0x80070490) => BleFailure.DeviceNotFound, // ERROR_NOT_FOUND
            unchecked((int)0x800704C7) or unchecked((int)0x80650081) => BleFailure.ConnectionLost, // ERROR_CANCELLED, E_BLUETOOTH_ATT
            unchecked((int)0x80650005) or unchecked((int)0x8065000F) => BleFailure.PairingRequired, // ATT: insufficient authentication, encryption
            _ => BleFailure.Failed,
        },
    };

    private static async Task<bool> WithResultAsync(Task call)
    {
        await call.ConfigureAwait(false);
        return true;
    }
}
