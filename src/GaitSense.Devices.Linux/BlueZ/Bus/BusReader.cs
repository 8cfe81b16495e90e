using Microsoft.Win32.SafeHandles;
using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux;

/// <summary>Reads what messages of bluetoothd hold. An answer of other types than it should be is an error.</summary>
internal static class BusReader
{
    /// <summary>An answer whose content does not matter.</summary>
    public static bool Nothing(Message message, object? state) => true;

    /// <summary>Yes or no.</summary>
    public static bool Flag(Message message, object? state) => Body(message, "b"u8).ReadBool();

    /// <summary>Bytes.</summary>
    public static byte[] Bytes(Message message, object? state) => Body(message, "ay"u8).ReadArrayOfByte();

    /// <summary>The answer to GetAll.</summary>
    public static Dictionary<string, VariantValue> Properties(Message message) => Body(message, "a{sv}"u8).ReadDictionaryOfStringToVariantValue();

    /// <summary>The answer to AcquireNotify.</summary>
    public static AcquiredSocket Socket(Message message, object? state)
    {
        Reader reader = Body(message, "hq"u8);
        SafeFileHandle socket = reader.ReadHandle<SafeFileHandle>() ?? throw new DBusUnexpectedValueException("there is no socket in the answer");
        return new AcquiredSocket(socket, reader.ReadUInt16());
    }

    /// <summary>The answer to GetManagedObjects: objects, their interfaces, their properties.</summary>
    public static Dictionary<string, Dictionary<string, Dictionary<string, VariantValue>>> Objects(Message message)
    {
        Reader reader = Body(message, "a{oa{sa{sv}}}"u8);
        Dictionary<string, Dictionary<string, Dictionary<string, VariantValue>>> objects = new(StringComparer.Ordinal);
        ArrayEnd end = reader.ReadDictionaryStart();
        while (reader.HasNext(end)) objects[reader.ReadObjectPathAsString()] = Interfaces(ref reader);
        return objects;
    }

    /// <summary>Interfaces and their properties.</summary>
    public static Dictionary<string, Dictionary<string, VariantValue>> Interfaces(ref Reader reader)
    {
        Dictionary<string, Dictionary<string, VariantValue>> interfaces = new(StringComparer.Ordinal);
        ArrayEnd end = reader.ReadDictionaryStart();
        while (reader.HasNext(end)) interfaces[reader.ReadString()] = reader.ReadDictionaryOfStringToVariantValue();
        return interfaces;
    }

    private static Reader Body(Message message, ReadOnlySpan<byte> signature) =>
        message.Signature.SequenceEqual(signature) ? message.GetBodyReader() : throw new DBusUnexpectedValueException($"the answer holds {message.SignatureAsString}");
}
