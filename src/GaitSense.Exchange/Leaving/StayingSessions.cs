using System.Globalization;
using GaitSense.Training.Records;

namespace GaitSense.Exchange;

/// <summary>Sessions of a person that stay where others leave.</summary>
/// <param name="Code">The person.</param>
/// <param name="Simulated">How many were simulated.</param>
/// <param name="Running">How many run.</param>
public sealed record StayingSessions(string Code, int Simulated, int Running)
{
    /// <summary>What stays and why, in a line without its full stop.</summary>
    public string Words => $"{Code}: {string.Join("; ", Parts())}";

    /// <summary>The sessions of a person that stay; null: all leave.</summary>
    /// <param name="person">The person, with all sessions.</param>
    public static StayingSessions? Of(PersonExport person)
    {
        ArgumentNullException.ThrowIfNull(person);
        int simulated = person.Sessions.Count(s => s.Source == SessionSource.Simulation), running = person.Sessions.Count(s => s.Source != SessionSource.Simulation && !ExportPlan.Leaves(s));
        return simulated + running == 0 ? null : new(person.Person.Code, simulated, running);
    }

    private IEnumerable<string> Parts()
    {
        if (Simulated > 0) yield return Count(Simulated, "simulated session stays", "simulated sessions stay") + ", nobody walked " + (Simulated == 1 ? "it" : "them");
        if (Running > 0) yield return Count(Running, "session stays", "sessions stay") + " that still " + (Running == 1 ? "runs" : "run");
    }

    private static string Count(int n, string one, string more) => n == 1 ? "1 " + one : string.Create(CultureInfo.InvariantCulture, $"{n} {more}");
}
