using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Devices;

/// <summary>
/// Speaks to a sensor through the session of its <see cref="SensorProfile"/>, which does no input or output itself. While a connection is opened,
/// notifications are taken in at once; from then on they go to the queue.
/// </summary>
internal sealed class SessionDriver(SensorProfile profile) : ISensorDriver
{
    private readonly SensorDecoder _decoder = new(profile);
    private TaskCompletionSource? _heard;
    private bool _isOpen, _wantsStep;

    public SensorLog? Log
    {
        set => _decoder.Log = value;
    }

    public Task<bool> IsPresentAsync(SensorPort port, CancellationToken cancellationToken)
    {
        SensorStep first = profile.Open(profile.DefaultSettings).NextStep();
        return port.Link.HasAsync(first.Service, first.Characteristic, cancellationToken);
    }

    public async Task<SensorKind> OpenAsync(SensorPort port, FootSensorOptions options, CancellationToken cancellationToken)
    {
        lock (_decoder.Gate)
        {
            (_isOpen, _wantsStep) = (false, false);
            _decoder.Open(profile.DefaultSettings with { RateHz = (ushort)options.RateHz }, forgetChannels: port.IsDrained, port.Now);
        }

        await StepAsync(port, untilSamples: true, cancellationToken).ConfigureAwait(false);
        lock (_decoder.Gate) return _decoder.Begin(port.Now);
    }

    public Task StartAsync(SensorPort port, CancellationToken cancellationToken) => StepAsync(port, untilSamples: false, cancellationToken);

    public Task StopAsync(SensorPort port, CancellationToken cancellationToken)
    {
        lock (_decoder.Gate)
        {
            _decoder.BeginStop(port.Now);
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
        lock (_decoder.Gate)
        {
            if (!_decoder.TryAskTime(port.Now, out write)) return;
        }

        await port.Link.WriteAsync(write.Service, write.Characteristic, write.Value, write.WithResponse, cancellationToken).ConfigureAwait(false);
    }

    public async Task<int?> ReadBatteryAsync(SensorPort port, CancellationToken cancellationToken)
    {
        if (_decoder.Session.Status is { BatteryPercent: <= 100 and var percent }) return percent;
        byte[] level = await port.Link.ReadAsync(BleUuid.BatteryService, BleUuid.BatteryLevel, cancellationToken).ConfigureAwait(false);
        return level is [<= 100 and var battery] ? battery : null;
    }

    public bool TimesMotor => profile.Limits.TimesMotor;

    public Task<bool> HasMotorAsync(SensorPort port, CancellationToken cancellationToken) => TryWriteMotor(MotorCommand.Stop, out SensorStep write)
        ? port.Link.HasAsync(write.Service, write.Characteristic, cancellationToken)
        : Task.FromResult(false);

    public async Task<bool> VibrateAsync(SensorPort port, MotorCommand command, CancellationToken cancellationToken)
    {
        if (!TryWriteMotor(command, out SensorStep write)) return false;
        await port.Link.WriteAsync(write.Service, write.Characteristic, write.Value, write.WithResponse, cancellationToken).ConfigureAwait(false);
        return true;
    }

    public SensorMessage Decode(int channel, ReadOnlySpan<byte> value, HostTime arrival, out SensorPacket packet, Span<SensorReading> readings, out ClockExchange exchange)
    {
        lock (_decoder.Gate)
        {
            SensorMessage message = _decoder.Take(channel, value, arrival, out packet, readings, out exchange);
            if (message != SensorMessage.Samples && channel != SensorDecoder.TimeChannel)
            {
                Hear();
                if (_decoder.IsCurrent(channel)) Volatile.Write(ref _wantsStep, true);
            }

            return message;
        }
    }

    // Nothing that a replay depends on: the motor's characteristic answers nothing.
    private bool TryWriteMotor(in MotorCommand command, out SensorStep write)
    {
        lock (_decoder.Gate)
        {
            write = default;
            return profile.Limits.HasMotor && _decoder.Session.TryVibrate(in command, out write);
        }
    }

    private async Task StepAsync(SensorPort port, bool untilSamples, CancellationToken cancellationToken)
    {
        while (true)
        {
            SensorStep step;
            Task heard;
            lock (_decoder.Gate)
            {
                step = _decoder.NextStep(port.Now);
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
                    lock (_decoder.Gate) _decoder.OnRead(value, port.Now);
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
                    throw new SensorRefusedException(port.Link.DeviceId, _decoder.Session.Refusal!);
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
            lock (_decoder.Gate) _decoder.OnTimeout(port.Now);
        }
    }

    private Task SubscribeAsync(SensorPort port, SensorStep step, CancellationToken cancellationToken)
    {
        int channel;
        lock (_decoder.Gate) channel = _decoder.Subscribe(step.Characteristic, port.Now);
        bool isSamples = step.Characteristic == GaitSenseUuid.SampleStream, isData = isSamples || profile != SensorProfiles.GaitSense;
        return port.Link.SubscribeAsync(
            step.Service,
            step.Characteristic,
            (value, timestamp) =>
            {
                if (isData) port.HearData(timestamp);
                if (isSamples || Volatile.Read(ref _isOpen)) port.Enqueue(channel, value, timestamp);
                else TakeWhileOpening(port, channel, value, timestamp);
            },
            cancellationToken);
    }

    private void TakeWhileOpening(SensorPort port, int channel, ReadOnlySpan<byte> value, long timestamp)
    {
        lock (_decoder.Gate)
        {
            Span<byte> time = stackalloc byte[SensorDecoder.TimeSize];
            bool isTime = _decoder.Hear(channel, value, HostTime.FromTicks(timestamp, port.Time.TimestampFrequency), time);
            Hear();
            if (isTime) port.Enqueue(SensorDecoder.TimeChannel, time, timestamp);
        }
    }

    private void Hear() => _heard?.TrySetResult();
}
