using GaitSense.Core;
using GaitSense.Training.People;
using GaitSense.Training.Verdicts;

namespace GaitSense.Benchmarks;

/// <summary>One of the nine measures that people are simulated with: its key, a usual value, how far visits of an unchanged person lie apart, and whether people learn it.</summary>
/// <param name="Key">What the series is of.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Mean">A usual value.</param>
/// <param name="Sd">The usual SD of visits: for tests with a published detectable change the one behind it; for the others chosen.</param>
/// <param name="Resolution">The step in which it is written down.</param>
/// <param name="Learns">Whether the first visits are worse: tests and walking backward.</param>
/// <param name="Test">Whether it is a timed test.</param>
/// <param name="Published">Whether a detectable change is published.</param>
internal sealed record SimulatedMeasure(SeriesKey Key, string Unit, double Mean, double Sd, double Resolution, bool Learns, bool Test, bool Published)
{
    public static SimulatedMeasure[] All { get; } =
    [
        Timed("t25fw@1", "fast", 7.0, 0.083 * 7.0, published: true), Timed("3mbw@1", "fast", 6.0, 1.69 / 2.772, published: true, WalkingDirection.Backward), Timed("tug@1", "fast", 10.0, 0.097 * 10.0, published: true),
        new(Of("6mwt@1", "comfortable", WalkingDirection.Forward, "lap-distance"), "m", 400, 0.05 * 400, 1, Learns: true, Test: true, Published: false),
        Feet("speed_mps", "m/s", 1.0, 0.05), Feet("speed_mps", "m/s", 0.5, 0.045, WalkingDirection.Backward, learns: true), Feet("stride_length_m", "m", 1.1, 0.035), Feet("double_support_percent", "%", 28, 1.4, resolution: 0.1),
        Feet("swing_time_symmetry_percent", "%", 8, 2.5, resolution: 0.1),
    ];

    private static SimulatedMeasure Timed(string test, string instruction, double mean, double sd, bool published, WalkingDirection direction = WalkingDirection.Forward) =>
        new(Of(test, instruction, direction, "watch-from-go"), "s", mean, sd, 0.1, Learns: true, Test: true, published);

    private static SimulatedMeasure Feet(string name, string unit, double mean, double sd, WalkingDirection direction = WalkingDirection.Forward, bool learns = false, double resolution = 0.001) =>
        new(Of(name, "comfortable_walk", direction, ""), unit, mean, sd, resolution, learns, Test: false, Published: false);

    private static SeriesKey Of(string quantity, string instruction, WalkingDirection direction, string definition) => new() { Quantity = quantity, Instruction = instruction, Direction = direction, Definition = definition, Aid = WalkingAid.None, Orthosis = Orthosis.None };
}
