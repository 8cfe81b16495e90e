using GaitSense.Simulation.People;
using GaitSense.Training.Volume;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>How the people of one course fared: adherence and volume.</summary>
/// <param name="Course">The course.</param>
/// <param name="People">How many.</param>
/// <param name="Planned">Sessions that were planned.</param>
/// <param name="Done">Sessions that were done.</param>
/// <param name="Minutes">Minutes walked.</param>
/// <param name="Lengths">Lengths walked backward.</param>
/// <param name="PlannedLengths">Lengths that the plans had.</param>
/// <param name="BackwardM">Distance walked backward, m.</param>
/// <param name="Versions">Versions of plans after the first.</param>
internal sealed record CourseSummary(TraineeCourse Course, int People, int Planned, int Done, double Minutes, double Lengths, int PlannedLengths, double BackwardM, int Versions)
{
    /// <summary>Sums up one course.</summary>
    public static CourseSummary Of(TraineeCourse course, IReadOnlyList<PersonRun> runs, ProgrammeRunOptions options)
    {
        DateOnly last = options.From.AddDays((7 * options.Programme.Weeks) - 1);
        WeekVolume[] weeks = [.. runs.SelectMany(r => Adherence.Of(r.History, last))];
        return new(course, runs.Count, weeks.Sum(w => w.Planned), weeks.Sum(w => w.Done), weeks.Sum(w => w.Minutes), weeks.Sum(w => w.Lengths), weeks.Sum(w => w.PlannedLengths), weeks.Sum(w => w.BackwardM), runs.Sum(r => r.History.Plans.Count - 1));
    }
}
