namespace GaitSense.Core;

/// <summary>An early guess of an event, for cues that cannot wait for the final time.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Kind">What seems to happen.</param>
/// <param name="Time">When, as far as known.</param>
/// <param name="KnownAt">Time of the sample that gave the guess.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Kept">Whether a final event followed; null while undecided.</param>
public readonly record struct ProvisionalEvent(
    Foot Foot,
    GaitEventKind Kind,
    DeviceTime Time,
    DeviceTime KnownAt,
    double Confidence,
    bool? Kept)
{
    /// <summary>The guess in a line: "left initial contact at 27.870000 s, early guess, confirmed".</summary>
    public override string ToString() => Print.Line($"{Print.Words(Foot)} {Print.Words(Kind)} at {Time}, early guess, {(Kept switch { null => "undecided", true => "confirmed", false => "withdrawn" })}");
}
