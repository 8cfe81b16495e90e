using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>
/// Cues that are felt: pulses of the motors on the feet they are about, on both feet where a cue is about both. Like sound, it never ends a walk: what cannot be felt is not, and counted.
/// </summary>
public sealed class VibrationPlayer : ICueSink, IWalkObserver, IDisposable
{
    private static readonly string[] Fates = CueDelivery.Fates<VibrationFate>(), Motors = ["left_motor", "right_motor"];

    private readonly VibrationPlan _plan;
    private readonly Func<DeviceTime, HostTime?> _hostAt;
    private readonly CueDelivery? _delivery;
    private readonly MotorQueue[] _motors;
    private readonly long[,] _counts = new long[2, Enum.GetValues<VibrationFate>().Length];
    private DeviceTime? _now;

    /// <summary>Pulses in real time.</summary>
    /// <param name="plan">What is felt, and how.</param>
    /// <param name="motors">Where; at most one for each foot.</param>
    /// <param name="source">The walk; it says when its instants are.</param>
    /// <param name="time">The clock.</param>
    /// <param name="delivery">Receiver of each pulse's fate; a sink of its own. Null: none.</param>
    public VibrationPlayer(VibrationPlan plan, IReadOnlyList<IVibrator> motors, IRealTimeSource source, TimeProvider time, CueDelivery? delivery = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(motors);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(time);
        (_plan, _hostAt, _delivery) = (plan, source.HostAt, delivery);
        _motors = [.. motors.Select(m => new MotorQueue(m, plan.LatencyMs / 1000, plan.MotorMs / 1000, time))];
    }

    /// <summary>How many pulses of a foot came to an end so. On the walk's thread, or after it.</summary>
    public long Count(Foot foot, VibrationFate fate) => _counts[(int)foot, (int)fate];

    /// <inheritdoc/>
    public void OnCue(in Cue cue)
    {
        if (!_plan.Feels(cue.Kind)) return;
        HostTime? feltAt = _hostAt(cue.PlannedAt);
        foreach (MotorQueue motor in _motors)
        {
            if (cue.Foot is { } foot && foot != motor.Foot) continue;
            if (feltAt is { } at) motor.Add(new PlannedPulse(cue.Number, PulseOf(in cue), at));
            else Report(new VibrationReport(cue.Number, motor.Foot, VibrationFate.Missed, default));
        }
    }

    /// <inheritdoc/>
    public void OnSilence(bool wordsToo)
    {
        foreach (MotorQueue motor in _motors) motor.Silence();
    }

    /// <inheritdoc/>
    public void OnPose(in FootPose pose)
    {
        if (_now is { } now && pose.Time <= now) return;
        _now = pose.Time;
        TakeReports();
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
        OnSilence(wordsToo: true);
        TakeReports();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (MotorQueue motor in _motors) motor.Dispose();
    }

    // As with sound, the first cues and those after a silence are softer. A motor is felt by its acceleration, which goes with the square of its speed, and does not start
    // below some strength: half of the decibels are taken.
    private VibrationPulse PulseOf(in Cue cue) => new(
        _plan.StrengthPercent / 100 * Math.Pow(10, Math.Min(cue.GainDb, 0) / 40),
        cue.Kind == CueKind.Correction ? _plan.CorrectionMs : _plan.PulseMs);

    private void TakeReports()
    {
        foreach (MotorQueue motor in _motors)
            while (motor.TryTakeReport(out VibrationReport report)) Report(in report);
    }

    private void Report(in VibrationReport report)
    {
        _counts[(int)report.Foot, (int)report.Fate]++;
        _delivery?.Write(report.Number, report.At, frame: null, Fates[(int)report.Fate], Motors[(int)report.Foot]);
    }
}
