using GaitSense.Training.Verdicts;

namespace GaitSense.Benchmarks;

/// <summary>A choice of the rule's three kinds of numbers, and what it does to people.</summary>
/// <param name="TestsInARow">Visits in a row that must agree, of a test.</param>
/// <param name="MeasuresInARow">The same of a measure of the feet.</param>
/// <param name="TestCorrelation">How much tests are taken to depend on each other.</param>
/// <param name="MeasureCorrelation">The same of measures.</param>
internal sealed record VerdictChoice(int TestsInARow, int MeasuresInARow, double TestCorrelation, double MeasureCorrelation)
{
    /// <summary>What was chosen from, the numbers of before first.</summary>
    public static VerdictChoice[] All { get; } =
    [
        new(2, 4, 0.2, 0.4), new(2, 4, 0.5, 0.5), new(3, 4, 0.5, 0.5), new(3, 6, 0.5, 0.5), new(3, 6, 0.6, 0.6), new(3, 6, 0.7, 0.7), new(3, 8, 0.5, 0.5), new(3, 8, 0.6, 0.6), new(4, 8, 0.5, 0.5), new(4, 8, 0.6, 0.6), new(4, 8, 0.7, 0.7),
    ];

    /// <summary>Whether these are the numbers that come with the program.</summary>
    public bool IsBuiltIn => LimitTable.BuiltIn.Settings is var s && this == new VerdictChoice(s.TestsInARow, s.MeasuresInARow, s.TestCorrelation, s.MeasureCorrelation);

    /// <summary>The limits with these numbers.</summary>
    public LimitTable Table => LimitTable.BuiltIn with
    {
        Settings = LimitTable.BuiltIn.Settings with { TestsInARow = TestsInARow, MeasuresInARow = MeasuresInARow, TestCorrelation = TestCorrelation, MeasureCorrelation = MeasureCorrelation },
    };
}
