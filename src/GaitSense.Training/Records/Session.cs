using GaitSense.Training.People;
using GaitSense.Training.Plans;

namespace GaitSense.Training.Records;

/// <summary>A recorded walk of a person: when, where, what of the plan it was, how it ended, and what was measured.</summary>
public sealed record Session
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The plan's version that was followed; null: none.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>The plan's slot that was followed; null: none.</summary>
    public Guid? SlotId { get; init; }

    /// <summary>What was done.</summary>
    public required TrainingTask Task { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When it ended; null: it runs, or was cut off.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>The IANA zone in which it took place.</summary>
    public required string Zone { get; init; }

    /// <summary>Where.</summary>
    public required Place Place { get; init; }

    /// <summary>Somebody was within call.</summary>
    public bool Company { get; init; }

    /// <summary>The aid that was used; null: nobody said.</summary>
    public WalkingAid? Aid { get; init; }

    /// <summary>The orthosis that was worn; null: nobody said.</summary>
    public Orthosis? Orthosis { get; init; }

    /// <summary>Where its samples came from.</summary>
    public required SessionSource Source { get; init; }

    /// <summary>How far it came. <value>The default is <see cref="SessionStatus.Running"/>.</value></summary>
    public SessionStatus Status { get; init; }

    /// <summary>Why it ended early. <value>The default is <see cref="StopReason.None"/>.</value></summary>
    public StopReason StopReason { get; init; }

    /// <summary>SHA-256 of the recording in hex; null: none is kept.</summary>
    public string? RecordingHash { get; init; }

    /// <summary>Version of the program: "0.1.0+abc1234, algorithm 1".</summary>
    public required string Software { get; init; }

    /// <summary>Digest of all settings the walk ran with, SHA-256 in hex; null: not known.</summary>
    public string? SettingsDigest { get; init; }

    /// <summary>What the person said before and after.</summary>
    public IReadOnlyList<SelfReport> SelfReports { get; init; } = [];

    /// <summary>What was measured.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>Timed tests that were done in it.</summary>
    public IReadOnlyList<Trial> Trials { get; init; } = [];

    /// <summary>The same with what was said; it takes the place of what was said of it before, at the same time.</summary>
    /// <param name="said">What was said.</param>
    public Session With(SelfReport said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return this with { SelfReports = [.. SelfReports.Where(s => s.When != said.When || s.Of != said.Of), said] };
    }
}
