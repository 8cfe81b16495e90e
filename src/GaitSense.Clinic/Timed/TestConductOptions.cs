using GaitSense.Clinic.Courses;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Clinic.Timed;

/// <summary>What is needed to conduct a test.</summary>
/// <param name="Setting">The test.</param>
/// <param name="Scripts">What is read aloud, in the person's language.</param>
/// <param name="NewId">Makes identifiers of trials.</param>
public sealed record TestConductOptions(TestSetting Setting, TestScripts Scripts, Func<Guid> NewId)
{
    /// <summary>The simulated person who waits for "go"; null: somebody walks, or a recording.</summary>
    public CourseSource? Course { get; init; }

    /// <summary>The simulated attempt that had its "go" at a time, s, for its truth; null: nobody knows.</summary>
    public Func<double, CourseTrial?>? Truth { get; init; }

    /// <summary>Is told of each trial as it is kept; must not wait.</summary>
    public Action<Trial>? Kept { get; init; }

    /// <summary>Notes a moment in the recording; null: there is none.</summary>
    public Action<string>? Marked { get; init; }
}
