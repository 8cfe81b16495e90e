using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;
using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux.Tests;

/// <summary>Calls, descriptors and signals over a real bus, and what is said when it fails.</summary>
public sealed class BusTests : IDisposable
{
    private readonly PrivateBus _bus = new();

    public void Dispose() => _bus.Dispose();

    [Fact]
    public async Task Open_NoBusNoOwnerThenBoth_IsNamedAndComesBack()
    {
        using var client = new BlueZClient(_bus.Address);
        _bus.Stop();
        (await Should.ThrowAsync<BleException>(() => client.OpenAsync(TestContext.Current.CancellationToken))).Failure.ShouldBe(BleFailure.ServiceAbsent);
        _bus.Start();
        await client.OpenAsync(TestContext.Current.CancellationToken);
        client.Read(t => t.HasOwner).ShouldBeFalse();
        using (FakeBlueZ bluetoothd = await FakeBlueZ.StartAsync(_bus.Address))
        {
            await client.UntilAsync(t => t.Has(FakeBlueZ.Adapter, BlueZNames.Adapter), TimeSpan.FromSeconds(20), "test", TestContext.Current.CancellationToken);
            _bus.Stop();
            await client.UntilAsync(t => !t.HasOwner && !t.Has(FakeBlueZ.Adapter, BlueZNames.Adapter), TimeSpan.FromSeconds(20), "test", TestContext.Current.CancellationToken);
        }

        _bus.Start();
        using FakeBlueZ again = await FakeBlueZ.StartAsync(_bus.Address);
        await client.OpenAsync(TestContext.Current.CancellationToken);
        client.Read(t => t.Has(FakeBlueZ.Adapter, BlueZNames.Adapter)).ShouldBeTrue();
    }

    [Fact]
    public async Task Call_ErrorSilenceCancelAndEnd_AreWhatTheyAre()
    {
        using FakeBlueZ bluetoothd = await FakeBlueZ.StartAsync(_bus.Address);
        using var client = new BlueZClient(_bus.Address);
        await client.OpenAsync(TestContext.Current.CancellationToken);
        bluetoothd.Answer = call =>
        {
            if (call.Request.MemberAsString is "Refuse") call.ReplyError("org.bluez.Error.NotReady", "Resource Not Ready");
            else call.DisposesAsynchronously = true; // never
            return true;
        };
        BusException refused = await Should.ThrowAsync<BusException>(() => client.CallAsync(Call("Refuse"), TestContext.Current.CancellationToken));
        (refused.Name, refused.Message).ShouldBe(("org.bluez.Error.NotReady", "Resource Not Ready"));
        BusException silent = await Should.ThrowAsync<BusException>(() => client.CallAsync(Call("Wait") with { Timeout = TimeSpan.FromMilliseconds(50) }, TestContext.Current.CancellationToken));
        BlueZErrors.Classify(silent, BleFailure.NoAdapter).ShouldBe(BleFailure.Timeout);
        using var stop = new CancellationTokenSource(50);
        await Should.ThrowAsync<OperationCanceledException>(() => client.CallAsync(Call("Wait"), stop.Token));
        Task waiting = client.CallAsync(Call("Wait"), TestContext.Current.CancellationToken);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        _bus.Stop();
        (await Should.ThrowAsync<BusException>(() => waiting)).Name.ShouldBe(BusException.Disconnected);
    }

    [Fact]
    public async Task Call_WhoeverAwaitedItMayBlock_TheBusIsReadOn()
    {
        using FakeBlueZ bluetoothd = await FakeBlueZ.StartAsync(_bus.Address);
        using var client = new BlueZClient(_bus.Address);
        await client.OpenAsync(TestContext.Current.CancellationToken);
        (await CallAndBlockAsync(client)).ShouldBeTrue();
    }

    [Fact]
    public async Task Signals_OfOtherContent_AreAsIfTheyHadNotCome()
    {
        using FakeBlueZ bluetoothd = await FakeBlueZ.StartAsync(_bus.Address);
        using var client = new BlueZClient(_bus.Address);
        await client.OpenAsync(TestContext.Current.CancellationToken);
        bluetoothd.Signal("/", BlueZNames.ObjectManager, "InterfacesAdded", "s", (ref MessageWriter w) => w.WriteString("nonsense"));
        bluetoothd.Signal(FakeBlueZ.Adapter, BlueZNames.Properties, "PropertiesChanged", "u", (ref MessageWriter w) => w.WriteUInt32(7));
        bluetoothd.AddSensor();
        await client.UntilAsync(t => t.Has(FakeBlueZ.Characteristic, BlueZNames.GattCharacteristic), TimeSpan.FromSeconds(20), "test", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Acquire_ASocket_BringsPacketsAndItsEndEndsTheLink()
    {
        using FakeBlueZ bluetoothd = await FakeBlueZ.StartAsync(_bus.Address);
        bluetoothd.AddSensor();
        int ours = -1;
        bluetoothd.Answer = call =>
        {
            if (call.Request.MemberAsString is not "AcquireNotify") return false;
            Libc.TryCreatePair(out ours, out int theirs).ShouldBeTrue();
            MessageWriter writer = call.CreateReplyWriter("hq");
            writer.WriteHandle(new SafeFileHandle(theirs, ownsHandle: true));
            writer.WriteUInt16(247);
            call.Reply(writer.CreateMessage());
            return true;
        };
        using var client = new BlueZClient(_bus.Address);
        await using IBleLink link = await LinkAsync(client);
        var received = new TaskCompletionSource<byte[]>();
        await link.SubscribeAsync(FakeBlueZ.Service, FakeBlueZ.Value, (value, _) => received.TrySetResult(value.ToArray()), TestContext.Current.CancellationToken);
        link.Mtu.ShouldBe(247);
        using (var socket = new Socket(new SafeSocketHandle(ours, ownsHandle: true)))
        {
            socket.Send([1, 2, 3]);
            (await received.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).ShouldBe([1, 2, 3]);
        }

        (await link.Disconnected.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).Failure.ShouldBe(BleFailure.ConnectionLost);
    }

    [Fact]
    public async Task Subscribe_AcquireRefused_ValuesComeAsSignalsInOrder()
    {
        using FakeBlueZ bluetoothd = await FakeBlueZ.StartAsync(_bus.Address);
        bluetoothd.AddSensor();
        bluetoothd.Answer = call =>
        {
            if (call.Request.MemberAsString is not "AcquireNotify") return false;
            call.ReplyError("org.bluez.Error.NotSupported", "Operation is not supported");
            return true;
        };
        using var client = new BlueZClient(_bus.Address);
        await using IBleLink link = await LinkAsync(client);
        List<int> received = [];
        var all = new TaskCompletionSource();
        await link.SubscribeAsync(FakeBlueZ.Service, FakeBlueZ.Value, Take, TestContext.Current.CancellationToken);
        for (int i = 0; i < 500; i++) bluetoothd.Change(FakeBlueZ.Characteristic, "Value", VariantValue.Array(BitConverter.GetBytes(i)));
        await all.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        received.ShouldBe(Enumerable.Range(0, 500));

        void Take(ReadOnlySpan<byte> value, long hostTimestamp)
        {
            if (received.Count == 500) throw new InvalidOperationException("enough");
            received.Add(BitConverter.ToInt32(value));
            if (received.Count == 500) all.SetResult();
        }

        // A handler that throws ends its link and nothing else.
        bluetoothd.Change(FakeBlueZ.Characteristic, "Value", VariantValue.Array(BitConverter.GetBytes(0)));
        BleException why = await link.Disconnected.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        (why.Failure, why.InnerException?.Message).ShouldBe((BleFailure.Failed, "enough"));
        client.Read(t => t.HasOwner).ShouldBeTrue();
    }

    [Fact]
    public async Task Write_AndRead_CarryTheirBytes()
    {
        using FakeBlueZ bluetoothd = await FakeBlueZ.StartAsync(_bus.Address);
        bluetoothd.AddSensor();
        List<string> written = [];
        bluetoothd.Answer = call =>
        {
            Reader reader = call.Request.GetBodyReader();
            if (call.Request.MemberAsString is "WriteValue") written.Add($"{Convert.ToHexString(reader.ReadArrayOfByte())} {reader.ReadDictionaryOfStringToVariantValue()["type"].GetString()}");
            if (call.Request.MemberAsString is not "ReadValue") return false;
            MessageWriter writer = call.CreateReplyWriter("ay");
            writer.WriteArray(new byte[] { 9, 8, 7 });
            call.Reply(writer.CreateMessage());
            return true;
        };
        using var client = new BlueZClient(_bus.Address);
        await using IBleLink link = await LinkAsync(client);
        await link.WriteAsync(FakeBlueZ.Service, FakeBlueZ.Value, new byte[] { 1, 2 }, withResponse: true, TestContext.Current.CancellationToken);
        await link.WriteAsync(FakeBlueZ.Service, FakeBlueZ.Value, ReadOnlyMemory<byte>.Empty, withResponse: false, TestContext.Current.CancellationToken);
        written.ShouldBe(["0102 request", " command"]);
        (await link.ReadAsync(FakeBlueZ.Service, FakeBlueZ.Value, TestContext.Current.CancellationToken)).ShouldBe([9, 8, 7]);
    }

    // As a careless caller does, and outside the context of the test, which would take the continuation to a thread of its own.
    private static async Task<bool> CallAndBlockAsync(BlueZClient client)
    {
        await client.CallAsync(Call("Connect"), CancellationToken.None).ConfigureAwait(false);
        return Task.WaitAll([client.CallAsync(Call("Connect"), CancellationToken.None)], TimeSpan.FromSeconds(20));
    }

    private static BusCall Call(string member) => new(FakeBlueZ.Adapter, BlueZNames.Adapter, member);

    private static async Task<IBleLink> LinkAsync(BlueZClient client)
    {
        await client.OpenAsync(TestContext.Current.CancellationToken);
        return new BlueZLink(client, "hci0", FakeBlueZ.Device, "C0:00:00:00:00:01", "GaitL");
    }
}
