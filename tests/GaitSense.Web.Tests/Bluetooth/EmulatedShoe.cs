using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Simulation.Radio;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>
/// A shoe on the browser's emulated air: the project's simulated foot behind a GATT server that the browser asks. What it notifies waits until the browser has a read open (see <see cref="EmulatedRadio"/>).
/// Not thread-safe: its radio calls it within a lock.
/// </summary>
internal sealed class EmulatedShoe
{
    // A real sensor keeps so many notifications while its link is busy; here the browser may be slow.
    private const int MostWaiting = 400;

    private readonly SimulatedFoot _foot;
    private readonly Dictionary<Guid, Queue<byte[]>> _waiting = new() { [GaitSenseUuid.SampleStream] = new(), [GaitSenseUuid.ControlPoint] = new(), [GaitSenseUuid.StreamInfo] = new() };
    private readonly HashSet<Guid> _open = [];
    private readonly List<byte[]> _sent = [];
    private readonly Action<EmulatedShoe, Guid, byte[]> _answer;
    private bool _hasToldStream;

    /// <param name="foot">Which foot it says it is on.</param>
    /// <param name="samples">What it measures; time runs from the first connection to any shoe.</param>
    /// <param name="rateHz">Samples a second.</param>
    /// <param name="answer">Answers a read that is open.</param>
    public EmulatedShoe(Foot foot, ReadOnlyMemory<ImuSample> samples, double rateHz, Action<EmulatedShoe, Guid, byte[]> answer)
    {
        (Foot, Address, _answer) = (foot, foot == Foot.Left ? "09:09:09:09:09:01" : "09:09:09:09:09:02", answer);
        Firmware = new FaultyFirmware(foot, rateHz);
        _foot = new SimulatedFoot(Firmware, new SimulatedFootOptions
        {
            Samples = samples,
            Clock = new SimulatedClock { DriftRatio = foot == Foot.Left ? 30e-6 : -30e-6, OffsetS = 100 + (int)foot },
            Stream = (ulong)foot,
        });
    }

    public Foot Foot { get; }

    public string Address { get; }

    public FaultyFirmware Firmware { get; }

    /// <summary>Whether connections to it succeed. <value>The default is true.</value></summary>
    public bool IsInReach { get; set; } = true;

    /// <summary>It stays connected and says nothing any more, whatever it is asked.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>Ids of its characteristics as the browser names them, of its present services.</summary>
    public Dictionary<string, Guid> Characteristics { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of its present services.</summary>
    public List<string> Services { get; } = [];

    /// <summary>Packets of samples that were given to the browser, in order.</summary>
    public IReadOnlyList<byte[]> Sent => _sent;

    /// <summary>Connections so far.</summary>
    public int Connections { get; private set; }

    /// <summary>Notifications that found no place while the browser took none.</summary>
    public int Dropped { get; private set; }

    /// <summary>Most notifications of samples that have waited for the browser at once.</summary>
    public int LongestQueue { get; private set; }

    /// <summary>Reads that the browser has open.</summary>
    public IEnumerable<Guid> OpenReads => _open;

    /// <summary>A link to it begins: nothing of an earlier one is left.</summary>
    public void Connected()
    {
        Connections++;
        Forget();
    }

    /// <summary>The link is gone, and what was on its way with it.</summary>
    public void Forget()
    {
        _open.Clear();
        _hasToldStream = false;
        foreach (Queue<byte[]> queue in _waiting.Values) queue.Clear();
        _foot.Disconnect();
    }

    /// <summary>Time has passed: samples are taken and sent.</summary>
    public void Advance(double trueS)
    {
        _foot.Advance(trueS);
        while (_foot.TryReceive(trueS, out Guid characteristic, out ReadOnlySpan<byte> value, out _))
            if (!IsFrozen) Notify(characteristic, value.ToArray());
    }

    /// <summary>A read that is not answered before there is something to notify, the first of the stream's description excepted; of other characteristics it is answered at once.</summary>
    public void ReadOpened(Guid characteristic, double trueS)
    {
        // A page that disconnects and connects again is all one link to the emulation: a second read beside one that is open tells that the first one's link is over.
        if (characteristic == GaitSenseUuid.ControlPoint && _open.Contains(characteristic)) Connected();
        if (_waiting.ContainsKey(characteristic))
        {
            _open.Add(characteristic);
            if (characteristic == GaitSenseUuid.StreamInfo && !_hasToldStream && Read(characteristic, trueS) is { } info)
            {
                _hasToldStream = true;
                Notify(characteristic, info);
            }
            else
            {
                Pump(characteristic);
            }
        }
        else
        {
            _answer(this, characteristic, Read(characteristic, trueS) ?? []);
        }
    }

    public void Written(Guid characteristic, byte[] value, double trueS)
    {
        if (!IsFrozen) _foot.Write(characteristic, value, trueS);
    }

    private byte[]? Read(Guid characteristic, double trueS) =>
        characteristic == StandardBattery.Level ? [Firmware.BatteryPercent] : Firmware.Read(characteristic, _foot.DeviceUs(trueS));

    private void Notify(Guid characteristic, byte[] value)
    {
        if (!_waiting.TryGetValue(characteristic, out Queue<byte[]>? queue)) return;
        if (queue.Count == MostWaiting) Dropped++;
        else queue.Enqueue(value);
        if (characteristic == GaitSenseUuid.SampleStream) LongestQueue = Math.Max(LongestQueue, queue.Count);
        Pump(characteristic);
    }

    private void Pump(Guid characteristic)
    {
        if (!_open.Contains(characteristic) || !_waiting[characteristic].TryDequeue(out byte[]? value)) return;
        _open.Remove(characteristic);
        if (characteristic == GaitSenseUuid.SampleStream) _sent.Add(value);
        _answer(this, characteristic, value);
    }
}
