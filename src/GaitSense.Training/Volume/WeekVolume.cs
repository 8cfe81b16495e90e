namespace GaitSense.Training.Volume;

/// <summary>What was planned and done in one week of a plan. Volume is an outcome of its own: bars of minutes, no score.</summary>
public sealed record WeekVolume
{
    /// <summary>Week of the plan, from 1.</summary>
    public required int Week { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Sessions that were planned.</summary>
    public required int Planned { get; init; }

    /// <summary>Sessions of the plan that were done, at most those planned.</summary>
    public required int Done { get; init; }

    /// <summary>Sessions beside the plan.</summary>
    public required int Free { get; init; }

    /// <summary>Sessions that ended before their dose.</summary>
    public required int EndedEarly { get; init; }

    /// <summary>Minutes walked, of the sessions that measured them.</summary>
    public required double Minutes { get; init; }

    /// <summary>Strides of both feet, of the sessions that counted them.</summary>
    public required int Strides { get; init; }

    /// <summary>Bouts of walking.</summary>
    public required int Bouts { get; init; }

    /// <summary>Lengths walked backward.</summary>
    public required double Lengths { get; init; }

    /// <summary>Lengths that the plan asked for.</summary>
    public required int PlannedLengths { get; init; }

    /// <summary>Distance walked backward, m.</summary>
    public required double BackwardM { get; init; }

    /// <summary>Sessions without any measured dose; their volume is not known.</summary>
    public required int Unmeasured { get; init; }

    /// <summary>Done of planned, percent; null: nothing was planned.</summary>
    public double? DonePercent => Planned > 0 ? 100.0 * Done / Planned : null;
}
