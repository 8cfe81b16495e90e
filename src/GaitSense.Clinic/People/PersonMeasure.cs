using GaitSense.Core;
using GaitSense.Training.Verdicts;

namespace GaitSense.Clinic.People;

/// <summary>A measure of a person as the desk shows it at a glance: its last value.</summary>
/// <param name="Name">Its name in files.</param>
/// <param name="Label">Its title.</param>
/// <param name="Direction">Forward or backward.</param>
/// <param name="Value">The last value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="At">Its day.</param>
/// <param name="N">Visits with a value.</param>
/// <param name="Simulated">Whether nobody walked it.</param>
internal sealed record PersonMeasure(string Name, string Label, WalkingDirection Direction, double Value, string Unit, DateOnly At, int N, bool Simulated)
{
    /// <summary>At most nine of a report (<see cref="ShownMeasure"/>).</summary>
    public static IEnumerable<PersonMeasure> In(ProgressReport report) =>
        from row in report.Rows
        from part in row.Parts()
        let series = part.Series.Series
        where series.Values.Count > 0
        let last = series.Values[^1]
        select new PersonMeasure(part.Quantity.Name, part.Quantity.Title, series.Key.Direction, last.Value, part.Quantity.Unit, last.Day, series.Values.Count, report.Simulated);
}
