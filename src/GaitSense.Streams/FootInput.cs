using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Streams;

/// <summary>
/// One foot's sensor without its radio: its connections as dialogues of its <see cref="SensorProfile"/>, its notifications taken apart, its packets made a stream. All
/// that can happen is a call here and is reported to <see cref="Log"/>; the same calls in the same order give the same samples (<see cref="Apply"/>).
/// </summary>
/// <param name="foot">The foot.</param>
public sealed partial class FootInput(Foot foot)
{
    /// <summary>The channel of answers for the time that came while a connection was opened; characteristics are numbered from 1.</summary>
    public const int TimeChannel = 0;

    /// <summary>Bytes of such an answer: asked, received, sent, µs.</summary>
    public const int TimeSize = 24;

    private readonly RawReading[] _raw = new RawReading[SensorDialogue.MaxReadings];
    // A notification that waits for its turn belongs to the dialogue in which it came, which a reconnect may have ended.
    private readonly List<(SensorDialogue Dialogue, Guid Characteristic)> _channels = [];
    private SensorProfile? _profile;
    private SensorDialogue? _dialogue;
    private StreamSettings _settings;
    private uint? _epoch;
    private long _malformed;
    private int _firstChannel = 1, _opened;

    /// <summary>The foot.</summary>
    public Foot Foot => foot;

    /// <summary>Held within each call; held around several of them where nothing may come between. The radio's reader waits for it.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The recorder of this foot's inputs; null: none. Set before the first connection.</summary>
    public IInputLog? Log { get; set; }

    /// <summary>The dialogue of the latest connection.</summary>
    /// <exception cref="InvalidOperationException">Nothing was opened yet.</exception>
    public SensorDialogue Dialogue => _dialogue ?? throw new InvalidOperationException("Nothing was opened.");

    /// <summary>What the sensor's stream is like; null before it was connected.</summary>
    public SensorKind? Kind { get; private set; }

    /// <summary>What the sensor's clock shows at a host time; null before the first <see cref="Begin"/>. May be asked from any thread.</summary>
    public DeviceLine? Line => Stream?.Line;

    /// <summary>The samples; there from the first <see cref="Begin"/> on. Its owner is the thread that takes notifications.</summary>
    internal FootStream? Stream { get; private set; }

    /// <summary>How the link was, as far as its notifications tell. May be read from any thread; numbers are a packet apart at most.</summary>
    public LinkQuality Quality => new()
    {
        Foot = foot,
        Received = Stream?.Received ?? 0,
        Lost = Stream?.Lost ?? 0,
        Duplicates = Stream?.Duplicates ?? 0,
        Reordered = Stream?.Reordered ?? 0,
        Late = Stream?.Late ?? 0,
        Malformed = Volatile.Read(ref _malformed),
        Dropped = 0,
        Clipped = Stream?.Clipped ?? 0,
        Reconnects = Math.Max(0, _opened - 1),
        Restarts = Stream?.Restarts ?? 0,
        JitterMedianS = Stream?.Jitter.At(0.5),
        JitterP99S = Stream?.Jitter.At(0.99),
        RssiDbm = null,
        BatteryPercent = _dialogue?.BatteryPercent,
        ClockUncertaintyS = Stream is { UncertaintyS: var u } && double.IsFinite(u) ? u : null,
        AskedRateHz = Kind is { } kind ? 1 / kind.PeriodS : null,
        MeasuredRateHz = Stream?.MeasuredRateHz,
    };

    /// <summary>A connection begins.</summary>
    /// <param name="profile">The sensor's kind.</param>
    /// <param name="settings">What is asked for.</param>
    /// <param name="forgetChannels">Whether no notification of an earlier connection waits any more.</param>
    /// <param name="now">Host time.</param>
    public void Open(SensorProfile profile, StreamSettings settings, bool forgetChannels, HostTime now)
    {
        ArgumentNullException.ThrowIfNull(profile);
        lock (Gate)
        {
            LogOpened(profile, settings, now);
            if (_profile != profile) (_profile, _epoch, forgetChannels) = (profile, null, true);
            (_settings, _dialogue) = (settings, profile.Open(settings));
            _opened++;
            if (!forgetChannels) return;
            _firstChannel += _channels.Count;
            _channels.Clear();
        }
    }

    /// <summary>What is to be done now.</summary>
    /// <param name="now">Host time.</param>
    public SensorStep NextStep(HostTime now)
    {
        lock (Gate)
        {
            Report(SensorInput.Stepped, now);
            return Dialogue.NextStep();
        }
    }

    /// <summary>A value was read.</summary>
    /// <param name="value">It.</param>
    /// <param name="now">Host time.</param>
    public void OnRead(ReadOnlySpan<byte> value, HostTime now)
    {
        lock (Gate)
        {
            Report(SensorInput.Read, now, 0, value);
            Dialogue.OnRead(value);
        }
    }

    /// <summary>What was waited for did not come.</summary>
    /// <param name="now">Host time.</param>
    public void OnTimeout(HostTime now)
    {
        lock (Gate)
        {
            Report(SensorInput.TimedOut, now);
            Dialogue.OnTimeout();
        }
    }

    /// <summary>Asks for the sensor's time.</summary>
    /// <param name="now">Host time.</param>
    /// <param name="write">What to write at once.</param>
    /// <returns>False where the sensor cannot tell, or is not ready.</returns>
    public bool TryAskTime(HostTime now, out SensorStep write)
    {
        lock (Gate)
        {
            Report(SensorInput.TimeAsked, now);
            return Dialogue.TryAskTime((ulong)now.Microseconds, out write);
        }
    }

    /// <summary>Begins to end the stream.</summary>
    /// <param name="now">Host time.</param>
    public void BeginStop(HostTime now)
    {
        lock (Gate)
        {
            Report(SensorInput.StopBegun, now);
            Dialogue.BeginStop();
        }
    }

    /// <summary>A characteristic of the latest connection is subscribed.</summary>
    /// <param name="characteristic">Which.</param>
    /// <param name="now">Host time.</param>
    /// <returns>Its channel.</returns>
    public int Subscribe(Guid characteristic, HostTime now)
    {
        lock (Gate)
        {
            int channel = _firstChannel + _channels.Count;
            Span<byte> value = stackalloc byte[16];
            characteristic.TryWriteBytes(value, bigEndian: true, out _);
            Report(SensorInput.Subscribed, now, channel, value);
            _channels.Add((Dialogue, characteristic));
            return channel;
        }
    }

    /// <summary>A notification that comes while the connection is opened.</summary>
    /// <param name="channel">Its channel.</param>
    /// <param name="value">Its bytes.</param>
    /// <param name="arrival">When it arrived.</param>
    /// <param name="time">Receives what belongs to <see cref="TimeChannel"/>, where it is an answer for the time; <see cref="TimeSize"/> bytes.</param>
    /// <returns>Whether it is.</returns>
    public bool Receive(int channel, ReadOnlySpan<byte> value, HostTime arrival, Span<byte> time)
    {
        lock (Gate)
        {
            Report(SensorInput.Heard, arrival, channel, value);
            if (!TryFind(channel, out SensorDialogue? dialogue, out Guid characteristic)) return false;
            dialogue.Decode(characteristic, value, _raw, out _);
            if (!dialogue.TryTakeTime(out ulong asked, out TimeAnswer answer)) return false;
            BinaryPrimitives.WriteUInt64LittleEndian(time, asked);
            BinaryPrimitives.WriteUInt64LittleEndian(time[8..], answer.ReceivedUs);
            BinaryPrimitives.WriteUInt64LittleEndian(time[16..], answer.SentUs);
            return true;
        }
    }

    /// <summary>The connection is open: samples may come.</summary>
    /// <param name="now">Host time.</param>
    /// <returns>What the stream is like.</returns>
    public SensorKind Begin(HostTime now)
    {
        lock (Gate)
        {
            Report(SensorInput.Ready, now);
            SensorLimits limits = _profile!.Limits;
            StreamDescription? stream = Dialogue.Stream;
            Kind = new SensorKind(
                _profile.Name,
                stream?.PeriodS ?? 1.0 / _settings.RateHz,
                limits.HasTimestamp ? ClockClass.Timestamps : ClockClass.CountedSamples,
                stream?.TimestampBits ?? 0,
                stream?.TimestampHz ?? 1e6,
                limits.HasCounter ? stream?.CounterBits ?? 0 : 0,
                limits.HasClockExchange);
            Stream ??= FootStream.Of(Kind);
            return Kind;
        }
    }

    /// <summary>A notification's turn: takes it apart, and its samples into the stream. Allocates nothing for samples.</summary>
    /// <param name="channel">Its channel.</param>
    /// <param name="value">Its bytes.</param>
    /// <param name="arrival">When it arrived.</param>
    /// <returns>What it turned out to be.</returns>
    /// <exception cref="InvalidOperationException">There was no <see cref="Begin"/> yet.</exception>
    public SensorMessage Take(int channel, ReadOnlySpan<byte> value, HostTime arrival)
    {
        if (Stream is not { } stream) throw new InvalidOperationException("No connection was opened yet.");
        lock (Gate)
        {
            Report(SensorInput.Taken, arrival, channel, value);
            SensorMessage message = channel == TimeChannel ? TakeTime(stream, value, arrival)
                : TryFind(channel, out SensorDialogue? dialogue, out Guid characteristic) ? Take(stream, dialogue, characteristic, value, arrival)
                : SensorMessage.Malformed;
            if (message == SensorMessage.Malformed) Volatile.Write(ref _malformed, _malformed + 1);
            return message;
        }
    }

    /// <summary>Whether a channel is of the latest connection.</summary>
    /// <param name="channel">The channel.</param>
    public bool IsCurrent(int channel)
    {
        lock (Gate) return TryFind(channel, out SensorDialogue? dialogue, out _) && dialogue == _dialogue;
    }

    private SensorMessage Take(FootStream stream, SensorDialogue dialogue, Guid characteristic, ReadOnlySpan<byte> value, HostTime arrival)
    {
        OperationStatus status = dialogue.Decode(characteristic, value, _raw, out int count);
        if (count > 0)
        {
            StreamDescription description = dialogue.Stream!;
            bool hasRestarted = _epoch is { } before && description.Epoch is { } now && before != now;
            _epoch = description.Epoch;
            stream.Push(description, _raw.AsSpan(0, count), hasRestarted, arrival);
            return SensorMessage.Samples;
        }

        if (!dialogue.TryTakeTime(out ulong asked, out TimeAnswer answer)) return status == OperationStatus.Done ? SensorMessage.Other : SensorMessage.Malformed;
        stream.Push(new ClockExchange(new HostTime((long)asked), new DeviceTime((long)answer.ReceivedUs), new DeviceTime((long)answer.SentUs), arrival));
        return SensorMessage.Time;
    }

    private static SensorMessage TakeTime(FootStream stream, ReadOnlySpan<byte> value, HostTime arrival)
    {
        if (value.Length != TimeSize) return SensorMessage.Malformed;
        stream.Push(new ClockExchange(
            new HostTime(BinaryPrimitives.ReadInt64LittleEndian(value)),
            new DeviceTime(BinaryPrimitives.ReadInt64LittleEndian(value[8..])),
            new DeviceTime(BinaryPrimitives.ReadInt64LittleEndian(value[16..])),
            arrival));
        return SensorMessage.Time;
    }

    private bool TryFind(int channel, [NotNullWhen(true)] out SensorDialogue? dialogue, out Guid characteristic)
    {
        int at = channel - _firstChannel;
        bool found = at >= 0 && at < _channels.Count;
        (dialogue, characteristic) = found ? _channels[at] : (null, Guid.Empty);
        return found;
    }

    private void Report(SensorInput input, HostTime time, int number = 0, ReadOnlySpan<byte> value = default) => Log?.OnInput(foot, input, time, number, value);
}
