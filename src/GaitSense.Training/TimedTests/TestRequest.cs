namespace GaitSense.Training.TimedTests;

/// <summary>
/// Something a person asks of a timed test, with the instant at which they did. That is the instant at which the key went down, on the host's clock, mapped onto the walk's
/// time; never the time of the samples that happened to be processed then, which lag by what the radio and the queues hold.
/// </summary>
/// <param name="Kind">What.</param>
/// <param name="TimeS">When, s on the walk's time.</param>
public readonly record struct TestRequest(TestRequestKind Kind, double TimeS)
{
    /// <summary>Which candidate is accepted, from 0; null: the preselected one.</summary>
    public int? Candidate { get; init; }

    /// <summary>Why; null: nothing was said.</summary>
    public string? Reason { get; init; }
}
