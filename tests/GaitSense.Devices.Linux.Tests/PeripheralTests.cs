using System.Net.Sockets;
using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux.Tests;

/// <summary>What a peripheral of ours answers to bluetoothd.</summary>
public sealed class PeripheralTests : IDisposable
{
    private const string Root = "/org/gaitsense/peripheral", First = Root + "/service0/char0";

    private static readonly Guid Service = FakeBlueZ.Service, Stream = FakeBlueZ.Value;

    private readonly PrivateBus _bus = new();
    private readonly List<string> _written = [];
    private readonly List<bool> _subscribed = [];

    public void Dispose() => _bus.Dispose();

    [Fact]
    public async Task Peripheral_IsDescribedReadWrittenAndNotifiesUntilTheOtherEndIsClosed()
    {
        using FakeBlueZ bluetoothd = await FakeBlueZ.StartAsync(_bus.Address);
        bluetoothd.Add(FakeBlueZ.Adapter, BlueZNames.AdvertisingManager);
        bluetoothd.Add(FakeBlueZ.Adapter + "x", BlueZNames.Adapter); // two interfaces of one object are one more than this fake holds
        string program = "";
        bluetoothd.Answer = call =>
        {
            program = call.Request.SenderAsString!;
            return false;
        };
        using var connection = await BusConnection.OpenAsync(_bus.Address);
        var objects = new PeripheralObjects(Root, Definition());
        var server = new PeripheralServer(objects);
        connection.Serve(server);
        await connection.CallAsync(new BusCall(FakeBlueZ.Adapter, BlueZNames.GattManager, "RegisterApplication"), BusReader.Nothing, TestContext.Current.CancellationToken);

        var described = await bluetoothd.CallAsync(program, Root, BlueZNames.ObjectManager, "GetManagedObjects", null, null, (m, _) => BusReader.Objects(m));
        described.Keys.ShouldBe([Root + "/service0", First], ignoreOrder: true);
        described[First][BlueZNames.GattCharacteristic]["UUID"].GetString().ShouldBe(Stream.ToString());
        described[First][BlueZNames.GattCharacteristic]["Flags"].GetArray<string>().ShouldBe(["read", "write", "notify"]);
        Dictionary<string, VariantValue> advertised = await bluetoothd.CallAsync(program, Root + "/advertisement", BlueZNames.Properties, "GetAll", "s", (ref MessageWriter w) => w.WriteString(BlueZNames.Advertisement), (m, _) => BusReader.Properties(m));
        advertised["LocalName"].GetString().ShouldBe("GaitSoft");
        advertised["ManufacturerData"].GetDictionaryEntry(0).Value.GetArray<byte>().ShouldBe([1, 2]);

        (await bluetoothd.CallAsync(program, First, BlueZNames.GattCharacteristic, "ReadValue", "a{sv}", Options(("offset", (ushort)2), ("mtu", (ushort)185)), BusReader.Bytes)).ShouldBe([3, 4]);
        server.Mtu.ShouldBe(185);
        await bluetoothd.CallAsync(program, First, BlueZNames.GattCharacteristic, "WriteValue", "aya{sv}", Write("hello"u8.ToArray()), BusReader.Nothing);
        _written.ShouldBe(["hello"]);
        (await Should.ThrowAsync<DBusErrorReplyException>(() => bluetoothd.CallAsync(program, First, BlueZNames.GattCharacteristic, "WriteValue", "aya{sv}", Write([]), BusReader.Nothing))).ErrorName.ShouldBe("org.bluez.Error.Failed");
        (await Should.ThrowAsync<DBusErrorReplyException>(() => bluetoothd.CallAsync(program, Root + "/nothing", BlueZNames.Properties, "GetAll", "s", (ref MessageWriter w) => w.WriteString("x"), BusReader.Nothing))).ErrorName.ShouldContain("Unknown");

        LocalCharacteristic local = objects.ByUuid[Stream];
        local.TrySend([1], out _).ShouldBeFalse();
        using (AcquiredSocket acquired = await bluetoothd.CallAsync(program, First, BlueZNames.GattCharacteristic, "AcquireNotify", "a{sv}", Options(), BusReader.Socket))
        {
            acquired.Mtu.ShouldBe((ushort)185);
            await UntilAsync(() => _subscribed is [true]);
            local.TrySend([5, 6], out bool bySignal).ShouldBeTrue();
            bySignal.ShouldBeFalse();
            using var theirs = new Socket(new SafeSocketHandle(acquired.Socket.DangerousGetHandle(), ownsHandle: false));
            byte[] packet = new byte[10];
            theirs.Receive(packet).ShouldBe(2);
            int sent = 0;
            while (sent < 100_000 && local.TrySend(new byte[200], out _)) sent++;
            sent.ShouldBeLessThan(100_000, "a socket that nobody reads is full: it is said, and nobody waits");
        }

        await UntilAsync(() => _subscribed is [true, false]);
        local.IsSubscribed.ShouldBeFalse();
        local.TrySend([1], out _).ShouldBeFalse();
    }

    private static BusArguments Options(params (string Key, VariantValue Value)[] options) =>
        (ref MessageWriter w) => w.WriteDictionary(options.ToDictionary(o => o.Key, o => o.Value, StringComparer.Ordinal));

    private static BusArguments Write(byte[] value) => (ref MessageWriter w) =>
    {
        w.WriteArray(value);
        w.WriteDictionary(new Dictionary<string, VariantValue>(StringComparer.Ordinal));
    };

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (int i = 0; i < 400 && !isSo(); i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        isSo().ShouldBeTrue();
    }

    private BlePeripheralDefinition Definition() => new()
    {
        Name = "GaitSoft",
        AdvertisedServices = [Service],
        ManufacturerData = new Dictionary<ushort, byte[]> { [0xFFFF] = [1, 2] },
        Services =
        [
            new BleServiceDefinition(Service,
            [
                new BleCharacteristicDefinition(Stream, BleCharacteristicUses.Notify | BleCharacteristicUses.Read | BleCharacteristicUses.Write)
                {
                    Read = () => [1, 2, 3, 4],
                    Written = value =>
                    {
                        if (value.Length == 0) throw new InvalidOperationException("nothing");
                        _written.Add(System.Text.Encoding.ASCII.GetString(value));
                    },
                    SubscriptionChanged = on =>
                    {
                        lock (_subscribed) _subscribed.Add(on);
                    },
                },
            ]),
        ],
    };
}
