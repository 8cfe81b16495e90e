namespace GaitSense.Devices.Linux.Tests;

public sealed class BlueZHealthTests : IDisposable
{
    private readonly BlueZTree _tree = new() { HasOwner = true };
    private readonly TestFolder _kernel = new();

    public void Dispose() => _kernel.Dispose();

    [Fact]
    public void Problem_NoBluetoothd_ServiceAbsent()
    {
        _tree.Clear();
        Failure("hci0").ShouldBe(BleFailure.ServiceAbsent);
    }

    [Fact]
    public void Problem_NoAdapter_NoAdapter() => Failure(null).ShouldBe(BleFailure.NoAdapter);

    [Fact]
    public void Problem_AnotherAdapter_NamesWhatThereIs()
    {
        Add("hci1", powered: true);
        BlueZHealth.Problem(_tree, "hci0", _kernel.Path)!.Message.ShouldContain("hci1");
        Failure(null).ShouldBeNull(); // the first will do
    }

    [Fact]
    public void Problem_Powered_None()
    {
        Add("hci0", powered: true);
        Failure("hci0").ShouldBeNull();
    }

    [Fact]
    public void Problem_NotPowered_AdapterOff()
    {
        Add("hci0", powered: false);
        Failure("hci0").ShouldBe(BleFailure.AdapterOff);
    }

    [Theory, InlineData("soft"), InlineData("hard")]
    public void Problem_NotPoweredAndBlockedByTheKernel_AdapterBlocked(string kind)
    {
        Add("hci0", powered: false);
        string block = Directory.CreateDirectory(_kernel["hci0", "rfkill3"]).FullName;
        File.WriteAllText(Path.Combine(block, kind), "1\n");
        Failure("hci0").ShouldBe(BleFailure.AdapterBlocked);
        File.WriteAllText(Path.Combine(block, kind), "0\n");
        Failure("hci0").ShouldBe(BleFailure.AdapterOff);
    }

    private BleFailure? Failure(string? adapter) => BlueZHealth.Problem(_tree, adapter, _kernel.Path)?.Failure;

    private void Add(string name, bool powered) =>
        _tree.Add(BlueZNames.AdapterPath(name), BlueZTreeTests.Interfaces(BlueZNames.Adapter, ("Powered", powered)));
}
