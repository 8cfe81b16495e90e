using System.Net.Sockets;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Devices.Linux;
using GaitSense.Devices.Linux.Tests;
using GaitSense.Protocol;
using GaitSense.Sessions;
using GaitSense.Simulation.Radio;
using Microsoft.Win32.SafeHandles;
using Tmds.DBus.Protocol;

namespace GaitSense.Cli.Tests;

/// <summary>What a foot on the air is like, where it is not as usual.</summary>
internal sealed record RadioFootOptions
{
    /// <summary>What BlueZ answers to an attempt to connect, counted from 1, instead of connecting: an error's name and text.</summary>
    public Func<int, (string Name, string Text)?> Refuse { get; init; } = static _ => null;

    public bool HasMotor { get; init; } = true;

    /// <summary>Battery level as its status says it.</summary>
    public byte Battery { get; init; } = 80;

    public ushort Mtu { get; init; } = 247;

    /// <summary>Whether BlueZ hands out sockets for notifications; else signals.</summary>
    public bool GivesSockets { get; init; } = true;
}

/// <summary>A foot sensor that a bluetoothd of a test's own knows: <see cref="SoftwareFoot"/> behind BlueZ's objects, in real time. It stands still.</summary>
internal sealed class RadioFoot : IBlePeripheral
{
    private readonly FakeBlueZ _bluez;
    private readonly RadioFootOptions _options;
    private readonly PeripheralObjects _objects;
    private readonly PeripheralServer _server;
    private readonly TaskCompletionSource<BleException> _ended = new();
    private readonly Dictionary<string, VariantValue> _device;
    private SoftwareFoot? _sensor;
    private int _attempts;

    private RadioFoot(FakeBlueZ bluez, Foot foot, string adapter, string address, RadioFootOptions options, BlePeripheralDefinition definition)
    {
        (_bluez, Foot, Address, _options, Path) = (bluez, foot, address, options, BlueZNames.DevicePath(adapter, address));
        _objects = new PeripheralObjects(Path, Without(definition, options));
        _server = new PeripheralServer(_objects);
        _device = new(StringComparer.Ordinal)
        {
            ["Address"] = address,
            ["Name"] = definition.Name!,
            ["Connected"] = false,
            ["ServicesResolved"] = false,
            ["Paired"] = true,
            ["RSSI"] = (short)-50,
            ["UUIDs"] = VariantValue.Array(definition.AdvertisedServices.Select(u => u.ToString()).ToArray()),
            ["ManufacturerData"] = new Dict<ushort, VariantValue>(definition.ManufacturerData.ToDictionary(d => d.Key, d => VariantValue.Array(d.Value))).AsVariantValue(),
        };
    }

    public Foot Foot { get; }

    public string Address { get; }

    /// <summary>Its object.</summary>
    public string Path { get; }

    /// <summary>Notifications that it sent.</summary>
    public long Sent => _sensor?.Sent ?? 0;

    /// <summary>Whether what it notifies is lost on the way.</summary>
    public bool IsMuted { get; set; }

    public bool IsConnected { get; private set; }

    public int Mtu => _options.Mtu;

    public Task<BleException> Ended => _ended.Task;

    /// <summary>Switches a foot on: BlueZ knows it, and it waits for a connection.</summary>
    public static async Task<RadioFoot> StartAsync(FakeBlueZ bluez, Foot foot, string address, RadioFootOptions? options = null, string adapter = "hci0")
    {
        RadioFoot? at = null;
        var sensor = await SoftwareFoot.StartAsync(
            foot,
            Standing(foot),
            200,
            new SimulatedFootOptions { Samples = default, Clock = new SimulatedClock { OffsetS = 1000 * (1 + (int)foot) } },
            definition => Task.FromResult<IBlePeripheral>(at = new RadioFoot(bluez, foot, adapter, address, options ?? new(), definition)),
            TimeProvider.System);
        at!._sensor = sensor;
        bluez.Add(at.Path, BlueZNames.Device, [.. at._device.Select(p => (p.Key, p.Value))]);
        return at;
    }

    /// <summary>Ends its connection, as if it had gone out of range.</summary>
    public void Lose()
    {
        IsConnected = false;
        foreach (LocalCharacteristic c in _objects.Characteristics.Values) c.End();
        foreach (string path in _objects.Characteristics.Keys.Concat(Services).ToArray()) _bluez.Remove(path);
        _bluez.Change(Path, "ServicesResolved", false);
        _bluez.Change(Path, "Connected", false);
    }

    /// <summary>BlueZ forgets it.</summary>
    public void Vanish()
    {
        Lose();
        _bluez.Remove(Path);
    }

    public bool IsSubscribed(Guid characteristic) => _objects.ByUuid[characteristic].IsSubscribed;

    public bool TryNotify(Guid characteristic, ReadOnlySpan<byte> value)
    {
        if (IsMuted || value.Length > Mtu - 3 || !_objects.ByUuid.TryGetValue(characteristic, out LocalCharacteristic? c) || !c.TrySend(value, out bool bySignal)) return false;
        byte[] bytes = value.ToArray();
        if (bySignal)
        {
            _bluez.Signal(c.Path, BlueZNames.Properties, "PropertiesChanged", "sa{sv}as", (ref MessageWriter w) =>
            {
                w.WriteString(BlueZNames.GattCharacteristic);
                w.WriteDictionary(new Dictionary<string, VariantValue>(StringComparer.Ordinal) { ["Value"] = VariantValue.Array(bytes) });
                w.WriteArray(Array.Empty<string>());
            });
        }

        return true;
    }

    /// <summary>Answers a call to the device or to one of its characteristics; false: an empty answer will do.</summary>
    public bool Answer(MethodContext call)
    {
        switch (call.Request.MemberAsString)
        {
            case "Connect" when _options.Refuse(++_attempts) is { } error:
                call.ReplyError(error.Name, error.Text);
                return true;
            case "Connect":
                call.Reply(call.CreateReplyWriter(null).CreateMessage());
                Connect();
                return true;
            case "Disconnect":
                Lose();
                return false;
            case "AcquireNotify" when !_options.GivesSockets:
                call.ReplyError("org.bluez.Error.NotSupported", "Operation is not supported");
                return true;
            case "AcquireNotify":
                GiveSocket(call);
                return true;
            default:
                _ = _server.HandleMethodAsync(call).AsTask(); // it answers at once
                return true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_sensor is not { } sensor) return;
        _sensor = null;
        await sensor.DisposeAsync();
    }

    // Standing, with a sensor's noise: exactly equal readings would be a broken one's.
    private static ImuSample[] Standing(Foot foot)
    {
        var chance = new Random(1 + (int)foot);
        double Noise(double size) => size * ((2 * chance.NextDouble()) - 1);
        return [.. Enumerable.Range(0, 200 * 120).Select(i => new ImuSample(DeviceTime.FromSeconds(i / 200.0), new Vector3D(Noise(0.05), Noise(0.05), 9.81 + Noise(0.05)), new Vector3D(Noise(0.01), Noise(0.01), Noise(0.01))))];
    }

    private static BlePeripheralDefinition Without(BlePeripheralDefinition full, RadioFootOptions options)
    {
        BleCharacteristicDefinition As(BleCharacteristicDefinition c) => c.Uuid == GaitSenseUuid.Status && c.Read is { } read ? c with { Read = () => [options.Battery, .. read()[1..]] } : c;
        return full with
        {
            Services =
            [
                .. full.Services.Where(s => s.Uuid == GaitSenseUuid.Service)
                    .Select(s => s with { Characteristics = [.. s.Characteristics.Where(c => options.HasMotor || c.Uuid != GaitSenseUuid.Motor).Select(As)] }),
            ],
        };
    }

    private IEnumerable<string> Services => _objects.Characteristics.Values.Select(c => c.ServicePath).Distinct(StringComparer.Ordinal);

    private void Connect()
    {
        IsConnected = true;
        foreach (string path in Services) Offer(path, BlueZNames.GattService);
        foreach (string path in _objects.Characteristics.Keys) Offer(path, BlueZNames.GattCharacteristic);
        _bluez.Change(Path, "Connected", true);
        _bluez.Change(Path, "ServicesResolved", true);
    }

    private void Offer(string path, string contract) => _bluez.Add(path, contract, [.. _objects.Properties(path, contract)!.Select(p => (p.Key, p.Value)), ("MTU", _options.Mtu)]);

    private void GiveSocket(MethodContext call)
    {
        Libc.TryCreatePair(out int ours, out int theirs).ShouldBeTrue();
        MessageWriter writer = call.CreateReplyWriter("hq");
        writer.WriteHandle(new SafeFileHandle(theirs, ownsHandle: true)); // the message closes it once it is sent
        writer.WriteUInt16(_options.Mtu);
        call.Reply(writer.CreateMessage());
        _objects.Characteristics[call.Request.PathAsString!].Subscribe(new Socket(new SafeSocketHandle(ours, ownsHandle: true)) { Blocking = false });
    }
}
