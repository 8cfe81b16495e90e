using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using GaitSense.Training.Volume;

namespace GaitSense.Clinic.Sessions;

/// <summary>A session in a list of the desk.</summary>
internal sealed record SessionRow
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it was: a task, or a timed test with its version.</summary>
    public required string Kind { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Minutes walked.</summary>
    public double? Minutes { get; init; }

    /// <summary>Steps.</summary>
    public int? Steps { get; init; }

    /// <summary>Where.</summary>
    public required Place Place { get; init; }

    /// <summary>Where its samples came from.</summary>
    public required SessionSource Source { get; init; }

    /// <summary>How it stands.</summary>
    public required SessionStatus Status { get; init; }

    /// <summary>Why it stopped.</summary>
    public StopReason StopReason { get; init; }

    /// <summary>Attempts at timed tests.</summary>
    public int Trials { get; init; }

    /// <summary>Those of them that wait for a decision.</summary>
    public int ToReview { get; init; }

    /// <summary>Whether a recording is kept.</summary>
    public bool Recording { get; init; }

    /// <summary>A session as a row.</summary>
    public static SessionRow Of(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new SessionRow
        {
            Id = session.Id,
            Kind = SessionKind.KeyOf(session),
            Start = session.Start,
            Minutes = SessionDose.Of(session).Minutes,
            Steps = (int?)session.Measures.FirstOrDefault(m => string.Equals(m.Name, "steps", StringComparison.Ordinal))?.Value,
            Place = session.Place,
            Source = session.Source,
            Status = session.Status,
            StopReason = session.StopReason,
            Trials = session.Trials.Count,
            ToReview = session.Trials.Count(TrialReview.Waits),
            Recording = session.RecordingHash is not null,
        };
    }
}
