using GaitSense.Training.Records;

namespace GaitSense.Training.TimedTests;

/// <summary>What a session of a timed test keeps where no attempt came about: sensors were not found, or somebody ended it before "go". Without it the session would stand among walks.</summary>
public static class UnbegunTrial
{
    /// <summary>Why it does not count.</summary>
    public const string Reason = "no attempt was made";

    /// <summary>The trial: of this test, without a "go", and it does not count.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="setting">The test.</param>
    public static Trial Of(Guid id, TestSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return new() { Id = id, Test = setting.Test.Name, No = 1, Instruction = setting.InstructionGiven, Validity = Validity.Invalid, Reason = Reason };
    }
}
