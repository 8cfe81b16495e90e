using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Plan;
using GaitSense.Sessions;
using GaitSense.Walk;

namespace GaitSense.Cli.Cues;

/// <summary>The motors of one walk, and what became of its pulses.</summary>
internal sealed class FeltCues : IDisposable
{
    private readonly TimeProvider _time;
    private readonly VibrationPlan _plan;
    private readonly IReadOnlyList<IVibrator> _motors;
    private VibrationPlayer? _player;

    private FeltCues(TimeProvider time, VibrationPlan plan, IReadOnlyList<IVibrator> motors) => (_time, _plan, _motors) = (time, plan, motors);

    /// <summary>Looks for motors. A sensor without one is said, once, and the walk goes on without.</summary>
    public static async Task<FeltCues> FindAsync(Terminal terminal, VibrationPlan plan, IReadOnlyList<IVibrator> sensors, CancellationToken stop)
    {
        List<IVibrator> motors = [];
        foreach (IVibrator sensor in sensors)
        {
            string problem = "the sensor has no motor";
            try
            {
                if (await sensor.IsPresentAsync(stop).ConfigureAwait(false))
                {
                    motors.Add(sensor);
                    continue;
                }
            }
            catch (BleException e)
            {
                problem = Errors.Line(e);
            }

            terminal.Report($"warning: {Words.Of(sensor.Foot)}: nothing is felt: {problem}");
        }

        return new FeltCues(terminal.Time, plan, motors);
    }

    /// <summary>Pulses for a walk; null where there is no motor.</summary>
    public VibrationPlayer? For(IRealTimeSource source, CueDelivery? delivery) => _motors.Count == 0 ? null : _player = new VibrationPlayer(_plan, _motors, source, _time, delivery);

    /// <summary>What came of it, in lines.</summary>
    public IEnumerable<string> Lines()
    {
        if (_player is null) yield break;
        foreach (IVibrator motor in _motors)
        {
            long Of(VibrationFate fate) => _player.Count(motor.Foot, fate);
            yield return string.Create(CultureInfo.InvariantCulture, $"{Words.Of(motor.Foot)}: {Of(VibrationFate.HandedOver)} pulses sent, {Of(VibrationFate.Missed) + Of(VibrationFate.Crowded)} left out that would have come late, {Of(VibrationFate.Cancelled)} taken back, {Of(VibrationFate.Failed)} not taken by the sensor");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _player?.Dispose();
}
