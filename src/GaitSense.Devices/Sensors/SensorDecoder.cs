using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Devices;

/// <summary>
/// One sensor's connections as sessions of its <see cref="SensorProfile"/>, and its notifications taken apart. All that can happen to them is a call here and
/// is told to <see cref="Log"/>; the same calls in the same order give the same readings. Its caller holds <see cref="Gate"/>.
/// </summary>
internal sealed class SensorDecoder(SensorProfile profile)
{
    /// <summary>The channel of answers for the time that came while a connection was opened; characteristics are numbered from 1.</summary>
    public const int TimeChannel = 0;

    /// <summary>Bytes of such an answer: asked, received, sent, µs.</summary>
    public const int TimeSize = 24;

    private const int SettingsSize = 7;

    private readonly RawReading[] _raw = new RawReading[SensorSession.MaxReadings];
    // A notification that waits in the queue belongs to the session in which it came, which a reconnect may have ended.
    private readonly List<(SensorSession Session, Guid Characteristic)> _channels = [];
    private SensorSession? _session;
    private StreamSettings _settings;
    private uint? _epoch;
    private int _firstChannel = 1;

    /// <summary>Held by whoever calls: the one that opens a connection, a radio's reader meanwhile, the owner of the walk afterwards.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Is told what happens; null: nobody.</summary>
    public SensorLog? Log { get; set; }

    /// <summary>The sensor's kind.</summary>
    public SensorProfile Profile => profile;

    /// <summary>The session of the latest connection.</summary>
    public SensorSession Session => _session ?? throw new InvalidOperationException("Nothing was opened.");

    /// <summary>A connection begins.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="forgetChannels">Whether no notification of an earlier connection waits any more.</param>
    /// <param name="now">Host time.</param>
    public void Open(StreamSettings settings, bool forgetChannels, HostTime now)
    {
        Span<byte> value = stackalloc byte[SettingsSize + 64];
        WriteSettings(value, settings);
        Log?.Invoke(SensorInput.Opened, now, 0, value[..(SettingsSize + Encoding.UTF8.GetBytes(profile.Id, value[SettingsSize..]))]);
        (_settings, _session) = (settings, profile.Open(settings));
        if (!forgetChannels) return;
        _firstChannel += _channels.Count;
        _channels.Clear();
    }

    /// <summary>The kind and the settings of an <see cref="SensorInput.Opened"/>; null where there are none.</summary>
    public static (SensorProfile Profile, StreamSettings Settings)? ReadOpened(ReadOnlySpan<byte> value)
    {
        if (value.Length <= SettingsSize || !ReadSettings(value).IsInRange) return null;
        string id = Encoding.UTF8.GetString(value[SettingsSize..]);
        return SensorProfiles.All.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.Ordinal)) is { } profile ? (profile, ReadSettings(value)) : null;
    }

    /// <summary>What is to be done now.</summary>
    public SensorStep NextStep(HostTime now)
    {
        Log?.Invoke(SensorInput.Stepped, now, 0, []);
        return Session.NextStep();
    }

    /// <summary>A value was read.</summary>
    public void OnRead(ReadOnlySpan<byte> value, HostTime now)
    {
        Log?.Invoke(SensorInput.Read, now, 0, value);
        Session.OnRead(value);
    }

    /// <summary>What was waited for did not come.</summary>
    public void OnTimeout(HostTime now)
    {
        Log?.Invoke(SensorInput.TimedOut, now, 0, []);
        Session.OnTimeout();
    }

    /// <summary>Asks for the sensor's time.</summary>
    public bool TryAskTime(HostTime now, out SensorStep write)
    {
        Log?.Invoke(SensorInput.TimeAsked, now, 0, []);
        return Session.TryAskTime((ulong)now.Microseconds, out write);
    }

    /// <summary>Begins to end the stream.</summary>
    public void BeginStop(HostTime now)
    {
        Log?.Invoke(SensorInput.StopBegun, now, 0, []);
        Session.BeginStop();
    }

    /// <summary>A characteristic of the latest connection is subscribed: its channel.</summary>
    public int Subscribe(Guid characteristic, HostTime now)
    {
        int channel = _firstChannel + _channels.Count;
        Span<byte> value = stackalloc byte[16];
        characteristic.TryWriteBytes(value, bigEndian: true, out _);
        Log?.Invoke(SensorInput.Subscribed, now, channel, value);
        _channels.Add((Session, characteristic));
        return channel;
    }

    /// <summary>A notification that comes while the connection is opened.</summary>
    /// <param name="channel">Its channel.</param>
    /// <param name="value">Its bytes.</param>
    /// <param name="now">When it arrived.</param>
    /// <param name="time">Receives what belongs to <see cref="TimeChannel"/>, where it is an answer for the time; <see cref="TimeSize"/> bytes.</param>
    /// <returns>Whether it is.</returns>
    public bool Hear(int channel, ReadOnlySpan<byte> value, HostTime now, Span<byte> time)
    {
        Log?.Invoke(SensorInput.Heard, now, channel, value);
        if (!TryFind(channel, out SensorSession? session, out Guid characteristic)) return false;
        session.Decode(characteristic, value, _raw, out _);
        if (!session.TryTakeTime(out ulong asked, out TimeAnswer answer)) return false;
        BinaryPrimitives.WriteUInt64LittleEndian(time, asked);
        BinaryPrimitives.WriteUInt64LittleEndian(time[8..], answer.ReceivedUs);
        BinaryPrimitives.WriteUInt64LittleEndian(time[16..], answer.SentUs);
        return true;
    }

    /// <summary>The connection is open: what the stream is like.</summary>
    public SensorKind Begin(HostTime now)
    {
        Log?.Invoke(SensorInput.Ready, now, 0, []);
        SensorLimits limits = profile.Limits;
        StreamDescription? stream = Session.Stream;
        return new SensorKind(
            profile.Name,
            stream?.PeriodS ?? 1.0 / _settings.RateHz,
            limits.HasTimestamp ? ClockClass.Timestamps : ClockClass.CountedSamples,
            stream?.TimestampBits ?? 0,
            stream?.TimestampHz ?? 1e6,
            limits.HasCounter ? stream?.CounterBits ?? 0 : 0,
            limits.HasClockExchange);
    }

    /// <summary>Takes a notification apart. Allocates nothing for samples.</summary>
    /// <param name="channel">Its channel.</param>
    /// <param name="value">Its bytes.</param>
    /// <param name="arrival">When it arrived.</param>
    /// <param name="packet">What samples say besides their readings.</param>
    /// <param name="readings">Room for <see cref="FootStream.MostReadings"/> readings.</param>
    /// <param name="exchange">What an answer for the time says.</param>
    public SensorMessage Take(int channel, ReadOnlySpan<byte> value, HostTime arrival, out SensorPacket packet, Span<SensorReading> readings, out ClockExchange exchange)
    {
        (packet, exchange) = (default, default);
        Log?.Invoke(SensorInput.Taken, arrival, channel, value);
        if (channel == TimeChannel) return TakeTime(value, arrival, out exchange);
        if (!TryFind(channel, out SensorSession? session, out Guid characteristic)) return SensorMessage.Malformed;
        OperationStatus status = session.Decode(characteristic, value, _raw, out int count);
        if (count > 0)
        {
            Convert(session.Stream!, count, readings, ref packet);
            return SensorMessage.Samples;
        }

        if (!session.TryTakeTime(out ulong asked, out TimeAnswer answer)) return status == OperationStatus.Done ? SensorMessage.Other : SensorMessage.Malformed;
        exchange = new ClockExchange(new HostTime((long)asked), new DeviceTime((long)answer.ReceivedUs), new DeviceTime((long)answer.SentUs), arrival);
        return SensorMessage.Time;
    }

    /// <summary>Whether a channel is of the latest connection.</summary>
    public bool IsCurrent(int channel) => TryFind(channel, out SensorSession? session, out _) && session == _session;

    private static SensorMessage TakeTime(ReadOnlySpan<byte> value, HostTime arrival, out ClockExchange exchange)
    {
        exchange = default;
        if (value.Length != TimeSize) return SensorMessage.Malformed;
        exchange = new ClockExchange(
            new HostTime(BinaryPrimitives.ReadInt64LittleEndian(value)),
            new DeviceTime(BinaryPrimitives.ReadInt64LittleEndian(value[8..])),
            new DeviceTime(BinaryPrimitives.ReadInt64LittleEndian(value[16..])),
            arrival);
        return SensorMessage.Time;
    }

    private bool TryFind(int channel, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SensorSession? session, out Guid characteristic)
    {
        int at = channel - _firstChannel;
        bool found = at >= 0 && at < _channels.Count;
        (session, characteristic) = found ? _channels[at] : (null, Guid.Empty);
        return found;
    }

    private void Convert(StreamDescription stream, int count, Span<SensorReading> readings, ref SensorPacket packet)
    {
        double a = stream.AccelScaleMps2, g = stream.GyroScaleRadPerS;
        SampleMarks marks = SampleMarks.None;
        for (int i = 0; i < count; i++)
        {
            ref readonly RawReading r = ref _raw[i];
            readings[i] = new SensorReading(new Vector3D(r.AccX * a, r.AccY * a, r.AccZ * a), new Vector3D(r.GyrX * g, r.GyrY * g, r.GyrZ * g));
            marks |= r.Marks;
        }

        packet.Count = count;
        packet.Stamp = stream.HasTimestamp ? _raw[0].Time : _raw[0].Index;
        packet.IsAccelClipped = (marks & SampleMarks.AccelClipped) == SampleMarks.AccelClipped;
        packet.IsGyroClipped = (marks & SampleMarks.GyroClipped) == SampleMarks.GyroClipped;
        packet.HasRestarted = _epoch is { } epoch && stream.Epoch is { } now && epoch != now;
        _epoch = stream.Epoch;
    }

    private static void WriteSettings(Span<byte> to, StreamSettings settings)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(to, settings.RateHz);
        BinaryPrimitives.WriteUInt16LittleEndian(to[2..], settings.AccelFullScaleMg);
        BinaryPrimitives.WriteUInt16LittleEndian(to[4..], settings.GyroFullScaleTenthDegPerS);
        to[6] = (byte)settings.Profile;
    }

    private static StreamSettings ReadSettings(ReadOnlySpan<byte> from) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(from),
        BinaryPrimitives.ReadUInt16LittleEndian(from[2..]),
        BinaryPrimitives.ReadUInt16LittleEndian(from[4..]),
        (StreamProfile)from[6]);
}
