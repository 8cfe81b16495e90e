using System.Diagnostics;
using System.Text;

namespace GaitSense.Devices.Linux;

/// <summary>Notifications that come as D-Bus signals, read in place: the way that remains where AcquireNotify is refused.</summary>
internal static unsafe class BlueZValues
{
    /// <summary>Gives a characteristic's new value to its handler.</summary>
    /// <param name="message">A PropertiesChanged signal, unread; read only if it is of a characteristic that is routed.</param>
    /// <param name="routes">Handlers by object path.</param>
    /// <param name="gate">Guards the routes.</param>
    /// <returns>Whether the message was of a routed characteristic.</returns>
    public static bool TryDispatch(BusMessage message, Dictionary<string, BleNotificationHandler> routes, Lock gate)
    {
        long now = Stopwatch.GetTimestamp();
        ReadOnlySpan<byte> bytes = message.PathBytes;
        if (bytes.Length > 256) return false;
        Span<char> path = stackalloc char[256];
        path = path[..Encoding.UTF8.GetChars(bytes, path)];
        BleNotificationHandler? handler;
        lock (gate)
            if (!routes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(path, out handler)) return false;

        _ = BusReader.ReadText(message.Handle); // the interface: a characteristic has values in one only
        Enter(message, 'a');
        while (SdBus.PeekType(message.Handle, out byte type, out byte* entry) > 0)
        {
            if (SdBus.EnterContainer(message.Handle, type, entry) < 0) break;
            if (BusReader.ReadText(message.Handle).SequenceEqual("Value"u8))
            {
                Enter(message, 'v');
                handler(BusReader.ReadBytes(message.Handle), now);
                break; // the message is not read on
            }

            _ = SdBus.Skip(message.Handle, null);
            _ = SdBus.ExitContainer(message.Handle);
        }

        return true;
    }

    private static void Enter(BusMessage message, char expected)
    {
        if (SdBus.PeekType(message.Handle, out byte type, out byte* contents) <= 0 || type != expected
            || SdBus.EnterContainer(message.Handle, type, contents) < 0) throw new BusException(BusException.Disconnected, "a D-Bus signal is not what it should be");
    }
}
