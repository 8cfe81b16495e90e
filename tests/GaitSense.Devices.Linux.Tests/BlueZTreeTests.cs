using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux.Tests;

public sealed class BlueZTreeTests
{
    private const string Hci0 = "/org/bluez/hci0", Sensor = "/org/bluez/hci0/dev_C0_00_00_00_00_01";

    private readonly BlueZTree _tree = new() { HasOwner = true };

    public BlueZTreeTests() => _tree.Load(new(StringComparer.Ordinal)
    {
        [Hci0] = Interfaces(BlueZNames.Adapter, ("Powered", true), ("Address", "00:11:22:33:44:55")),
        [Sensor] = Interfaces(BlueZNames.Device, ("Address", "C0:00:00:00:00:01"), ("Connected", false)),
    });

    [Fact]
    public void Change_ChangedAndInvalidated_AreTaken()
    {
        _tree.Change(Sensor, BlueZNames.Device, new(StringComparer.Ordinal) { ["RSSI"] = (short)-60, ["Connected"] = true }, []);
        BlueZAdvertisements.Read(_tree, Sensor).RssiDbm.ShouldBe(-60);
        _tree.IsSet(Sensor, BlueZNames.Device, "Connected").ShouldBeTrue();
        _tree.Change(Sensor, BlueZNames.Device, new(StringComparer.Ordinal), ["RSSI"]);
        BlueZAdvertisements.Read(_tree, Sensor).RssiDbm.ShouldBeNull();
    }

    [Fact]
    public void Remove_LastInterface_TheObjectIsGone()
    {
        _tree.Remove(Sensor, [BlueZNames.Device]);
        _tree.Has(Sensor, BlueZNames.Device).ShouldBeFalse();
        _tree.Get(Sensor, BlueZNames.Device, "Connected").Type.ShouldBe(VariantValueType.Invalid);
    }

    [Fact]
    public void Clear_BluetoothdGone_IsAnotherLife()
    {
        int before = _tree.Generation;
        _tree.Clear();
        _tree.Generation.ShouldNotBe(before);
        _tree.HasOwner.ShouldBeFalse();
        _tree.With(BlueZNames.Device).ShouldBeEmpty();
    }

    [Fact]
    public void Heard_DevicesThatAreOnlyRemembered_AreNotReported()
    {
        BlueZAdvertisements.Received(_tree, "hci0").ShouldBeEmpty();
        _tree.Change(Sensor, BlueZNames.Device, new(StringComparer.Ordinal) { ["RSSI"] = (short)-60 }, []);
        BlueZAdvertisements.Received(_tree, "hci0").ShouldHaveSingleItem();
        BlueZAdvertisements.Received(_tree, "hci1").ShouldBeEmpty();
        BlueZAdvertisements.Received(_tree, "hci").ShouldBeEmpty();
    }

    [Fact]
    public void Read_Advertisement_HasServicesAndData()
    {
        _tree.Change(Sensor, BlueZNames.Device, new(StringComparer.Ordinal)
        {
            ["Name"] = "GaitL",
            ["UUIDs"] = VariantValue.Array(new[] { "0000180f-0000-1000-8000-00805f9b34fb", "nonsense" }),
            ["ManufacturerData"] = new Dict<ushort, VariantValue> { [0xFFFF] = VariantValue.Array(new byte[] { 1, 2 }) }.AsVariantValue(),
            ["ServiceData"] = new Dict<string, VariantValue> { ["0000180f-0000-1000-8000-00805f9b34fb"] = VariantValue.Array(new byte[] { 90 }) }.AsVariantValue(),
        }, []);
        BleAdvertisement device = BlueZAdvertisements.Read(_tree, Sensor);
        device.Name.ShouldBe("GaitL");
        device.Services.ShouldBe([BleUuid.BatteryService]);
        device.ManufacturerData[0xFFFF].ShouldBe([1, 2]);
        device.ServiceData[BleUuid.BatteryService].ShouldBe([90]);
        BlueZAdvertisements.Same(device, BlueZAdvertisements.Read(_tree, Sensor)).ShouldBeTrue();
        BlueZAdvertisements.Same(device, device with { RssiDbm = -1 }).ShouldBeFalse();
    }

    [Theory]
    [InlineData("c0:00:00:00:00:01", "C0:00:00:00:00:01")]
    [InlineData("C0-00-00-00-00-01", "C0:00:00:00:00:01")]
    [InlineData("C0:00:00:00:00:0", null)]
    [InlineData("C0:00:00:00:00:0G", null)]
    [InlineData("GaitL", null)]
    public void NormalizeAddress_AnySpelling_IsBlueZs(string text, string? expected) => BlueZNames.NormalizeAddress(text).ShouldBe(expected);

    [Fact]
    public void AdapterName_OfPaths_IsOnlyOfAdapters()
    {
        BlueZNames.AdapterName(Hci0).ShouldBe("hci0");
        BlueZNames.AdapterName(Sensor).ShouldBeNull();
        BlueZNames.DevicePath("hci0", "C0:00:00:00:00:01").ShouldBe(Sensor);
    }

    internal static Dictionary<string, Dictionary<string, VariantValue>> Interfaces(string contract, params (string Key, VariantValue Value)[] properties) =>
        new(StringComparer.Ordinal) { [contract] = properties.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal) };
}
