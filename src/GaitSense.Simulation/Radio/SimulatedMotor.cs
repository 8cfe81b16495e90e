using GaitSense.Protocol;

namespace GaitSense.Simulation.Radio;

/// <summary>A motor of a simulated sensor: carries commands out as firmware-protocol/SPEC.md says, section 8, and keeps what was felt. Times are the sensor's own, µs.</summary>
public sealed class SimulatedMotor
{
    private const uint MaxAheadUs = 2_000_000;

    private readonly List<MotorPulse> _pulses = [];
    private int _first;

    /// <summary>Every pulse that was felt, or is going to be, in their order: what was replaced or stopped is cut off there.</summary>
    public IReadOnlyList<MotorPulse> Pulses => _pulses;

    /// <summary>Commands that came.</summary>
    public int Commands { get; private set; }

    /// <summary>Commands whose start had passed, or was too far ahead.</summary>
    public int Refused { get; private set; }

    /// <summary>A command came; false: it is refused, and what runs goes on.</summary>
    public bool Run(in MotorCommand command, long nowUs)
    {
        Commands++;
        uint aheadUs = command.StartUs is { } start ? unchecked(start - (uint)nowUs) : 0;
        if (command.Strength > 0 && aheadUs > MaxAheadUs)
        {
            Refused++;
            return false;
        }

        Cut(nowUs);
        for (int i = 0; command.Strength > 0 && i < command.Pulses; i++)
        {
            long fromUs = nowUs + aheadUs + (1000L * i * (command.OnMs + command.OffMs));
            _pulses.Add(new MotorPulse(fromUs, fromUs + (1000L * command.OnMs), command.Strength));
        }

        return true;
    }

    /// <summary>The connection or the power is gone. The clock may start again.</summary>
    public void Halt(long nowUs)
    {
        Cut(nowUs);
        _first = _pulses.Count;
    }

    private void Cut(long nowUs)
    {
        for (int i = _pulses.Count - 1; i >= _first && _pulses[i].ToUs > nowUs; i--)
        {
            if (_pulses[i].FromUs >= nowUs) _pulses.RemoveAt(i);
            else _pulses[i] = _pulses[i] with { ToUs = nowUs };
        }
    }
}
