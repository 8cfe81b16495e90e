using GaitSense.Simulation.Sensor;

namespace GaitSense.Benchmarks;

/// <summary>One thing, or at a corner several, that is harder than in the base condition.</summary>
/// <param name="Factor">What is varied.</param>
/// <param name="Level">How far.</param>
/// <param name="Sensor">The preset's sensor under this condition.</param>
internal sealed record Condition(string Factor, string Level, Func<ImuErrorModel, ImuErrorModel> Sensor)
{
    /// <summary>How far the declared toe direction is turned outward from the true one, rad.</summary>
    public double DeclaredOffRad { get; init; }

    /// <summary>Why this corner.</summary>
    public string Why { get; init; } = "";

    /// <summary>Both, as a heading.</summary>
    public string Name => $"{Factor}: {Level}";
}
