using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GaitSense.Devices.Linux;

/// <summary>
/// Reads a message into .NET values: strings, numbers, <c>byte[]</c>, <c>object?[]</c> for other arrays and structures, <c>Dictionary&lt;object, object?&gt;</c>;
/// a variant is its content, a descriptor an own copy as <see cref="SafeFileHandle"/>.
/// </summary>
internal static unsafe class BusReader
{
    /// <summary>All arguments of a message.</summary>
    public static object?[] ReadAll(nint message)
    {
        List<object?> arguments = [];
        while (TryRead(message, out object? value)) arguments.Add(value);
        return [.. arguments];
    }

    /// <summary>The next value; false at the end of the message or of the container that was entered.</summary>
    public static bool TryRead(nint message, out object? value)
    {
        value = null;
        if (SdBus.PeekType(message, out byte type, out byte* contents) <= 0) return false;
        value = (char)type switch
        {
            's' or 'o' or 'g' => Marshal.PtrToStringUTF8((nint)ReadNumber(message, type)),
            'y' => (byte)ReadNumber(message, type),
            'b' => (int)ReadNumber(message, type) != 0,
            'n' => (short)ReadNumber(message, type),
            'q' => (ushort)ReadNumber(message, type),
            'i' => (int)ReadNumber(message, type),
            'u' => (uint)ReadNumber(message, type),
            'x' => ReadNumber(message, type),
            't' => (ulong)ReadNumber(message, type),
            'd' => BitConverter.Int64BitsToDouble(ReadNumber(message, type)),
            'h' => new SafeFileHandle(Libc.Duplicate((int)ReadNumber(message, type)), ownsHandle: true),
            'a' when *contents == 'y' => ReadBytes(message).ToArray(),
            'a' when *contents == '{' => ReadDictionary(message, contents),
            'v' => ReadContainer(message, type, contents) is [var content, ..] ? content : null,
            'a' or 'r' => ReadContainer(message, type, contents),
            _ => throw new BusException(BusException.Disconnected, $"a D-Bus message holds the unknown type {(char)type}"),
        };
        return true;
    }

    /// <summary>An array of bytes in place: valid while the message lives.</summary>
    public static ReadOnlySpan<byte> ReadBytes(nint message)
    {
        Check(SdBus.ReadArray(message, (byte)'y', out byte* items, out nuint bytes));
        return new ReadOnlySpan<byte>(items, (int)bytes);
    }

    /// <summary>A string in place: valid while the message lives.</summary>
    public static ReadOnlySpan<byte> ReadText(nint message)
    {
        byte* text;
        Check(SdBus.ReadBasic(message, (byte)'s', &text));
        return MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
    }

    private static long ReadNumber(nint message, byte type)
    {
        long value = 0; // little-endian: narrow types fill the low bytes
        Check(SdBus.ReadBasic(message, type, &value));
        return value;
    }

    private static object?[] ReadContainer(nint message, byte type, byte* contents)
    {
        Check(SdBus.EnterContainer(message, type, contents));
        object?[] items = ReadAll(message);
        Check(SdBus.ExitContainer(message));
        return items;
    }

    private static Dictionary<object, object?> ReadDictionary(nint message, byte* contents)
    {
        Dictionary<object, object?> entries = [];
        Check(SdBus.EnterContainer(message, (byte)'a', contents));
        while (SdBus.PeekType(message, out byte type, out byte* entry) > 0)
        {
            Check(SdBus.EnterContainer(message, type, entry));
            if (TryRead(message, out object? key) && TryRead(message, out object? value) && key is not null) entries[key] = value;
            Check(SdBus.ExitContainer(message));
        }

        Check(SdBus.ExitContainer(message));
        return entries;
    }

    private static void Check(int code)
    {
        if (code < 0) throw BusException.FromCode(code, "a D-Bus message could not be read");
    }
}
