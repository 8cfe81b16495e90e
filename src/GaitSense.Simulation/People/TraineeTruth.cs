namespace GaitSense.Simulation.People;

/// <summary>Who a simulated person is: what no rule is told.</summary>
public sealed record TraineeTruth
{
    /// <summary>Number among the people of a seed, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How they fare.</summary>
    public required TraineeCourse Course { get; init; }

    /// <summary>The IANA zone they live in.</summary>
    public required string Zone { get; init; }

    /// <summary>Patient-determined disease steps, 0 to 7.</summary>
    public required int DiseaseSteps { get; init; }

    /// <summary>The longest comfortable walk at the beginning, minutes.</summary>
    public required double LongestMinutes { get; init; }

    /// <summary>Comfortable speed forward at the beginning, m/s.</summary>
    public required double SpeedMps { get; init; }

    /// <summary>Stride length forward at the beginning, m.</summary>
    public required double StrideLengthM { get; init; }

    /// <summary>Speed backward, as a share of that forward.</summary>
    public required double BackwardShare { get; init; }

    /// <summary>Backward lengths of 4 m that can be walked at the beginning before tiring.</summary>
    public required double LongestLengths { get; init; }

    /// <summary>Change of what can be walked over eight weeks, as a natural logarithm.</summary>
    public required double LnChange { get; init; }

    /// <summary>Falls in a week, outside sessions, on average.</summary>
    public required double FallsPerWeek { get; init; }

    /// <summary>Probability that a session ends because of pain.</summary>
    public required double PainPerSession { get; init; }

    /// <summary>Probability of wanting to train on a day.</summary>
    public required double Diligence { get; init; }

    /// <summary>Probability that somebody is within call on a day.</summary>
    public required double Company { get; init; }

    /// <summary>Probability that a question stays unanswered.</summary>
    public required double Silence { get; init; }

    /// <summary>Day on which a relapse begins, from 0; null: none does.</summary>
    public int? RelapseDay { get; init; }

    /// <summary>First day away, from 0; null: never away.</summary>
    public int? AwayFrom { get; init; }

    /// <summary>Days away.</summary>
    public int AwayDays { get; init; }
}
