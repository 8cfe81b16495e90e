using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;
using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux;

/// <summary>Answers what bluetoothd asks of a peripheral's objects, on the loop that reads the bus. What it does not answer is answered as unknown.</summary>
internal sealed class PeripheralServer(PeripheralObjects objects) : IPathMethodHandler
{
    private const string Failed = "org.bluez.Error.Failed", NotSupported = "org.bluez.Error.NotSupported", UnknownProperty = "org.freedesktop.DBus.Error.UnknownProperty";

    private int _mtu = 23;

    /// <summary>ATT MTU of the last central that asked for something.</summary>
    public int Mtu => Volatile.Read(ref _mtu);

    /// <summary>Objects of the centrals that asked for something.</summary>
    public HashSet<string> Centrals { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Path => objects.Root;

    /// <inheritdoc/>
    public bool HandlesChildPaths => true;

    /// <inheritdoc/>
    public ValueTask HandleMethodAsync(MethodContext context)
    {
        try
        {
            Handle(context);
        }
#pragma warning disable CA1031 // a callback's exception must not end the connection: the central gets an error instead
        catch (Exception e)
#pragma warning restore CA1031
        {
            context.ReplyError(Failed, e.Message);
        }

        return ValueTask.CompletedTask;
    }

    private static void Reply(MethodContext call, string? signature = null, BusArguments? values = null)
    {
        MessageWriter writer = call.CreateReplyWriter(signature);
        try
        {
            values?.Invoke(ref writer);
            call.Reply(writer.CreateMessage());
        }
        finally
        {
            writer.Dispose();
        }
    }

    private void Handle(MethodContext call)
    {
        string path = call.Request.PathAsString ?? "";
        switch (call.Request.InterfaceAsString)
        {
            case BlueZNames.ObjectManager when string.Equals(path, objects.Root, StringComparison.Ordinal): Reply(call, "a{oa{sa{sv}}}", objects.WriteManaged); break;
            case BlueZNames.Properties: Describe(call, path); break;
            case BlueZNames.GattCharacteristic when objects.Characteristics.TryGetValue(path, out LocalCharacteristic? characteristic): Serve(call, characteristic); break;
            case BlueZNames.Advertisement: Reply(call); break; // Release: it is over, which the next call to bluetoothd will say too
            default: break;
        }
    }

    private void Describe(MethodContext call, string path)
    {
        bool isOne = call.Request.Signature.SequenceEqual("ss"u8);
        if (!isOne && !call.Request.Signature.SequenceEqual("s"u8)) return;
        Reader reader = call.Request.GetBodyReader();
        if (objects.Properties(path, reader.ReadString()) is not { } properties) return;
        if (!isOne) Reply(call, "a{sv}", (ref MessageWriter w) => w.WriteDictionary(properties));
        else if (properties.TryGetValue(reader.ReadString(), out VariantValue value)) Reply(call, "v", (ref MessageWriter w) => w.WriteVariant(value));
        else call.ReplyError(UnknownProperty, "There is no such property.");
    }

    private void Serve(MethodContext call, LocalCharacteristic characteristic)
    {
        Reader reader = call.Request.GetBodyReader();
        switch (call.Request.MemberAsString, call.Request.SignatureAsString)
        {
            case ("ReadValue", "a{sv}"):
                Dictionary<string, VariantValue> options = Note(ref reader);
                byte[] value = characteristic.Definition.Read?.Invoke() ?? [];
                int offset = options.GetValueOrDefault("offset") is { Type: VariantValueType.UInt16 } from ? Math.Min(from.GetUInt16(), value.Length) : 0;
                Reply(call, "ay", (ref MessageWriter w) => w.WriteArray(value.AsSpan(offset)));
                break;
            case ("WriteValue", "aya{sv}"):
                byte[] written = reader.ReadArrayOfByte();
                Note(ref reader);
                characteristic.Definition.Written?.Invoke(written);
                Reply(call);
                break;
            case ("AcquireNotify", "a{sv}"):
                Note(ref reader);
                Acquire(call, characteristic);
                break;
            case ("StartNotify", _):
                characteristic.SubscribeBySignals();
                Reply(call);
                break;
            case ("StopNotify", _):
                characteristic.End();
                Reply(call);
                break;
            default:
                call.ReplyError(NotSupported, call.Request.MemberAsString);
                break;
        }
    }

    private Dictionary<string, VariantValue> Note(ref Reader reader)
    {
        Dictionary<string, VariantValue> options = reader.ReadDictionaryOfStringToVariantValue();
        if (options.GetValueOrDefault("mtu") is { Type: VariantValueType.UInt16 } mtu) Volatile.Write(ref _mtu, mtu.GetUInt16());
        if (options.GetValueOrDefault("device") is { Type: VariantValueType.ObjectPath } central) Centrals.Add(central.GetObjectPathAsString());
        return options;
    }

    private void Acquire(MethodContext call, LocalCharacteristic characteristic)
    {
        if (!Libc.TryCreatePair(out int ours, out int theirs))
        {
            call.ReplyError(NotSupported, "no sockets are left"); // bluetoothd asks for signals then
            return;
        }

        var socket = new Socket(new SafeSocketHandle(ours, ownsHandle: true)) { Blocking = false };
        Reply(call, "hq", (ref MessageWriter w) =>
        {
            w.WriteHandle(new SafeFileHandle(theirs, ownsHandle: true)); // the message closes it once it is sent
            w.WriteUInt16((ushort)Mtu);
        });
        characteristic.Subscribe(socket);
    }
}
