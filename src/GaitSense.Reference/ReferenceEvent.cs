using GaitSense.Core;

namespace GaitSense.Reference;

/// <summary>A labelled gait event: from another measuring system, from a person, or known because the walk was simulated.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Time">When, on the recording's clock.</param>
/// <param name="Direction">Direction of the swing; <see cref="WalkingDirection.Unknown"/> where it carries no label.</param>
public readonly record struct ReferenceEvent(Foot Foot, GaitEventKind Kind, DeviceTime Time, WalkingDirection Direction);
