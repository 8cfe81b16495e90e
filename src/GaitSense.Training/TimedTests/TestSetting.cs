namespace GaitSense.Training.TimedTests;

/// <summary>What is chosen before a test.</summary>
public sealed record TestSetting
{
    /// <summary>The test.</summary>
    public required TestDefinition Test { get; init; }

    /// <summary>The instruction that is given, one of the test's. <value>The default is null: the test's first.</value></summary>
    public string? Instruction { get; init; }

    /// <summary>The clinic's official definition for this test. <value>The default is null: the test's own.</value></summary>
    public string? Official { get; init; }

    /// <summary>Length of the corridor, m, 5 to 100, from turn to turn; null: not given, and there is no lap distance.</summary>
    public double? CorridorM { get; init; }

    /// <summary>Whether there is a second line, and the person stops at it. <value>The default is as the test has it.</value></summary>
    public bool HasSecondLine { get; init; } = true;

    /// <summary>The instruction in force.</summary>
    public string InstructionGiven => Instruction ?? Test.Instructions[0];

    /// <summary>The official definition in force.</summary>
    public string OfficialDefinition => Official ?? Test.Official;

    /// <summary>
    /// The settings of a whole test, in the order in which they are walked: of a dual task the walk alone and the walk with the second task, where no instruction is chosen; of any other test
    /// this one.
    /// </summary>
    public IReadOnlyList<TestSetting> Parts => Test.Kind == TestKind.DualTask && Instruction is null ? [.. Test.Instructions.Select(i => this with { Instruction = i })] : [this];

    /// <summary>What cannot be; null: nothing.</summary>
    public string? FindFault() => this switch
    {
        _ when !Test.Instructions.Contains(InstructionGiven, StringComparer.Ordinal) => $"{Test.Name} has no instruction \"{InstructionGiven}\"; it has {string.Join(", ", Test.Instructions)}.",
        _ when !Test.Definitions.Contains(OfficialDefinition, StringComparer.Ordinal) => $"{Test.Name} has no definition \"{OfficialDefinition}\"; it has {string.Join(", ", Test.Definitions)}.",
        { CorridorM: null } when string.Equals(OfficialDefinition, TestDefinitions.LapDistance, StringComparison.Ordinal) => "the corridor's length is needed for its lap distance; or choose the stride sum.",
        { CorridorM: not (null or (>= 5 and <= 100)) } => "a corridor is 5 to 100 m long.",
        _ => null,
    };
}
