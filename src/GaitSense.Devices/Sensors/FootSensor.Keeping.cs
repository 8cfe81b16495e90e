using GaitSense.Core;

namespace GaitSense.Devices;

/// <content>How it stays connected.</content>
public sealed partial class FootSensor
{
    // The sensor or the air may be better the next time; a switch, a permission or a firmware are not.
    private static bool IsWorthAnotherAttempt(BleException e) => e.Failure is BleFailure.ConnectionFailed or BleFailure.ConnectionLost or BleFailure.DeviceBusy or BleFailure.DeviceNotFound
        or BleFailure.Timeout or BleFailure.Failed;

    private async Task SuperviseAsync(IBleLink first)
    {
        IBleLink? link = first;
        double pauseS = 0.2, reachS = _options.FindAgain is null ? Patience.ConnectTimeoutS : ReachableS;
        while (!_stop.IsCancellationRequested)
        {
            bool opens = link is null;
            try
            {
                if (link is null)
                {
                    link = await OpenAsync(reachS, _stop.Token).ConfigureAwait(false);
                    opens = false;
                    Interlocked.Increment(ref _reconnects);
                }

                Failure = await StreamAsync(link).ConfigureAwait(false);
                // What connects and gives nothing is not asked again and again in a hurry.
                if (_port!.LastSamplesAt > 0) pauseS = 0.2;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
            }
            catch (GaitSenseException e)
            {
                Failure = e;
            }
            finally
            {
                if (link is not null) await link.DisposeAsync().ConfigureAwait(false);
                link = null;
            }

            if (_stop.IsCancellationRequested) return;
            Enter(FootSensorState.Waiting);
            if (opens && Failure is BleException { Failure: BleFailure.DeviceNotFound or BleFailure.Timeout or BleFailure.ConnectionFailed }) reachS = await LookForItAsync(reachS).ConfigureAwait(false);
            await Pause(pauseS).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pauseS = Math.Min(2 * pauseS, Patience.MaxBackoffS);
        }
    }

    // It was not reached in a short time. Where it is heard, it only needs a longer one; where it is not, it may be heard at another address.
    private async Task<double> LookForItAsync(double reachS)
    {
        if (_options.FindAgain is not { } find) return reachS;
        try
        {
            if (await find(Foot, DeviceId, _stop.Token).ConfigureAwait(false) is not { } heard) return ReachableS;
            DeviceId = heard;
            return Patience.ConnectTimeoutS;
        }
        catch (Exception e) when (e is GaitSenseException or OperationCanceledException)
        {
            return ReachableS; // the radio went away, or all is over: the next attempt says so
        }
    }

    private async Task<IBleLink> ReachAsync(double reachS, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(reachS), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await _central.ConnectAsync(DeviceId, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new BleException(BleFailure.DeviceNotFound, DeviceId, FormattableString.Invariant($"not reached for {reachS:0} s"), e);
        }
    }

    /// <summary>Keeps asking for the time until the connection ends. Says why it did.</summary>
    private async Task<GaitSenseException?> StreamAsync(IBleLink link)
    {
        HostTime began = Now, health = began.AddSeconds(-HealthEveryS);
        while (true)
        {
            double everyS = _options.ExchangeEveryS * (Now.SecondsSince(began) < EarlyS ? 0.5 : 1) * (0.8 + (0.4 * NextChance()));
            await Task.WhenAny(link.Disconnected, Pause(everyS)).ConfigureAwait(false);
            if (_stop.IsCancellationRequested)
            {
                await StopSensorAsync().ConfigureAwait(false);
                return null;
            }

            if (link.Disconnected.IsCompleted) return await link.Disconnected.ConfigureAwait(false);
            // A program that was held up hears at once what came meanwhile.
            if (Silence() is not null) await Task.WhenAny(link.Disconnected, Pause(Patience.HeldUpS)).ConfigureAwait(false);
            if (Silence() is { } silence) return silence;
            if (Input.Kind!.AnswersTime) await _driver!.AskTimeAsync(_port!, _stop.Token).ConfigureAwait(false);
            if (Now.SecondsSince(health) < HealthEveryS) continue;
            health = Now;
            await ReadHealthAsync(link).ConfigureAwait(false);
        }
    }

    // A sensor is alive where samples come out of what it sends. Before anybody takes it apart, and while something waits for that, it is alive where it sends.
    private BleException? Silence()
    {
        SensorPort port = _port!;
        bool isLookedAt = News is not null && port.IsDrained;
        long alive = isLookedAt ? Math.Max(Math.Max(port.LastSamplesAt, port.OpenedAt), _readSince) : port.LastDataAt;
        if (IsRecent(alive)) return null;
        string what = IsRecent(port.LastDataAt) ? "what it sends is no reading of accelerometer and gyroscope together" : "it is silent";
        return new BleException(BleFailure.NoSamples, DeviceId, FormattableString.Invariant($"{what}, for {Patience.SilenceS:0.#} s"));
    }

    private bool IsRecent(long timestamp) => _time.GetElapsedTime(timestamp).TotalSeconds <= Patience.SilenceS;

    private async Task ReadHealthAsync(IBleLink link)
    {
        try
        {
            if (await link.ReadRssiAsync(_stop.Token).ConfigureAwait(false) is { } rssi) Volatile.Write(ref _rssi, rssi);
            if (await _driver!.ReadBatteryAsync(_port!, _stop.Token).ConfigureAwait(false) is { } battery) Volatile.Write(ref _battery, battery);
        }
        catch (BleException e) when (e.Failure is BleFailure.ServiceMissing or BleFailure.Refused or BleFailure.Timeout)
        {
            // Nice to know, and nothing that a walk depends on.
        }
    }
}
