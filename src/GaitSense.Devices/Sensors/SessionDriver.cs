using System.Buffers;
using System.Buffers.Binary;
using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Devices;

/// <summary>
/// Speaks to a sensor through the session of its <see cref="SensorProfile"/>, which does no input or output itself. While a connection is opened,
/// notifications are taken in at once; from then on they go to the queue.
/// </summary>
internal sealed class SessionDriver(SensorProfile profile) : ISensorDriver
{
    // Answers for the time that came while the connection was opened: the session's part of them, for the owner's thread.
    private const int TimeChannel = -1;
    private const int TimeSize = 24;

    // A session takes one thread at a time: the one that opens, a reader's meanwhile, the owner's afterwards.
    private readonly Lock _lock = new();
    private readonly RawReading[] _raw = new RawReading[SensorSession.MaxReadings];
    // A notification that waits in the queue belongs to the session in which it came, which a reconnect may have ended.
    private readonly List<(SensorSession Session, Guid Characteristic)> _channels = [];
    private SensorSession? _session;
    private TaskCompletionSource? _heard;
    private uint? _epoch;
    private bool _isOpen, _wantsStep;

    public Task<bool> IsPresentAsync(SensorPort port, CancellationToken cancellationToken)
    {
        SensorStep first = profile.Open(profile.DefaultSettings).NextStep();
        return port.Link.HasAsync(first.Service, first.Characteristic, cancellationToken);
    }

    public async Task<SensorKind> OpenAsync(SensorPort port, FootSensorOptions options, CancellationToken cancellationToken)
    {
        StreamSettings settings = profile.DefaultSettings with { RateHz = (ushort)options.RateHz };
        lock (_lock)
        {
            (_session, _isOpen, _wantsStep) = (profile.Open(settings), false, false);
            if (port.IsDrained) _channels.Clear();
        }

        await StepAsync(port, untilSamples: true, cancellationToken).ConfigureAwait(false);
        SensorLimits limits = profile.Limits;
        StreamDescription? stream = _session.Stream;
        return new SensorKind(
            profile.Name,
            stream?.PeriodS ?? 1.0 / settings.RateHz,
            limits.HasTimestamp ? ClockClass.Timestamps : ClockClass.CountedSamples,
            stream?.TimestampBits ?? 0,
            stream?.TimestampHz ?? 1e6,
            limits.HasCounter ? stream?.CounterBits ?? 0 : 0,
            limits.HasClockExchange);
    }

    public Task StartAsync(SensorPort port, CancellationToken cancellationToken) => StepAsync(port, untilSamples: false, cancellationToken);

    public Task StopAsync(SensorPort port, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _session?.BeginStop();
            _isOpen = false; // nobody may be polling any more
        }

        return StepAsync(port, untilSamples: false, cancellationToken);
    }

    public async Task AskTimeAsync(SensorPort port, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _wantsStep))
        {
            Volatile.Write(ref _wantsStep, false);
            await StepAsync(port, untilSamples: false, cancellationToken).ConfigureAwait(false);
        }

        SensorStep write;
        lock (_lock)
        {
            if (!_session!.TryAskTime((ulong)port.Now.Microseconds, out write)) return;
        }

        await port.Link.WriteAsync(write.Service, write.Characteristic, write.Value, write.WithResponse, cancellationToken).ConfigureAwait(false);
    }

    public async Task<int?> ReadBatteryAsync(SensorPort port, CancellationToken cancellationToken)
    {
        if (_session?.Status is { BatteryPercent: <= 100 and var percent }) return percent;
        byte[] level = await port.Link.ReadAsync(BleUuid.BatteryService, BleUuid.BatteryLevel, cancellationToken).ConfigureAwait(false);
        return level is [<= 100 and var battery] ? battery : null;
    }

    public SensorMessage Decode(int channel, ReadOnlySpan<byte> value, HostTime arrival, out SensorPacket packet, Span<SensorReading> readings, out ClockExchange exchange)
    {
        (packet, exchange) = (default, default);
        if (channel == TimeChannel)
        {
            exchange = new ClockExchange(Host(value), Device(value[8..]), Device(value[16..]), arrival);
            return SensorMessage.Time;
        }

        lock (_lock)
        {
            (SensorSession session, Guid characteristic) = _channels[channel];
            OperationStatus status = session.Decode(characteristic, value, _raw, out int count);
            if (count == 0)
            {
                Hear();
                if (session == _session) Volatile.Write(ref _wantsStep, true);
                if (session.TryTakeTime(out ulong asked, out TimeAnswer answer))
                {
                    exchange = new ClockExchange(new HostTime((long)asked), new DeviceTime((long)answer.ReceivedUs), new DeviceTime((long)answer.SentUs), arrival);
                    return SensorMessage.Time;
                }

                return status == OperationStatus.Done ? SensorMessage.Other : SensorMessage.Malformed;
            }

            Convert(session.Stream!, count, readings, ref packet);
            return SensorMessage.Samples;
        }
    }

    private static HostTime Host(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadInt64LittleEndian(bytes));

    private static DeviceTime Device(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadInt64LittleEndian(bytes));

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

    private async Task StepAsync(SensorPort port, bool untilSamples, CancellationToken cancellationToken)
    {
        while (true)
        {
            SensorStep step;
            Task heard;
            lock (_lock)
            {
                step = _session!.NextStep();
                _heard = step.Kind == SensorStepKind.Wait ? new TaskCompletionSource(port.Continuations) : null;
                heard = _heard?.Task ?? Task.CompletedTask;
                if (step.Kind == SensorStepKind.Idle) _isOpen = true;
            }

            switch (step.Kind)
            {
                case SensorStepKind.Subscribe:
                    await SubscribeAsync(port, step, cancellationToken).ConfigureAwait(false);
                    if (untilSamples && step.Characteristic == GaitSenseUuid.SampleStream) return;
                    break;
                case SensorStepKind.Read:
                    byte[] value = await port.Link.ReadAsync(step.Service, step.Characteristic, cancellationToken).ConfigureAwait(false);
                    lock (_lock) _session.OnRead(value);
                    break;
                case SensorStepKind.Write:
                    await port.Link.WriteAsync(step.Service, step.Characteristic, step.Value, step.WithResponse, cancellationToken).ConfigureAwait(false);
                    break;
                case SensorStepKind.Wait:
                    await WaitAsync(port, heard, step.TimeMs, cancellationToken).ConfigureAwait(false);
                    break;
                case SensorStepKind.Pause:
                    await Task.Delay(TimeSpan.FromMilliseconds(step.TimeMs), port.Time, cancellationToken).ConfigureAwait(false);
                    break;
                case SensorStepKind.Refused:
                    throw new SensorRefusedException(port.Link.DeviceId, _session.Refusal!);
                default:
                    return;
            }
        }
    }

    private async Task WaitAsync(SensorPort port, Task heard, int timeMs, CancellationToken cancellationToken)
    {
        try
        {
            await heard.WaitAsync(TimeSpan.FromMilliseconds(timeMs), port.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            lock (_lock) _session!.OnTimeout();
        }
    }

    private Task SubscribeAsync(SensorPort port, SensorStep step, CancellationToken cancellationToken)
    {
        int channel;
        lock (_lock)
        {
            channel = _channels.Count;
            _channels.Add((_session!, step.Characteristic));
        }

        bool isSamples = step.Characteristic == GaitSenseUuid.SampleStream, isData = isSamples || profile != SensorProfiles.GaitSense;
        return port.Link.SubscribeAsync(
            step.Service,
            step.Characteristic,
            (value, timestamp) =>
            {
                if (isData) port.HearData(timestamp);
                if (isSamples || Volatile.Read(ref _isOpen)) port.Enqueue(channel, value, timestamp);
                else TakeWhileOpening(port, step.Characteristic, value, timestamp);
            },
            cancellationToken);
    }

    private void TakeWhileOpening(SensorPort port, Guid characteristic, ReadOnlySpan<byte> value, long timestamp)
    {
        lock (_lock)
        {
            _session!.Decode(characteristic, value, _raw, out _);
            Hear();
            if (!_session.TryTakeTime(out ulong asked, out TimeAnswer answer)) return;
            Span<byte> bytes = stackalloc byte[TimeSize];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, asked);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], answer.ReceivedUs);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], answer.SentUs);
            port.Enqueue(TimeChannel, bytes, timestamp);
        }
    }

    private void Hear() => _heard?.TrySetResult();
}
