namespace GaitSense.Benchmarks;

/// <summary>All stages by the names that the budget uses, in the order of the way of a sample.</summary>
internal static class StageCatalog
{
    public static readonly IReadOnlyList<(string Name, Func<BenchmarkInput, Stage> Create)> All =
    [
        ("decode of a packet", i => new DecodeStage(i)),
        ("gate", i => new GateStage(i)),
        ("mounting", i => new MountingStage(i)),
        ("motion meter", i => new MotionStage(i)),
        ("filter propagate", i => new PropagateStage(i)),
        ("filter propagate + velocity update", i => new VelocityUpdateStage(i)),
        ("tracker", i => new TrackerStage(i)),
        ("contacts", i => new ContactStage(i)),
        ("strides", i => new StrideStage(i)),
        ("direction", i => new DirectionStage(i)),
        ("foot pipeline", i => new FootStage(i)),
        ("walk pipeline", i => new WalkStage(i)),
    ];
}
