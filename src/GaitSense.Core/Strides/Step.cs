namespace GaitSense.Core;

/// <summary>One step: initial contact of one foot to the next initial contact of the other. It belongs to the foot that lands.</summary>
/// <param name="Foot">The foot that landed.</param>
/// <param name="Time">Its initial contact.</param>
/// <param name="StepTimeS">Since the other foot's initial contact, s.</param>
/// <param name="StepTimeUncertaintyS">Standard uncertainty of <paramref name="StepTimeS"/>, s: event timing and clock alignment together.</param>
/// <param name="DoubleSupportS">This landing to the other foot's next terminal contact, s; null where that did not follow.</param>
/// <param name="KnownAt">Time of the sample that completed the step.</param>
/// <param name="Direction">Direction of the swing that ended with this landing, as far as known.</param>
public readonly record struct Step(
    Foot Foot,
    DeviceTime Time,
    double StepTimeS,
    double StepTimeUncertaintyS,
    double? DoubleSupportS,
    DeviceTime KnownAt,
    WalkingDirection Direction)
{
    /// <summary>The step in a line: "left step, landed at 27.870000 s: 0.53 s after the right foot, forward".</summary>
    public override string ToString() => Print.Line($"{Print.Words(Foot)} step, landed at {Time}: {StepTimeS:0.00} s after the {(Foot == Foot.Left ? "right" : "left")} foot, {Print.Words(Direction)}");
}
