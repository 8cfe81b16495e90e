using GaitSense.Training.Gates;
using GaitSense.Training.Plans;

namespace GaitSense.Training.Days;

/// <summary>What is offered today, or why nothing is and when the next session is.</summary>
public sealed record TodayAnswer
{
    /// <summary>The session; null: none today.</summary>
    public OfferedSession? Offer { get; init; }

    /// <summary>What the gates say.</summary>
    public required GateDecision Gates { get; init; }

    /// <summary>Why nothing is offered, or why it is less than the plan has, as keys of the walker's texts. Missed sessions are none of them.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>What is still to be asked: questions of the day that were not put yet.</summary>
    public required IReadOnlyList<GateQuestion> Questions { get; init; }

    /// <summary>The version of the plan that counts today; null: none.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Week of the plan, from 1; null: no plan counts today.</summary>
    public int? Week { get; init; }

    /// <summary>The next day with a session here; null: nobody knows yet, or there is none.</summary>
    public DateOnly? NextDay { get; init; }
}
