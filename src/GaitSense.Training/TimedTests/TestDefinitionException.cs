using GaitSense.Core;

namespace GaitSense.Training.TimedTests;

/// <summary>A file of timed tests that cannot be used.</summary>
public sealed class TestDefinitionException : GaitSenseException
{
    /// <summary>Says why.</summary>
    /// <param name="message">What, where, what to do, in one line.</param>
    public TestDefinitionException(string message)
        : base(message)
    {
    }

    /// <summary>Says why.</summary>
    /// <param name="message">What, where, what to do, in one line.</param>
    /// <param name="inner">What caused it.</param>
    public TestDefinitionException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
