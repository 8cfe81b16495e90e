namespace GaitSense.Core;

/// <summary>One gait event of one foot.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Time">When it happened, on the sensor's clock.</param>
/// <param name="DetectedAt">Time of the sample whose processing fixed <paramref name="Time"/>; nothing looked further ahead.</param>
/// <param name="Direction">
/// Direction of the swing just ended (IC, FF), now beginning (HO, TC), or under way (MS, the early estimate).
/// <see cref="WalkingDirection.Unknown"/> until it is known.
/// </param>
/// <param name="Confidence">0 to 1: how sure the detector is that the event is real.</param>
/// <param name="DirectionKnownAt">Time of the sample that settled the direction; null while it is unknown.</param>
public readonly record struct GaitEvent(
    Foot Foot,
    GaitEventKind Kind,
    DeviceTime Time,
    DeviceTime DetectedAt,
    WalkingDirection Direction,
    double Confidence,
    DeviceTime? DirectionKnownAt)
{
    /// <summary>The event in a line: "left initial contact at 27.870000 s, direction forward".</summary>
    public override string ToString() => Print.Line($"{Print.Words(Foot)} {Print.Words(Kind)} at {Time}, direction {Print.Words(Direction)}");
}
