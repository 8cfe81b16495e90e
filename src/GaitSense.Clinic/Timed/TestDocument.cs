using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Clinic.Timed;

/// <summary>What came of a test, for programs.</summary>
public sealed record TestDocument
{
    /// <summary>Name of the format.</summary>
    public string Format { get; } = "gaitsense-timed-test";

    /// <summary>Version of the format.</summary>
    public int Version { get; } = 1;

    /// <summary>The test, with the version of its definition.</summary>
    public required string Test { get; init; }

    /// <summary>The instruction of the part that has the result.</summary>
    public required string Instruction { get; init; }

    /// <summary>The official definition.</summary>
    public required string Definition { get; init; }

    /// <summary>The unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The official result; left out: not all trials are there.</summary>
    public double? Result { get; init; }

    /// <summary>The feet's own result, a series of its own.</summary>
    public double? ResultByFeet { get; init; }

    /// <summary>The feet's definition.</summary>
    public string? FeetDefinition { get; init; }

    /// <summary>Whether nobody walked it.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Whether it came to its end.</summary>
    public required bool Complete { get; init; }

    /// <summary>The person's pseudonym.</summary>
    public string? Person { get; init; }

    /// <summary>The session that is kept.</summary>
    public Guid? Session { get; init; }

    /// <summary>All trials.</summary>
    public required IReadOnlyList<Trial> Trials { get; init; }

    /// <summary>What the feet's result should be, by trials of a simulation.</summary>
    public IReadOnlyList<TrialTruth>? Truth { get; init; }

    /// <summary>The visit before, and limits, in lines.</summary>
    public IReadOnlyList<string>? Earlier { get; init; }

    /// <summary>Where the protocol is from.</summary>
    public required string Source { get; init; }

    /// <summary>A result as a document.</summary>
    public static TestDocument Of(TestResult result, Session? session, string? person, IReadOnlyList<string> earlier)
    {
        TestDefinition test = result.Setting.Test;
        return new TestDocument
        {
            Test = test.Name,
            Instruction = result.Setting.InstructionGiven,
            Definition = result.Setting.OfficialDefinition,
            Unit = test.Unit,
            Result = result.Summary?.Value,
            ResultByFeet = result.ByFeet?.Value,
            FeetDefinition = result.ByFeet?.Definition,
            Simulated = result.IsSimulated,
            Complete = result.IsOver,
            Person = person,
            Session = session?.Id,
            Trials = result.Trials,
            Truth = result.Truth.Count > 0 ? result.Truth : null,
            Earlier = earlier.Count > 0 ? earlier : null,
            Source = test.Source,
        };
    }
}
