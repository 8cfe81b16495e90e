using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation.Presets;

/// <summary>Writes a script for a person whose cadence is known, so that parts can be given in seconds.</summary>
internal sealed class ScriptBuilder(GaitParameters person)
{
    private const double Degree = Math.PI / 180;

    public List<WalkSegment> Segments { get; } = [];

    public ScriptBuilder Stand(double seconds)
    {
        Segments.Add(WalkSegment.Stand(seconds));
        return this;
    }

    public ScriptBuilder Walk(WalkManner manner, double seconds, double turnDegrees = 0)
    {
        int steps = Math.Max(2, (int)Math.Round(seconds * person.CadenceStepsPerMin / 60));
        steps = Math.Max(steps, (int)Math.Ceiling(Math.Abs(turnDegrees) * Degree));
        Segments.Add(WalkSegment.Walk(manner, steps, turnDegrees * Degree));
        return this;
    }

    /// <summary>A walking turn in shortened steps of about 30 degrees each.</summary>
    public ScriptBuilder Turn(double degrees, double lengthScale = 0.6)
    {
        int steps = Math.Max(3, (int)Math.Round(Math.Abs(degrees) / 30));
        Segments.Add(WalkSegment.Walk(WalkManner.Forward, steps, degrees * Degree) with { LengthScale = lengthScale });
        return this;
    }

    /// <summary>
    /// An episode of freezing: the steps shorten, the feet tremble in place, a few tiny steps, and on. With a turn, the tiny steps turn.
    /// </summary>
    public ScriptBuilder Freeze(double seconds, double turnDegrees = 0)
    {
        Segments.Add(WalkSegment.Walk(WalkManner.Forward, 2) with { LengthScale = 0.6 });
        Segments.Add(WalkSegment.Walk(WalkManner.Forward, 2) with { LengthScale = 0.35 });
        Segments.Add(WalkSegment.Freeze(seconds));
        Segments.Add(WalkSegment.Walk(WalkManner.Forward, 4, turnDegrees * Degree) with { LengthScale = 0.06, IsAmbiguous = true });
        Segments.Add(WalkSegment.Walk(WalkManner.Forward, 2) with { LengthScale = 0.5 });
        return this;
    }

    /// <summary>Lengths of walking with turns between them until the time is used up.</summary>
    public ScriptBuilder Lengths(double totalS, double lengthS, double turnDegrees = 180)
    {
        double turnS = Math.Max(3, Math.Abs(turnDegrees) / 30) * 60 / person.CadenceStepsPerMin;
        for (double left = totalS; left > 1; left -= lengthS + turnS)
        {
            Walk(WalkManner.Forward, Math.Min(left, lengthS));
            if (left > lengthS + turnS + 2) Turn(turnDegrees);
        }

        return this;
    }
}
