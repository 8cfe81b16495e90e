namespace GaitSense.Training.TimedTests;

/// <summary>What a clinician confirms before anybody walks backward in a test, for the clinician's desk. The person's own questions at home are those of the day (<c>GateQuestions</c>).</summary>
public static class BackwardChecklist
{
    /// <summary>The points as one line.</summary>
    /// <param name="test">The test.</param>
    public static string Text(TestDefinition test)
    {
        ArgumentNullException.ThrowIfNull(test);
        double wayM = (test.LengthM ?? 0) + (test.RunOutM ?? 0);
        return FormattableString.Invariant($"the path behind is clear over {wayM:0.##} m and room beyond; one person walks at arm's length with nothing else to do; closed shoes; nothing is carried; no double vision or dizziness today.");
    }
}
