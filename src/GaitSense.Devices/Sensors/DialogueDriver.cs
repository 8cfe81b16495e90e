using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Streams;

namespace GaitSense.Devices;

/// <summary>
/// Speaks to a sensor through the dialogue of its <see cref="SensorProfile"/>, which does no input or output itself. While a connection is opened,
/// notifications are taken in at once; from then on they go to the queue. One instance for one sensor; it outlives connections.
/// </summary>
internal sealed class DialogueDriver(SensorProfile profile, FootInput input)
{
    private TaskCompletionSource? _heard;
    private bool _isOpen, _wantsStep;

    /// <summary>Whether the sensor behind a link is of this kind.</summary>
    public static Task<bool> IsPresentAsync(SensorProfile profile, SensorPort port, CancellationToken cancellationToken)
    {
        SensorStep first = profile.Open(profile.DefaultSettings).NextStep();
        return port.Link.HasAsync(first.Service, first.Characteristic, cancellationToken);
    }

    /// <summary>Checks the version, configures, and subscribes. Nothing flows yet.</summary>
    /// <exception cref="BleException">The sensor does not do what is needed.</exception>
    public async Task<SensorKind> OpenAsync(SensorPort port, FootSensorOptions options, CancellationToken cancellationToken)
    {
        lock (input.Gate)
        {
            (_isOpen, _wantsStep) = (false, false);
            StreamSettings settings = profile.DefaultSettings;
            input.Open(profile, settings with { RateHz = (ushort)(options.RateHz ?? settings.RateHz) }, forgetChannels: port.IsDrained, port.Now);
        }

        await StepAsync(port, untilSamples: true, cancellationToken).ConfigureAwait(false);
        return input.Begin(port.Now);
    }

    /// <summary>Lets samples flow.</summary>
    public Task StartAsync(SensorPort port, CancellationToken cancellationToken) => StepAsync(port, untilSamples: false, cancellationToken);

    /// <summary>Stops samples, as a courtesy to the sensor's battery.</summary>
    public Task StopAsync(SensorPort port, CancellationToken cancellationToken)
    {
        lock (input.Gate)
        {
            input.BeginStop(port.Now);
            _isOpen = false; // nobody may be polling any more
        }

        return StepAsync(port, untilSamples: false, cancellationToken);
    }

    /// <summary>Asks for the sensor's time; the answer comes as a notification. Only where <see cref="SensorKind.AnswersTime"/>.</summary>
    public async Task AskTimeAsync(SensorPort port, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _wantsStep))
        {
            Volatile.Write(ref _wantsStep, false);
            await StepAsync(port, untilSamples: false, cancellationToken).ConfigureAwait(false);
        }

        if (!input.TryAskTime(port.Now, out SensorStep write)) return;
        await port.Link.WriteAsync(write.Service, write.Characteristic, write.Value, write.WithResponse, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Battery, percent; null where the sensor does not tell.</summary>
    public async Task<int?> ReadBatteryAsync(SensorPort port, CancellationToken cancellationToken)
    {
        SensorDialogue dialogue = input.Dialogue;
        if (dialogue.Status is not null && dialogue.BatteryPercent is { } told) return told;
        SensorStep step = dialogue.BatteryStep;
        if (!await port.Link.HasAsync(step.Service, step.Characteristic, cancellationToken).ConfigureAwait(false)) return null;
        if (step.Kind == SensorStepKind.Read)
            return dialogue.ReadBattery(await port.Link.ReadAsync(step.Service, step.Characteristic, cancellationToken).ConfigureAwait(false));
        await port.Link.WriteAsync(step.Service, step.Characteristic, step.Value, step.WithResponse, cancellationToken).ConfigureAwait(false);
        return dialogue.BatteryPercent; // of the answer before: this one comes as a notification
    }

    /// <summary>Whether its motor can be given the time of its start.</summary>
    public bool TimesMotor => profile.Limits.TimesMotor;

    /// <summary>Whether this sensor has a motor.</summary>
    public Task<bool> HasMotorAsync(SensorPort port, CancellationToken cancellationToken) => TryWriteMotor(MotorCommand.Stop, out SensorStep write)
        ? port.Link.HasAsync(write.Service, write.Characteristic, cancellationToken)
        : Task.FromResult(false);

    /// <summary>Runs the motor; false where the sensor cannot do that.</summary>
    public async Task<bool> VibrateAsync(SensorPort port, MotorCommand command, CancellationToken cancellationToken)
    {
        if (!TryWriteMotor(command, out SensorStep write)) return false;
        await port.Link.WriteAsync(write.Service, write.Characteristic, write.Value, write.WithResponse, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>A notification was processed. If it held no samples, it may be the answer that is waited for.</summary>
    public void Note(int channel, SensorMessage message)
    {
        if (channel == FootInput.TimeChannel) return;
        lock (input.Gate)
        {
            Receive();
            if (input.IsCurrent(channel)) Volatile.Write(ref _wantsStep, true);
        }
    }

    // Nothing that a replay depends on: the motor's characteristic answers nothing.
    private bool TryWriteMotor(in MotorCommand command, out SensorStep write)
    {
        lock (input.Gate)
        {
            write = default;
            return profile.Limits.HasMotor && input.Dialogue.TryVibrate(in command, out write);
        }
    }

    private async Task StepAsync(SensorPort port, bool untilSamples, CancellationToken cancellationToken)
    {
        long? waitsSince = null;
        while (true)
        {
            SensorStep step;
            Task heard;
            lock (input.Gate)
            {
                step = input.NextStep(port.Now);
                _heard = step.Kind == SensorStepKind.Wait ? new TaskCompletionSource(port.Continuations) : null;
                heard = _heard?.Task ?? Task.CompletedTask;
                if (step.Kind == SensorStepKind.Idle) _isOpen = true;
            }

            // A sensor that streams is heard all the time: what is waited for is given its time once.
            if (step.Kind == SensorStepKind.Wait) waitsSince ??= port.Time.GetTimestamp();
            else waitsSince = null;
            switch (step.Kind)
            {
                case SensorStepKind.Subscribe:
                    await SubscribeAsync(port, step, cancellationToken).ConfigureAwait(false);
                    if (untilSamples && step.Characteristic == GaitSenseUuid.SampleStream) return;
                    break;
                case SensorStepKind.Read:
                    byte[] value = await port.Link.ReadAsync(step.Service, step.Characteristic, cancellationToken).ConfigureAwait(false);
                    input.OnRead(value, port.Now);
                    break;
                case SensorStepKind.Write:
                    await port.Link.WriteAsync(step.Service, step.Characteristic, step.Value, step.WithResponse, cancellationToken).ConfigureAwait(false);
                    break;
                case SensorStepKind.Wait:
                    if (await WaitAsync(port, heard, TimeSpan.FromMilliseconds(step.TimeMs) - port.Time.GetElapsedTime(waitsSince.GetValueOrDefault()), cancellationToken).ConfigureAwait(false)) break;
                    waitsSince = null;
                    input.OnTimeout(port.Now);
                    break;
                case SensorStepKind.Pause:
                    await Task.Delay(TimeSpan.FromMilliseconds(step.TimeMs), port.Time, cancellationToken).ConfigureAwait(false);
                    break;
                case SensorStepKind.Refused:
                    throw new SensorRefusedException(port.Link.DeviceId, input.Dialogue.Refusal!);
                default:
                    return;
            }
        }
    }

    private static async Task<bool> WaitAsync(SensorPort port, Task heard, TimeSpan time, CancellationToken cancellationToken)
    {
        if (time <= TimeSpan.Zero) return heard.IsCompleted;
        try
        {
            await heard.WaitAsync(time, port.Time, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private Task SubscribeAsync(SensorPort port, SensorStep step, CancellationToken cancellationToken)
    {
        int channel = input.Subscribe(step.Characteristic, port.Now);
        bool isSamples = step.Characteristic == GaitSenseUuid.SampleStream, isData = isSamples || profile != SensorProfiles.GaitSense;
        return port.Link.SubscribeAsync(
            step.Service,
            step.Characteristic,
            (value, timestamp) =>
            {
                if (isData) port.ObserveData();
                if (isSamples || Volatile.Read(ref _isOpen)) port.Enqueue(channel, value, timestamp);
                else TakeWhileOpening(port, channel, value, timestamp);
            },
            cancellationToken);
    }

    private void TakeWhileOpening(SensorPort port, int channel, ReadOnlySpan<byte> value, long timestamp)
    {
        lock (input.Gate)
        {
            Span<byte> time = stackalloc byte[FootInput.TimeSize];
            bool isTime = input.Receive(channel, value, HostTime.FromTicks(timestamp, port.Time.TimestampFrequency), time);
            Receive();
            if (isTime) port.Enqueue(FootInput.TimeChannel, time, timestamp);
        }
    }

    private void Receive() => _heard?.TrySetResult();
}
