using GaitSense.Simulation.Motion;

namespace GaitSense.Simulation.Plan;

/// <summary>All that one foot will do: where it starts, its movements, what it does between them, and the knocks that it feels.</summary>
internal sealed class FootPlan
{
    public FootPlacement Start { get; init; }

    public List<MovementPlan> Movements { get; } = [];

    public List<FootFidget> Fidgets { get; } = [];

    public List<Knock> Knocks { get; } = [];
}
