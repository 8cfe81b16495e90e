using System.Globalization;
using GaitSense.Recording.Plain;
using GaitSense.Training.People;
using GaitSense.Training.Records;

namespace GaitSense.Exchange;

/// <summary>What would leave, before it does: who, how much, by which consent, and who stays with the reason.</summary>
public sealed record ExportPlan
{
    /// <summary>What was asked.</summary>
    public required ExportRequest Request { get; init; }

    /// <summary>People whose data would leave, each with the consent it rests on; null for care.</summary>
    public required IReadOnlyList<(PersonExport Person, Consent? By)> Leaving { get; init; }

    /// <summary>People whose data stay, with the reason.</summary>
    public required IReadOnlyList<(string Code, string Why)> Staying { get; init; }

    /// <summary>Sessions that stay of people who leave.</summary>
    public required IReadOnlyList<StayingSessions> LeftOut { get; init; }

    /// <summary>Whether a session may leave: a simulated walk is nobody's, and one that runs has no end yet.</summary>
    public static bool Leaves(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Source != SessionSource.Simulation && session.Status != SessionStatus.Running;
    }

    /// <summary>Decides who may leave, and with which sessions.</summary>
    /// <param name="request">What is asked.</param>
    /// <exception cref="ExchangeException">A person's code is no pseudonym, twice there, or nothing is asked for.</exception>
    public static ExportPlan Of(ExportRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Formats == ExportFormats.None || request.People.Count == 0) throw new ExchangeException("nothing is to leave: name a person and a format");
        List<(PersonExport, Consent?)> leaving = [];
        List<(string, string)> staying = [];
        List<StayingSessions> leftOut = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (PersonExport person in request.People)
        {
            string code = person.Person.Code;
            if (PersonId.WhyNot(code) is { } why) throw new ExchangeException($"a person's code {why}: give a pseudonym before anything leaves");
            if (!seen.Add(code)) throw new ExchangeException($"{code} is there twice");
            Consent? consent = request.Purpose == ExportPurpose.Research ? ConsentOf(person, request) : null;
            if (request.Purpose == ExportPurpose.Research && consent is null) staying.Add((code, WhyStaying(person, request)));
            else if (person.Sessions.Any(s => s.PersonId != person.Person.Id) || person.Falls.Any(f => f.PersonId != person.Person.Id)) throw new ExchangeException($"{code}: sessions of somebody else are among them");
            else
            {
                leaving.Add((person with { Sessions = [.. person.Sessions.Where(Leaves)] }, consent));
                if (StayingSessions.Of(person) is { } stays) leftOut.Add(stays);
            }
        }

        return new ExportPlan { Request = request, Leaving = leaving, Staying = staying, LeftOut = leftOut };
    }

    /// <summary>What is asked before anything leaves: lines of words, the last one the question.</summary>
    public IReadOnlyList<string> Question()
    {
        int sessions = Leaving.Sum(p => p.Person.Sessions.Count), measures = Leaving.Sum(p => p.Person.Sessions.Sum(s => s.Measures.Count)), trials = Leaving.Sum(p => p.Person.Sessions.Sum(s => s.Trials.Count));
        List<string> lines =
        [
            Line($"Leaving for {(Request.Purpose == ExportPurpose.Care ? "care" : "research" + (Request.Study is { } study ? ", study " + study : ""))}: {Count(Leaving.Count, "person", "people")} ({string.Join(", ", Leaving.Select(p => p.Person.Person.Code))})."),
            Line($"{Count(sessions, "session", "sessions")}, {Count(measures, "measure", "measures")}, {Count(trials, "timed test", "timed tests")}, as {Request.Formats.ToString().ToUpperInvariant()}."),
            Request.Purpose == ExportPurpose.Care ? "Dates of sessions leave. Names, notes and other words that people wrote do not." : "Days are counted from each person's first session. Names, dates, notes and other words that people wrote do not leave.",
        ];
        lines.AddRange(Staying.Select(s => $"{s.Code} stays: {s.Why}."));
        lines.AddRange(LeftOut.Select(s => s.Words + "."));
        lines.Add("What has left cannot be called back. Go on?");
        return lines;
    }

    private static Consent? ConsentOf(PersonExport person, ExportRequest request) => person.Consents
        .Where(c => c.PersonId == person.Person.Id && Fits(c, request) && c.Given <= request.At && (c.Withdrawn is not { } end || end > request.At)).MaxBy(c => c.Given);

    // A consent to one study is no consent to another; one to any export is not to a study.
    private static bool Fits(Consent consent, ExportRequest request) => string.Equals(consent.What, request.Study is { } study ? "study:" + study : "export", StringComparison.Ordinal);

    private static string WhyStaying(PersonExport person, ExportRequest request) => person.Consents.Any(c => Fits(c, request) && c.Withdrawn <= request.At) ? "consent was withdrawn" : "no consent";

    private static string Count(int n, string one, string more) => n == 1 ? "1 " + one : Line($"{n} {more}");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
