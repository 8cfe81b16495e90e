using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using GaitSense.Core;
using GaitSense.Protocol;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>
/// Chromium's own emulation of a Bluetooth adapter (DevTools domain BluetoothEmulation, of the browser's session), with two shoes in reach. The emulation has no notification that nobody asked for;
/// but a read that ends raises <c>characteristicvaluechanged</c> as a notification does, so a script in the page (Double/notify.js) keeps one read open, and it is answered when there is something to
/// notify. All else is the page's own code and the browser's Web Bluetooth.
/// </summary>
internal sealed class EmulatedRadio : IAsyncDisposable
{
    // HCI: "connection failed to be established"; ATT: "unlikely error".
    private const int NotReached = 0x3E, Unlikely = 0x0E;
    private const string Domain = "BluetoothEmulation.", ClientConfiguration = "00002902-0000-1000-8000-00805f9b34fb";

    private readonly ICDPSession _browser;
    private readonly Lock _gate = new();
    private readonly Thread _time;
    private long _began;
    private volatile bool _isOver;

    private EmulatedRadio(ICDPSession browser, double rateHz, Func<Foot, ReadOnlyMemory<ImuSample>> samples)
    {
        _browser = browser;
        Shoes = [.. BothFeet.InOrder.Select(f => new EmulatedShoe(f, samples(f), rateHz, Answer))];
        _time = new Thread(Pass) { IsBackground = true, Name = "emulated shoes" };
    }

    /// <summary>Left and right.</summary>
    public EmulatedShoe[] Shoes { get; }

    public EmulatedShoe this[Foot foot] => Shoes[(int)foot];

    /// <summary>What the browser refused to emulate.</summary>
    public ConcurrentQueue<string> Refused { get; } = [];

    /// <summary>What happened last, for who looks for a fault: operations of the browser, and answers that were not samples.</summary>
    public ConcurrentQueue<string> Trace { get; } = [];

    /// <summary>Time since the first connection, s; 0 before it.</summary>
    public double NowS => _began == 0 ? 0 : Stopwatch.GetElapsedTime(_began).TotalSeconds;

    /// <summary>An adapter that is switched on, and shoes that play a walk from the first connection on.</summary>
    public static async Task<EmulatedRadio> StartAsync(IBrowser browser, double rateHz, Func<Foot, ReadOnlyMemory<ImuSample>> samples)
    {
        ICDPSession session = await browser.NewBrowserCDPSessionAsync();
        var radio = new EmulatedRadio(session, rateHz, samples);
        session.Event(Domain + "gattOperationReceived").OnEvent += (_, e) => radio.Gatt(e!.Value);
        session.Event(Domain + "characteristicOperationReceived").OnEvent += (_, e) => radio.Operation(e!.Value);
        await radio.SendAsync("enable", ("state", "powered-on"), ("leSupported", true));
        foreach (EmulatedShoe shoe in radio.Shoes) await radio.AddAsync(shoe);
        radio._time.Start();
        return radio;
    }

    /// <summary>"absent", "powered-off" or "powered-on".</summary>
    public Task SwitchAsync(string state) => SendAsync("setSimulatedCentralState", ("state", state));

    /// <summary>Changes a shoe while nothing else does.</summary>
    public void Change(Action act)
    {
        lock (_gate) act();
    }

    /// <summary>The link to a shoe is gone, and it cannot be reached.</summary>
    public async Task DropAsync(EmulatedShoe shoe)
    {
        string[] open;
        lock (_gate)
        {
            shoe.IsInReach = false;
            open = OpenReads(shoe);
            shoe.Forget();
        }

        await FailAsync(open); // with a read that is open, the next is never answered
        await SendAsync("simulateGATTDisconnection", ("address", shoe.Address));
        lock (_gate)
        {
            shoe.Services.Clear(); // the browser forgets them with the link
            shoe.Characteristics.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isOver = true;
        if (_time.IsAlive) await Task.Run(_time.Join);
    }

    private static string[] OpenReads(EmulatedShoe shoe) => [.. shoe.Characteristics.Where(c => shoe.OpenReads.Contains(c.Value)).Select(c => c.Key)];

    private async Task FailAsync(string[] reads)
    {
        foreach (string id in reads) await SendAsync("simulateCharacteristicOperationResponse", ("characteristicId", id), ("type", "read"), ("code", Unlikely));
    }

    private async Task AddAsync(EmulatedShoe shoe)
    {
        var maker = new Dictionary<string, object>(StringComparer.Ordinal) { ["key"] = 0xFFFF, ["data"] = Convert.ToBase64String([0x47, 0x53, 0x10, (byte)(shoe.Foot + 1), 90, 0]) };
        await SendAsync("simulatePreconnectedPeripheral", ("address", shoe.Address), ("name", $"GS {shoe.Foot}"), ("manufacturerData", new[] { maker }), ("knownServiceUuids", new[] { Name(GaitSenseUuid.Service) }));
        await DefineAsync(shoe);
    }

    private async Task DefineAsync(EmulatedShoe shoe)
    {
        string service = await ServiceAsync(shoe, GaitSenseUuid.Service), battery = await ServiceAsync(shoe, StandardBattery.Service);
        await CharacteristicAsync(shoe, service, GaitSenseUuid.SampleStream, "read", "notify");
        await CharacteristicAsync(shoe, service, GaitSenseUuid.ControlPoint, "read", "write", "writeWithoutResponse", "notify");
        await CharacteristicAsync(shoe, service, GaitSenseUuid.StreamInfo, "read", "notify");
        await CharacteristicAsync(shoe, service, GaitSenseUuid.Status, "read", "notify");
        await CharacteristicAsync(shoe, service, GaitSenseUuid.Motor, "write", "writeWithoutResponse");
        await CharacteristicAsync(shoe, battery, StandardBattery.Level, "read");
    }

    private async Task<string> ServiceAsync(EmulatedShoe shoe, Guid uuid)
    {
        string id = (await SendAsync("addService", ("address", shoe.Address), ("serviceUuid", Name(uuid)))).GetProperty("serviceId").GetString()!;
        lock (_gate) shoe.Services.Add(id);
        return id;
    }

    private async Task CharacteristicAsync(EmulatedShoe shoe, string service, Guid uuid, params string[] properties)
    {
        Dictionary<string, bool> can = properties.ToDictionary(p => p, _ => true, StringComparer.Ordinal);
        string id = (await SendAsync("addCharacteristic", ("serviceId", service), ("characteristicUuid", Name(uuid)), ("properties", can))).GetProperty("characteristicId").GetString()!;
        lock (_gate) shoe.Characteristics[id] = uuid;
        // Without it notifications are "not supported".
        if (can.ContainsKey("notify")) await SendAsync("addDescriptor", ("characteristicId", id), ("descriptorUuid", ClientConfiguration));
    }

    private void Gatt(JsonElement e)
    {
        string address = e.GetProperty("address").GetString()!, type = e.GetProperty("type").GetString()!;
        if (Array.Find(Shoes, s => string.Equals(s.Address, address, StringComparison.OrdinalIgnoreCase)) is not { } shoe) return;
        Note(shoe, type);
        bool isConnection = string.Equals(type, "connection", StringComparison.Ordinal);
        _ = AnswerGattAsync(shoe, address, type, isConnection);
    }

    private async Task AnswerGattAsync(EmulatedShoe shoe, string address, string type, bool isConnection)
    {
        try
        {
            bool reached = shoe.IsInReach;
            if (isConnection && reached) await BeginLinkAsync(shoe);
            await SendAsync("simulateGATTOperationResponse", ("address", address), ("type", type), ("code", reached ? 0 : NotReached));
        }
        catch (PlaywrightException e)
        {
            Refused.Enqueue(e.Message);
        }
    }

    // The page's own disconnecting is not told here: its services stay, and reads that were open then are ended now.
    private async Task BeginLinkAsync(EmulatedShoe shoe)
    {
        bool isDefined;
        string[] open;
        lock (_gate)
        {
            open = OpenReads(shoe);
            isDefined = shoe.Services.Count > 0;
            shoe.Connected();
            if (_began == 0) _began = Stopwatch.GetTimestamp();
        }

        foreach (string id in open) await TryAsync("simulateCharacteristicOperationResponse", ("characteristicId", id), ("type", "read"), ("code", Unlikely));
        if (!isDefined) await DefineAsync(shoe);
    }

    private void Operation(JsonElement e)
    {
        string id = e.GetProperty("characteristicId").GetString()!, type = e.GetProperty("type").GetString()!;
        lock (_gate)
        {
            if (Array.Find(Shoes, s => s.Characteristics.ContainsKey(id)) is not { } shoe)
            {
                Note(Shoes[0], $"{type} of {id}, which is no more");
                return;
            }

            // What was on its way when the link went must be ended too: with a read that is open, the end of the link is never answered.
            if (!shoe.IsInReach)
            {
                _ = TryAsync("simulateCharacteristicOperationResponse", ("characteristicId", id), ("type", type), ("code", Unlikely));
                return;
            }

            Guid uuid = shoe.Characteristics[id];
            if (uuid != GaitSenseUuid.SampleStream && (shoe.Foot == Foot.Left || uuid != GaitSenseUuid.ControlPoint)) Note(shoe, $"{type} {Short(uuid)}");
            if (string.Equals(type, "read", StringComparison.Ordinal))
            {
                shoe.ReadOpened(uuid, NowS);
                return;
            }

            _ = TryAsync("simulateCharacteristicOperationResponse", ("characteristicId", id), ("type", type), ("code", 0));
            if (string.Equals(type, "write", StringComparison.Ordinal)) shoe.Written(uuid, Convert.FromBase64String(e.GetProperty("data").GetString()!), NowS);
        }
    }

    private void Answer(EmulatedShoe shoe, Guid characteristic, byte[] value)
    {
        string id = shoe.Characteristics.First(c => c.Value == characteristic).Key;
        if (characteristic != GaitSenseUuid.SampleStream && (shoe.Foot == Foot.Left || characteristic != GaitSenseUuid.ControlPoint)) Note(shoe, $"answered {Short(characteristic)}, {value.Length} bytes");
        _ = TryAsync("simulateCharacteristicOperationResponse", ("characteristicId", id), ("type", "read"), ("code", 0), ("data", Convert.ToBase64String(value)));
    }

    private static string Short(Guid uuid) => uuid.ToString()[4..8];

    private void Note(EmulatedShoe shoe, string what)
    {
        Trace.Enqueue(FormattableString.Invariant($"{NowS:0.00} {shoe.Foot} {what}"));
        while (Trace.Count > 60) Trace.TryDequeue(out _);
    }

    private void Pass()
    {
        while (!_isOver)
        {
            lock (_gate)
            {
                foreach (EmulatedShoe shoe in Shoes)
                    if (_began != 0) shoe.Advance(NowS);
            }

            Thread.Sleep(2);
        }
    }

    // Where a link ends meanwhile, the browser knows nothing of what is answered any more.
    private async Task TryAsync(string method, params (string Name, object Value)[] arguments)
    {
        try
        {
            await SendAsync(method, arguments);
        }
        catch (PlaywrightException e)
        {
            Refused.Enqueue($"{method}: {e.Message}");
        }
    }

    private async Task<JsonElement> SendAsync(string method, params (string Name, object Value)[] arguments) =>
        await _browser.SendAsync(Domain + method, arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal)) ?? default;

    private static string Name(Guid uuid) => uuid.ToString();
}
