namespace GaitSense.Devices;

/// <summary>One adapter and whether it can be used.</summary>
/// <param name="Name">The name by which it is chosen: <c>hci0</c>.</param>
/// <param name="Address">Its Bluetooth address; null where the system does not tell.</param>
/// <param name="Problem">Why it cannot be used, with what to do; null: it is ready.</param>
public sealed record BleAdapterState(string Name, string? Address, BleException? Problem)
{
    /// <summary>Whether it can be used.</summary>
    public bool IsReady => Problem is null;
}
