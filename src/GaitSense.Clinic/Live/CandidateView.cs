namespace GaitSense.Clinic.Live;

/// <summary>A value of a trial: the official one, one of the feet's times, or one that is kept beside.</summary>
/// <param name="Value">In the test's unit.</param>
/// <param name="Source">"feet", "watch".</param>
/// <param name="Definition">What it is a value by: "watch-from-go". One definition is official in a whole test, and was chosen before it.</param>
/// <param name="Preselected">Whether it is official where nothing else is chosen.</param>
/// <param name="Why">Why it is a candidate, or preselected.</param>
internal sealed record CandidateView(double Value, string Source, string Definition, bool Preselected, string Why)
{
    /// <summary>Which of the feet's times it is, from 0: what may be chosen; null: it is none of them.</summary>
    public int? Candidate { get; init; }

    /// <summary>Where it begins, s on the walk's time.</summary>
    public double? StartS { get; init; }

    /// <summary>Where it ends, s on the walk's time.</summary>
    public double? EndS { get; init; }
}
