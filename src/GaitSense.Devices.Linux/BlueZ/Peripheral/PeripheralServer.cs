namespace GaitSense.Devices.Linux;

/// <summary>Answers what bluetoothd asks of a peripheral's objects. On the bus thread only.</summary>
internal sealed class PeripheralServer(BusConnection bus, PeripheralObjects objects)
{
    private const string Failed = "org.bluez.Error.Failed", NotSupported = "org.bluez.Error.NotSupported", UnknownProperty = "org.freedesktop.DBus.Error.UnknownProperty";

    private int _mtu = 23;

    /// <summary>ATT MTU of the last central that asked for something.</summary>
    public int Mtu => Volatile.Read(ref _mtu);

    /// <summary>Objects of the centrals that asked for something.</summary>
    public HashSet<string> Centrals { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers a call; false: it is not for these objects.</summary>
    public bool Handle(BusMessage call)
    {
        try
        {
            return call.Contract switch
            {
                BlueZNames.ObjectManager => Manage(call),
                BlueZNames.Properties => Describe(call),
                BlueZNames.GattCharacteristic => Serve(call),
                BlueZNames.Advertisement => Done(call), // Release: it is over, which the next call to bluetoothd will say too
                _ => false,
            };
        }
#pragma warning disable CA1031 // a callback's exception must not end the bus thread: the central gets an error instead
        catch (Exception e) when (e is not BusException)
#pragma warning restore CA1031
        {
            bus.ReplyError(call, Failed, e.Message);
            return true;
        }
    }

    private bool Manage(BusMessage call)
    {
        if (!string.Equals(call.Path, objects.Root, StringComparison.Ordinal)) return false;
        bus.Reply(call, ("a{oa{sa{sv}}}", objects.Managed()));
        return true;
    }

    private bool Describe(BusMessage call)
    {
        object?[] arguments = call.ReadAll();
        if (arguments is not [string contract, ..] || objects.Properties(call.Path, contract) is not { } properties) return false;
        if (arguments is [_]) bus.Reply(call, ("a{sv}", properties));
        else if (arguments is [_, string name] && properties.TryGetValue(name, out BusVariant? value)) bus.Reply(call, ("v", value));
        else bus.ReplyError(call, UnknownProperty, "There is no such property.");
        return true;
    }

    private bool Serve(BusMessage call)
    {
        if (!objects.Characteristics.TryGetValue(call.Path, out LocalCharacteristic? characteristic)) return false;
        object?[] arguments = call.ReadAll();
        if (arguments is [.., Dictionary<object, object?> options]) Note(options);
        switch (call.Member)
        {
            case "ReadValue":
                byte[] value = characteristic.Definition.Read?.Invoke() ?? [];
                int offset = arguments is [Dictionary<object, object?> o] && o.GetValueOrDefault("offset") is ushort from ? Math.Min(from, value.Length) : 0;
                bus.Reply(call, ("ay", value[offset..]));
                return true;
            case "WriteValue":
                if (arguments is [byte[] written, ..]) characteristic.Definition.Written?.Invoke(written);
                return Done(call);
            case "AcquireNotify":
                Acquire(call, characteristic);
                return true;
            case "StartNotify":
                characteristic.SubscribeBySignals();
                return Done(call);
            case "StopNotify":
                characteristic.End();
                return Done(call);
            default:
                bus.ReplyError(call, NotSupported, call.Member);
                return true;
        }
    }

    private void Note(Dictionary<object, object?> options)
    {
        if (options.GetValueOrDefault("mtu") is ushort mtu) Volatile.Write(ref _mtu, mtu);
        if (options.GetValueOrDefault("device") is string central) Centrals.Add(central);
    }

    private void Acquire(BusMessage call, LocalCharacteristic characteristic)
    {
        if (!Libc.TryCreatePair(out int ours, out int theirs))
        {
            bus.ReplyError(call, NotSupported, "no sockets are left"); // bluetoothd asks for signals then
            return;
        }

        bus.Reply(call, ("h", theirs), ("q", (ushort)Mtu));
        _ = Libc.Close(theirs); // the message has its own copy
        bus.WatchHangUp(ours, () => characteristic.End(ours));
        characteristic.Subscribe(ours);
    }

    private bool Done(BusMessage call)
    {
        bus.Reply(call);
        return true;
    }
}
