namespace GaitSense.Clinic.Live;

/// <summary>A value that a trial may be accepted with.</summary>
/// <param name="Value">In the test's unit.</param>
/// <param name="Source">"feet", "watch".</param>
/// <param name="Preselected">Whether it is taken where nothing else is chosen.</param>
/// <param name="Why">Why it is a candidate, or preselected.</param>
/// <param name="StartS">Where it begins, s on the walk's time.</param>
/// <param name="EndS">Where it ends, s on the walk's time.</param>
internal sealed record CandidateView(double Value, string Source, bool Preselected, string Why, double? StartS = null, double? EndS = null);
