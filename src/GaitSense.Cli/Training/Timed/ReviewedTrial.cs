using System.Globalization;
using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Cli.Training.Timed;

/// <summary>A trial for whoever looks at it afterwards: what it may count as, and why it waits.</summary>
/// <param name="Person">The person's pseudonym.</param>
/// <param name="Session">Its session.</param>
/// <param name="Day">The day, where it took place.</param>
/// <param name="Waits">Whether it waits for a person's eye.</param>
/// <param name="Values">Its values by definition, in the unit of the definition; of several times by the feet the first.</param>
/// <param name="Trial">The trial, with its candidates (<c>feet</c>).</param>
internal sealed record ReviewedTrial(string Person, Guid Session, DateOnly Day, bool Waits, IReadOnlyDictionary<string, double> Values, Trial Trial)
{
    /// <summary>A trial.</summary>
    public static ReviewedTrial Of(Person person, Session session, Trial trial)
    {
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        foreach (string definition in TestDefinitions.All.FirstOrDefault(d => string.Equals(d.Name, trial.Test, StringComparison.Ordinal))?.Definitions ?? [])
            if (TrialReview.ValueOf(trial, definition) is { } value) values[definition] = value;
        return new(person.Code, session.Id, LocalDay.Of(session), TrialReview.Waits(trial), values, trial);
    }

    /// <summary>The trial in lines.</summary>
    public IEnumerable<string> Lines()
    {
        string counts = Trial.Validity == Validity.Invalid ? "does not count" : Waits ? "waits for a person's eye" : "counts";
        yield return $"{Person}, session {SessionCommand.Short(Session)} of {Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {Trial.Test}, {Trial.Instruction}, trial {Trial.No.ToString(CultureInfo.InvariantCulture)}{(Trial.Practice ? ", practice" : "")}: {counts}";
        if (Trial.Official is { } official) yield return $"  {(Waits ? "would count as" : "official")}: {Number(official)} {ResultUnit.Of(Trial)}, {DefinitionWords.Of(Trial.Definition ?? "")}";
        foreach ((string definition, double value) in Values) yield return $"  {definition}: {Number(value)} {ResultUnit.Of(definition)}";
        foreach ((FeetTime time, int i) in Trial.Feet.Select((f, i) => (f, i)).Where(_ => Trial.Feet.Count > 1))
            yield return $"  candidate {(i + 1).ToString(CultureInfo.InvariantCulture)}: {Number(time.TimeS)} s{(time.Crosses is { } foot ? $", the {Words.Of(foot)} foot crosses first" : "")} ({(100 * time.Share).ToString("0", CultureInfo.InvariantCulture)} %)";
        if (Trial.Reason.Length > 0) yield return $"  {(Trial.Validity == Validity.Invalid ? "why" : "attention")}: {OutsideText.Line(Trial.Reason)}";
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
