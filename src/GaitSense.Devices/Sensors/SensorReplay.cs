using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>
/// One foot's sensor once more, from what a <see cref="SensorLog"/> was told: the same inputs in the same order give the same stream, sample for sample.
/// Whatever the bytes are, it does not throw. One thread.
/// </summary>
/// <param name="foot">The foot.</param>
/// <param name="clock">What was taken for granted of the clocks.</param>
internal sealed class SensorReplay(Foot foot, ClockAlignmentOptions clock)
{
    private readonly SensorReading[] _readings = new SensorReading[FootStream.MostReadings];
    private SensorDecoder? _decoder;
    private int _opened;

    /// <summary>The stream; there after the first <see cref="SensorInput.Ready"/>.</summary>
    public FootStream? Stream { get; private set; }

    /// <summary>How the link was, as far as its notifications tell.</summary>
    public LinkQuality Quality => new()
    {
        Foot = foot,
        Received = Stream?.Received ?? 0,
        Lost = Stream?.Lost ?? 0,
        Duplicates = Stream?.Duplicates ?? 0,
        Reordered = Stream?.Reordered ?? 0,
        Late = Stream?.Late ?? 0,
        Malformed = Malformed,
        Dropped = 0,
        Clipped = Stream?.Clipped ?? 0,
        Reconnects = Math.Max(0, _opened - 1),
        Restarts = Stream?.Restarts ?? 0,
        JitterMedianS = Stream?.Jitter.At(0.5),
        JitterP99S = Stream?.Jitter.At(0.99),
        RssiDbm = null,
        BatteryPercent = _decoder?.Session.Status is { BatteryPercent: <= 100 and var percent } ? percent : null,
        ClockUncertaintyS = Stream is { UncertaintyS: var u } && double.IsFinite(u) ? u : null,
    };

    /// <summary>What the sensor is, for people; null before it was connected.</summary>
    public string? Kind { get; private set; }

    /// <summary>How it tells the time; null before it was connected.</summary>
    public ClockClass? Clock { get; private set; }

    /// <summary>Samples a second by its own word, Hz.</summary>
    public double? RateHz { get; private set; }

    /// <summary>Notifications that made no sense.</summary>
    public long Malformed { get; private set; }

    /// <summary>Something happens again.</summary>
    /// <returns>False where it cannot have happened so: something before it is missing.</returns>
    public bool Take(SensorInput input, HostTime time, int number, ReadOnlySpan<byte> value)
    {
        if (input == SensorInput.Opened) return Open(value, time);
        if (_decoder is null) return false;
        switch (input)
        {
            case SensorInput.Stepped:
                _decoder.NextStep(time);
                return true;
            case SensorInput.Read:
                _decoder.OnRead(value, time);
                return true;
            case SensorInput.TimedOut:
                _decoder.OnTimeout(time);
                return true;
            case SensorInput.TimeAsked:
                _decoder.TryAskTime(time, out _);
                return true;
            case SensorInput.StopBegun:
                _decoder.BeginStop(time);
                return true;
            case SensorInput.Heard:
                Span<byte> answer = stackalloc byte[SensorDecoder.TimeSize];
                _decoder.Hear(number, value, time, answer);
                return true;
            case SensorInput.Subscribed when value.Length == 16:
                return _decoder.Subscribe(new Guid(value, bigEndian: true), time) == number;
            case SensorInput.Ready:
                Begin(_decoder.Begin(time));
                return true;
            case SensorInput.Taken when Stream is not null:
                SensorMessage message = _decoder.Take(number, value, time, out SensorPacket packet, _readings, out ClockExchange exchange);
                if (!Stream.Push(message, in packet, _readings, in exchange, time)) Malformed++;
                return true;
            default:
                return false;
        }
    }

    private bool Open(ReadOnlySpan<byte> value, HostTime time)
    {
        if (SensorDecoder.ReadOpened(value) is not { } opened) return false;
        if (_decoder?.Profile != opened.Profile) _decoder = new SensorDecoder(opened.Profile);
        _decoder.Open(opened.Settings, forgetChannels: false, time);
        _opened++;
        return true;
    }

    private void Begin(SensorKind kind)
    {
        Stream ??= FootStream.Of(kind, clock);
        (Kind, Clock, RateHz) = (kind.Name, kind.Clock, 1 / kind.PeriodS);
    }
}
