namespace GaitSense.Devices.Linux;

/// <summary>An error that came over D-Bus, or the bus itself failed.</summary>
/// <param name="name">Its name, for example <c>org.bluez.Error.NotReady</c>.</param>
/// <param name="message">What the other side said.</param>
internal sealed class BusException(string name, string message) : Exception(message)
{
    /// <summary>The connection to the bus is gone.</summary>
    public const string Disconnected = "org.freedesktop.DBus.Error.Disconnected";

    /// <summary>Its name, for example <c>org.bluez.Error.NotReady</c>.</summary>
    public string Name { get; } = name;

    /// <summary>A failure of sd-bus itself.</summary>
    /// <param name="code">A negative error number.</param>
    /// <param name="what">What was tried.</param>
    public static BusException FromCode(int code, string what) => new(
        -code switch
        {
            1 or 13 => "org.freedesktop.DBus.Error.AccessDenied",
            110 => "org.freedesktop.DBus.Error.NoReply",
            _ => Disconnected,
        },
        $"{what}: error {-code}");
}
