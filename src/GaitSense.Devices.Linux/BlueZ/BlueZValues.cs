using System.Text;
using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux;

/// <summary>Notifications that come as D-Bus signals, read in place: the way that remains where AcquireNotify is refused.</summary>
internal static class BlueZValues
{
    private const int MaxPathLength = 256, MaxValueBytes = 512; // the longest attribute

    /// <summary>Gives a characteristic's new value to its handler.</summary>
    /// <param name="message">A PropertiesChanged signal.</param>
    /// <param name="routes">Handlers by object path.</param>
    /// <param name="gate">Guards the routes.</param>
    /// <returns>Whether the message was of a routed characteristic.</returns>
    public static bool TryDispatch(Message message, Dictionary<string, BleNotificationHandler> routes, Lock gate)
    {
        long now = Libc.BootTimeNs();
        ReadOnlySpan<byte> bytes = message.Path;
        if (bytes.Length > MaxPathLength) return false;
        Span<char> path = stackalloc char[MaxPathLength];
        path = path[..Encoding.UTF8.GetChars(bytes, path)];
        BleNotificationHandler? handler;
        lock (gate)
            if (!routes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(path, out handler)) return false;

        Reader reader = message.GetBodyReader();
        _ = reader.ReadStringAsSpan(); // the interface: a characteristic has values in one only
        ArrayEnd end = reader.ReadDictionaryStart();
        while (reader.HasNext(end))
        {
            if (!reader.ReadStringAsSpan().SequenceEqual("Value"u8))
            {
                _ = reader.ReadVariantValue();
                continue;
            }

            if (reader.ReadSignatureAsSpan().SequenceEqual("ay"u8)) Hand(ref reader, handler, now);
            break;
        }

        return true;
    }

    private static void Hand(ref Reader reader, BleNotificationHandler handler, long now)
    {
        Span<byte> value = stackalloc byte[MaxValueBytes];
        int length = 0;
        ArrayEnd end = reader.ReadArrayStart(DBusType.Byte);
        while (length < value.Length && reader.HasNext(end)) value[length++] = reader.ReadByte();
        handler(value[..length], now);
    }
}
