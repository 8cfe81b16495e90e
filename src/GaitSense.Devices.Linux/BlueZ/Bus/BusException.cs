namespace GaitSense.Devices.Linux;

/// <summary>An error that came over D-Bus, or the bus itself failed.</summary>
/// <param name="name">Its name, for example <c>org.bluez.Error.NotReady</c>.</param>
/// <param name="message">What the other side said.</param>
/// <param name="cause">What the library threw; null: nothing.</param>
internal sealed class BusException(string name, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The connection to the bus is gone, or there is none.</summary>
    public const string Disconnected = "org.freedesktop.DBus.Error.Disconnected";

    /// <summary>This user may not use the bus.</summary>
    public const string AccessDenied = "org.freedesktop.DBus.Error.AccessDenied";

    /// <summary>There was no answer in time.</summary>
    public const string NoReply = "org.freedesktop.DBus.Error.NoReply";

    /// <summary>Its name, for example <c>org.bluez.Error.NotReady</c>.</summary>
    public string Name { get; } = name;
}
