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
        from part in (IEnumerable<(ProgressSeries? Series, JudgedQuantity Quantity)>)[(row.Forward, row.Quantity), (row.Backward, row.BackwardQuantity ?? row.Quantity)]
        where part.Series is { Series.Values.Count: > 0 }
        let last = part.Series!.Series.Values[^1]
        select new PersonMeasure(part.Quantity.Name, part.Quantity.Title, part.Series!.Series.Key.Direction, last.Value, part.Quantity.Unit, last.Day, part.Series!.Series.Values.Count, report.Simulated);
}
