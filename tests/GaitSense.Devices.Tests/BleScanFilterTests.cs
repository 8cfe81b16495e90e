namespace GaitSense.Devices.Tests;

public sealed class BleScanFilterTests
{
    private static readonly Guid Stream = BleUuid.FromShort(0xFE59);

    [Fact]
    public void Matches_EmptyFilter_TakesEverything() => BleScanFilter.Everything.Matches(Device(name: null)).ShouldBeTrue();

    [Theory]
    [InlineData("Movella DOT", true)]
    [InlineData("movella dot", true)]
    [InlineData("Headphones", false)]
    [InlineData(null, false)]
    public void Matches_NamePrefix_IgnoresCase(string? name, bool expected) =>
        new BleScanFilter { NamePrefixes = ["Movella"] }.Matches(Device(name)).ShouldBe(expected);

    [Fact]
    public void Matches_ServiceOrName_EitherIsEnough()
    {
        var filter = new BleScanFilter { Services = [Stream], NamePrefixes = ["WT901"] };
        filter.Matches(Device("x", Stream)).ShouldBeTrue();
        filter.Matches(Device("WT901BLE")).ShouldBeTrue();
        filter.Matches(Device("x", BleUuid.BatteryService)).ShouldBeFalse();
    }

    [Fact]
    public void Matches_ManufacturerData_IsEnoughWhereItsOwnerGaveItAnotherName()
    {
        var filter = new BleScanFilter { NamePrefixes = ["Movella"], Companies = [0x0886] };
        filter.Matches(Device("left shoe of room 4") with { ManufacturerData = new Dictionary<ushort, byte[]> { [0x0886] = [] } }).ShouldBeTrue();
        filter.Matches(Device("phone") with { ManufacturerData = new Dictionary<ushort, byte[]> { [0x004C] = [] } }).ShouldBeFalse();
        new BleScanFilter { Companies = [0x0886] }.Matches(Device("phone")).ShouldBeFalse();
    }

    [Fact]
    public void FromShort_BatteryService_IsTheSigsIdentifier() =>
        BleUuid.BatteryService.ShouldBe(Guid.Parse("0000180f-0000-1000-8000-00805f9b34fb"));

    private static BleAdvertisement Device(string? name, params Guid[] services) => new() { DeviceId = "C0:00:00:00:00:01", Name = name, Services = services };
}
