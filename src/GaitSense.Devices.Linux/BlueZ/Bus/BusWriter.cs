using System.Collections;
using System.Text;

namespace GaitSense.Devices.Linux;

/// <summary>Appends .NET values to a message: strings, numbers, <c>byte[]</c>, sequences, dictionaries, <see cref="BusVariant"/>, descriptors (<c>int</c> as <c>h</c>).</summary>
internal static unsafe class BusWriter
{
    /// <summary>Appends one complete type.</summary>
    /// <param name="message">The message.</param>
    /// <param name="signature">The type.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="BusException">It does not fit the message.</exception>
    public static void Append(nint message, string signature, object value)
    {
        switch (signature[0])
        {
            case 's' or 'o' or 'g': AppendText(message, signature[0], (string)value); break;
            case 'b': AppendNumber(message, 'b', (bool)value ? 1 : 0); break;
            case 'y': AppendNumber(message, 'y', (byte)value); break;
            case 'n': AppendNumber(message, 'n', (short)value); break;
            case 'q': AppendNumber(message, 'q', (ushort)value); break;
            case 'h' or 'i': AppendNumber(message, signature[0], (int)value); break;
            case 'u': AppendNumber(message, 'u', (uint)value); break;
            case 'v': AppendVariant(message, (BusVariant)value); break;
            case 'a' when signature[1] == 'y': AppendBytes(message, (byte[])value); break;
            case 'a' when signature[1] == '{': AppendDictionary(message, signature, (IDictionary)value); break;
            case 'a': AppendSequence(message, signature, (IEnumerable)value); break;
            default: throw new ArgumentException($"D-Bus type {signature} is not supported.", nameof(signature));
        }
    }

    private static void AppendVariant(nint message, BusVariant variant)
    {
        Check(SdBus.OpenContainer(message, (byte)'v', variant.Signature));
        Append(message, variant.Signature, variant.Value);
        Check(SdBus.CloseContainer(message));
    }

    private static void AppendSequence(nint message, string signature, IEnumerable items)
    {
        Check(SdBus.OpenContainer(message, (byte)'a', signature[1..]));
        foreach (object item in items) Append(message, signature[1..], item);
        Check(SdBus.CloseContainer(message));
    }

    private static void AppendDictionary(nint message, string signature, IDictionary entries)
    {
        string entry = signature[2..^1]; // a{sv} -> sv: keys are basic types, one character
        Check(SdBus.OpenContainer(message, (byte)'a', signature[1..]));
        foreach (DictionaryEntry e in entries)
        {
            Check(SdBus.OpenContainer(message, (byte)'e', entry));
            Append(message, entry[..1], e.Key);
            Append(message, entry[1..], e.Value!);
            Check(SdBus.CloseContainer(message));
        }

        Check(SdBus.CloseContainer(message));
    }

    private static void AppendBytes(nint message, byte[] bytes)
    {
        fixed (byte* p = bytes) Check(SdBus.AppendArray(message, (byte)'y', p, (nuint)bytes.Length));
    }

    private static void AppendText(nint message, char type, string text)
    {
        fixed (byte* p = Encoding.UTF8.GetBytes(text + '\0')) Check(SdBus.AppendBasic(message, (byte)type, p));
    }

    private static void AppendNumber(nint message, char type, long value) => Check(SdBus.AppendBasic(message, (byte)type, &value)); // little-endian: the low bytes come first

    private static void Check(int code)
    {
        if (code < 0) throw BusException.FromCode(code, "a D-Bus message could not be written");
    }
}
