using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Records;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>What a run came to, in numbers.</summary>
internal sealed record ProgrammeSummary
{
    /// <summary>Programme and version.</summary>
    public required string Programme { get; init; }

    /// <summary>People.</summary>
    public required int People { get; init; }

    /// <summary>Weeks of the programme.</summary>
    public required int Weeks { get; init; }

    /// <summary>Chance.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Rows by kind.</summary>
    public required IReadOnlyDictionary<string, int> Rows { get; init; }

    /// <summary>Sessions by task and place.</summary>
    public required IReadOnlyDictionary<string, int> Sessions { get; init; }

    /// <summary>Sessions by how they ended.</summary>
    public required IReadOnlyDictionary<string, int> Ends { get; init; }

    /// <summary>Gates that held something that was asked for, by key.</summary>
    public required IReadOnlyDictionary<string, int> Held { get; init; }

    /// <summary>Backward sessions that became a walk forward.</summary>
    public required int BecameForward { get; init; }

    /// <summary>Proposals that were confirmed, by kind.</summary>
    public required IReadOnlyDictionary<string, int> Confirmed { get; init; }

    /// <summary>Pauses that began.</summary>
    public required int Pauses { get; init; }

    /// <summary>Sessions on days on which something was true that the person did not say: no gate can know it.</summary>
    public required int Unsaid { get; init; }

    /// <summary>How people of each course fared.</summary>
    public required IReadOnlyList<CourseSummary> Courses { get; init; }

    /// <summary>The rules, checked from the rows.</summary>
    public required IReadOnlyList<RuleCount> Rules { get; init; }

    /// <summary>SHA-256 of all rows.</summary>
    public required string Digest { get; init; }

    /// <summary>Rules that did not hold, all together.</summary>
    public int Violations => Rules.Sum(r => r.Violations);

    /// <summary>Sums up a run.</summary>
    public static ProgrammeSummary Of(ProgrammeRunOptions options, IReadOnlyList<PersonRun> runs)
    {
        Attempt[] attempts = [.. runs.SelectMany(r => r.Attempts)];
        Session[] sessions = [.. attempts.Select(a => a.Session).OfType<Session>()];
        return new()
        {
            Programme = options.Programme.Template,
            People = options.People,
            Weeks = options.Programme.Weeks,
            Seed = options.Seed,
            Rows = Counted(runs.SelectMany(r => r.Rows).Select(r => r.Row is DayCheck ? "checks" : r.Row is Person ? "people" : r.Row is SignOff ? "sign-offs" : r.Row.GetType().Name.ToLowerInvariant() + "s")),
            Sessions = Counted(sessions.Select(s => $"{Words(s.Task)}, {Words(s.Place)}")),
            Ends = Counted(sessions.Select(s => s.StopReason == StopReason.None ? "completed" : Words(s.StopReason))),
            Held = Counted(attempts.SelectMany(HeldSomething)),
            BecameForward = attempts.Count(a => a.Session is not null && a.Today.Reasons.Contains("today.forward", StringComparer.Ordinal)),
            Confirmed = Counted(runs.SelectMany(r => r.Proposals).Select(p => Words(p.Proposal.Kind))),
            Pauses = runs.Sum(r => r.Pauses),
            Unsaid = runs.Sum(r => r.Attempts.Count(a => a.Session is not null && r.Trainee.On(a.Day) is { IsNew: true } && !a.Check.Answers.Any(x => x is { Question: GateQuestions.News, Answer: Answer.Yes }))),
            Courses = [.. runs.GroupBy(r => r.Trainee.Truth.Course).OrderBy(g => g.Key).Select(g => CourseSummary.Of(g.Key, [.. g], options))],
            Rules = [.. ProgrammeAudit.Of(runs), .. DoseAudit.Of(runs)],
            Digest = RunDigest.Of(runs),
        };
    }

    // What a gate says counts where it changed the day: nothing was offered, a walk forward instead, or less.
    private static IEnumerable<string> HeldSomething(Attempt attempt) =>
        attempt.Today.Gates.Reasons.Where(r => r.Holds switch
        {
            GateHold.Session => true,
            GateHold.Dose => attempt.Session is not null,
            _ => attempt.Today.Reasons.Contains(r.Key, StringComparer.Ordinal),
        }).Select(r => r.Key);

    private static SortedDictionary<string, int> Counted(IEnumerable<string> names)
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string name in names) counts[name] = counts.GetValueOrDefault(name) + 1;
        return counts;
    }

    private static string Words<T>(T value)
        where T : struct, Enum => GaitSense.Core.Words.InFiles(value).Replace('_', ' ');
}
