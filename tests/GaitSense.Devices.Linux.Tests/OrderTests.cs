namespace GaitSense.Devices.Linux.Tests;

/// <summary>
/// What bluetoothd says of its objects is taken in the order in which it was said: no signal overtakes the answer to GetManagedObjects, and the answer
/// overtakes no signal.
/// </summary>
public sealed class OrderTests : IDisposable
{
    private const string Sensor = FakeBlueZ.Adapter + "/dev_";
    private const int Objects = 12;

    private readonly PrivateBus _bus = new();

    public void Dispose() => _bus.Dispose();

    [Fact]
    public async Task Load_ChangesRightBeforeAndRightAfterTheAnswer_AreAllTakenAndNoneComesBack()
    {
        using FakeBlueZ bluetoothd = await FakeBlueZ.StartAsync(_bus.Address);
        var chance = new Random(1);
        for (int round = 0; round < 150; round++)
        {
            bluetoothd.BeforeObjects = bluetoothd.AfterObjects = () => Disturb(bluetoothd, chance, 1 + chance.Next(40));
            using var client = new BlueZClient(_bus.Address);
            await client.OpenAsync(TestContext.Current.CancellationToken);
            await AssertSameAsync(client, bluetoothd, $"round {round}");
        }
    }

    [Fact]
    public async Task Load_OwnersComingAndGoingInTheMiddleOfIt_LeaveTheLastOnesObjects()
    {
        using FakeBlueZ bluetoothd = await FakeBlueZ.StartAsync(_bus.Address);
        var chance = new Random(2);
        bluetoothd.BeforeObjects = bluetoothd.AfterObjects = () => Disturb(bluetoothd, chance, 5);
        using var client = new BlueZClient(_bus.Address);
        await client.OpenAsync(TestContext.Current.CancellationToken);
        for (int round = 0; round < 60; round++)
        {
            await bluetoothd.LoseNameAsync();
            if (chance.Next(2) == 0) await Task.Delay(chance.Next(3), TestContext.Current.CancellationToken);
            await bluetoothd.TakeNameAsync();
            if (chance.Next(3) == 0) Disturb(bluetoothd, chance, 10);
        }

        await AssertSameAsync(client, bluetoothd, "the end");
        client.Read(t => t.HasOwner).ShouldBeTrue();
    }

    [Fact]
    public async Task Refresh_ChangesRightAfterTheAnswer_LeaveTheLastValue()
    {
        using FakeBlueZ bluetoothd = await FakeBlueZ.StartAsync(_bus.Address);
        bluetoothd.AddSensor();
        using var client = new BlueZClient(_bus.Address);
        await client.OpenAsync(TestContext.Current.CancellationToken);
        for (short i = 1; i <= 100; i++)
        {
            bluetoothd.AfterObjects = () =>
            {
                bluetoothd.Change(FakeBlueZ.Device, "RSSI", (short)-i);
                bluetoothd.Change(FakeBlueZ.Adapter, "Discovering", i % 2 == 1); // the last word
            };
            await client.RefreshAsync(FakeBlueZ.Device, BlueZNames.Device, TestContext.Current.CancellationToken);
            await client.UntilAsync(t => t.IsSet(FakeBlueZ.Adapter, BlueZNames.Adapter, "Discovering") == (i % 2 == 1), TimeSpan.FromSeconds(20), "test", TestContext.Current.CancellationToken);
            await Task.Delay(3, TestContext.Current.CancellationToken); // were the answer taken late, it would be now
            client.Read(t => BlueZAdvertisements.Rssi(t, FakeBlueZ.Device)).ShouldBe(-i);
        }
    }

    private static void Disturb(FakeBlueZ bluetoothd, Random chance, int times)
    {
        for (int i = 0; i < times; i++)
        {
            string path = Sensor + chance.Next(Objects);
            switch (chance.Next(3))
            {
                case 0: bluetoothd.Add(path, BlueZNames.Device, ("Alias", chance.Next().ToString(System.Globalization.CultureInfo.InvariantCulture))); break;
                case 1: bluetoothd.Remove(path); break;
                default: bluetoothd.Change(path, "Alias", chance.Next().ToString(System.Globalization.CultureInfo.InvariantCulture)); break;
            }
        }
    }

    // A last word is an object that nothing else has said: when it is there, all before it has been taken. The first may come with the answer itself, and
    // what was said right after the answer after it; the second comes after that.
    private static async Task AssertSameAsync(BlueZClient client, FakeBlueZ bluetoothd, string when)
    {
        for (int word = 0; word < 2; word++)
        {
            string last = "/org/bluez/test/last" + Guid.NewGuid().ToString("N");
            bluetoothd.Add(last, BlueZNames.GattManager, ("Alias", "last"));
            await client.UntilAsync(t => t.IsLoaded && t.Has(last, BlueZNames.GattManager), TimeSpan.FromSeconds(20), "test", TestContext.Current.CancellationToken);
        }

        string seen = client.Read(t => string.Join('\n', new[] { BlueZNames.Adapter, BlueZNames.Device, BlueZNames.GattManager }
            .SelectMany(c => t.With(c).Select(p => $"{p} {c} {t.Get(p, c, "Alias")}")).Order(StringComparer.Ordinal)));
        seen.ShouldBe(string.Join('\n', bluetoothd.State("Alias").Split('\n').Order(StringComparer.Ordinal)), when);
    }
}
