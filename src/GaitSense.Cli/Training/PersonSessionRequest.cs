using GaitSense.Training.Gates;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Cli.Training;

/// <summary>A session that a person wants to begin.</summary>
/// <param name="Code">Who.</param>
/// <param name="Place">Where.</param>
/// <param name="Answers">What was answered already.</param>
/// <param name="IsFree">Beside the plan: no dose, and it counts for no slot. The gates hold all the same.</param>
/// <param name="Source">Where the samples come from.</param>
internal sealed record PersonSessionRequest(string Code, Place Place, IReadOnlyList<GateAnswer> Answers, bool IsFree, SessionSource Source)
{
    /// <summary>The timed test that the session is; null: a walk. A test is beside the plan.</summary>
    public TestSetting? Test { get; init; }
}
