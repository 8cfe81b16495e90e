using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>Bluetooth failed: what, where and what to do, in one line.</summary>
public sealed class BleException : GaitSenseException
{
    /// <summary>Creates the exception with its usual message: where, what, and what to do.</summary>
    /// <param name="failure">What failed.</param>
    /// <param name="where">The adapter or the sensor, as a person knows it: <c>hci0</c>, <c>GaitSense L (C0:00:00:00:00:01)</c>.</param>
    /// <param name="detail">What the Bluetooth service said, if that helps: put in brackets.</param>
    /// <param name="cause">The exception behind it, if there is one.</param>
    public BleException(BleFailure failure, string where, string? detail = null, Exception? cause = null)
        : base(BleMessages.Compose(failure, where, detail), cause!) => (Failure, Where) = (failure, where);

    /// <summary>Creates an exception without facts.</summary>
    public BleException()
        : base(BleMessages.Compose(BleFailure.Failed, "Bluetooth", detail: null)) => Where = "Bluetooth";

    /// <summary>Creates an exception whose message is the caller's.</summary>
    public BleException(string message)
        : base(message) => Where = "Bluetooth";

    /// <summary>Creates an exception whose message is the caller's, with its cause.</summary>
    public BleException(string message, Exception innerException)
        : base(message, innerException) => Where = "Bluetooth";

    /// <summary>What failed.</summary>
    public BleFailure Failure { get; }

    /// <summary>The adapter or the sensor.</summary>
    public string Where { get; }

    /// <summary>
    /// Whether trying again may help without anybody doing something on this computer: the sensor may come back, and so may an adapter that was
    /// pulled or a Bluetooth service that restarts. A missing permission, a block, or the wrong firmware stay.
    /// </summary>
    public bool IsTransient => Failure is not (BleFailure.PermissionDenied or BleFailure.NotSupported or BleFailure.ServiceMissing
        or BleFailure.Refused or BleFailure.PairingRequired or BleFailure.Closed);
}
