using System.Collections.Concurrent;
using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>
/// One motor's pulses: a bounded queue, and one sender, which hands each over ahead of its time by what radio and motor take. A motor that takes a start time
/// gets its command a little earlier, so that the radio's delay does not matter. What would be felt late is not sent. The walk's
/// thread never waits for a radio.
/// </summary>
#pragma warning disable CA1711 // it is a queue, of a motor; not a collection
public sealed class MotorQueue : IDisposable
#pragma warning restore CA1711
{
    /// <summary>Most pulses that wait.</summary>
    public const int Capacity = 8;

    /// <summary>The latest that a pulse is felt after its time, s.</summary>
    public const double MaxLatenessS = 0.02;

    /// <summary>So much earlier is a pulse with a start time sent, s: a connection interval or two in which it may be sent again.</summary>
    public const double AheadS = 0.06;

    // Timers of the system count in milliseconds.
    private const double TickS = 0.001;

    private readonly Lock _lock = new();
    private readonly PlannedPulse[] _waiting = new PlannedPulse[Capacity];
    private readonly ConcurrentQueue<VibrationReport> _reports = new();
    private readonly CancellationTokenSource _end = new();
    private readonly IVibrator _motor;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly double _latencyS, _motorS;
    private HostTime _runsUntil;
    private int _count;
    private bool _isSending, _wantsStop, _isOver;

    /// <summary>A queue for a motor.</summary>
    /// <param name="motor">The motor.</param>
    /// <param name="latencyS">From hand-over until it is felt, s.</param>
    /// <param name="motorS">Of that, from the motor's start on, s.</param>
    /// <param name="time">The clock.</param>
    public MotorQueue(IVibrator motor, double latencyS, double motorS, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(motor);
        ArgumentNullException.ThrowIfNull(time);
        (_motor, _latencyS, _motorS, _time) = (motor, latencyS, motorS, time);
        _timer = time.CreateTimer(static q => ((MotorQueue)q!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The motor's foot.</summary>
    public Foot Foot => _motor.Foot;

    private HostTime Now => HostTime.FromTicks(_time.GetTimestamp(), _time.TimestampFrequency);

    /// <summary>A pulse is to be felt. Returns at once.</summary>
    /// <param name="pulse">The pulse; where <see cref="Capacity"/> wait already, it is reported as <see cref="VibrationFate.Crowded"/>.</param>
    public void Add(in PlannedPulse pulse)
    {
        lock (_lock)
        {
            if (_count == Capacity || _isOver)
            {
                Report(in pulse, VibrationFate.Crowded);
                return;
            }

            int at = _count++;
            for (; at > 0 && _waiting[at - 1].FeltAt > pulse.FeltAt; at--) _waiting[at] = _waiting[at - 1];
            _waiting[at] = pulse;
            Arm();
        }
    }

    /// <summary>What was not sent is not; what was sent is stopped. Returns at once.</summary>
    public void Silence()
    {
        lock (_lock)
        {
            for (int i = 0; i < _count; i++) Report(in _waiting[i], VibrationFate.Cancelled);
            _count = 0;
            _wantsStop |= _isSending || Now < _runsUntil;
            Arm();
        }
    }

    /// <summary>Takes the next report. From any thread.</summary>
    /// <param name="report">What became of a pulse; each pulse has one report.</param>
    /// <returns>False: there is none now.</returns>
    public bool TryTakeReport(out VibrationReport report) => _reports.TryDequeue(out report);

    /// <summary>Nothing is sent any more.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isOver) return;
            (_isOver, _count) = (true, 0);
        }

        _timer.Dispose();
        _end.Cancel();
        _end.Dispose();
    }

    private void Wake()
    {
        lock (_lock)
        {
            if (_isSending || _isOver) return;
            _isSending = true;
        }

        _ = SendAsync();
    }

    private async Task SendAsync()
    {
        while (TryNext(out PlannedPulse next, out bool isStop, out HostTime? start))
        {
            bool isSent = false;
            try
            {
                isSent = await _motor.VibrateAsync(next.Pulse, start, _end.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is GaitSenseException or OperationCanceledException or ObjectDisposedException)
            {
                // It is told with the pulse's fate; the link says itself what is wrong with it.
            }

            if (!isStop) Report(in next, isSent ? VibrationFate.HandedOver : VibrationFate.Failed);
        }
    }

    private bool TryNext(out PlannedPulse next, out bool isStop, out HostTime? start)
    {
        lock (_lock)
        {
            (next, isStop, start) = (default, _wantsStop, null);
            if (_wantsStop)
            {
                next = new PlannedPulse(0, VibrationPulse.Stop, Now);
                _wantsStop = false;
                return true;
            }

            while (_count > 0 && !_isOver)
            {
                HostTime now = Now;
                bool isTimed = _motor.TakesStart;
                if (HandOverAt(in _waiting[0], isTimed).SecondsSince(now) > TickS) break;
                next = TakeFirst();
                if (now.AddSeconds(_latencyS).SecondsSince(next.FeltAt) > MaxLatenessS)
                {
                    Report(in next, VibrationFate.Missed);
                    continue;
                }

                HostTime starts = next.FeltAt.AddSeconds(-_motorS);
                if (isTimed && now.AddSeconds(_latencyS - _motorS) <= starts) start = starts;
                _runsUntil = next.FeltAt.AddSeconds(MaxLatenessS + (next.Pulse.DurationMs / 1000.0));
                return true;
            }

            _isSending = false;
            Arm();
            return false;
        }
    }

    private HostTime HandOverAt(in PlannedPulse pulse, bool isTimed) => pulse.FeltAt.AddSeconds(-_latencyS - (isTimed ? AheadS : 0));

    private PlannedPulse TakeFirst()
    {
        PlannedPulse first = _waiting[0];
        _waiting.AsSpan(1, --_count).CopyTo(_waiting);
        return first;
    }

    private void Arm()
    {
        if (_isSending || _isOver || (_count == 0 && !_wantsStop)) return;
        double dueS = _wantsStop ? 0 : HandOverAt(in _waiting[0], _motor.TakesStart).SecondsSince(Now);
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, Math.Round(1000 * dueS))), Timeout.InfiniteTimeSpan);
    }

    private void Report(in PlannedPulse pulse, VibrationFate fate) => _reports.Enqueue(new VibrationReport(pulse.Number, Foot, fate, Now));
}
