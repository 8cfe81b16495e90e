namespace GaitSense.Training.Phone;

/// <summary>What the first page of a phone shows, in words.</summary>
public sealed record HomeView
{
    /// <summary>What is offered, or that nothing is; one sentence, or a few.</summary>
    public required string Sentence { get; init; }

    /// <summary>The walk; null: none now.</summary>
    public HomeOffer? Offer { get; init; }

    /// <summary>Why nothing is offered or less than usual, and what to keep in mind.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Why the walk is another or less than the plan has: of the reasons, those that are no advice.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>What is to be done is to call for help, and nothing else.</summary>
    public bool IsEmergency { get; init; }

    /// <summary>What is still to be asked, in order.</summary>
    public IReadOnlyList<HomeQuestion> Questions { get; init; } = [];

    /// <summary>The questions that are put anew before each walk, whatever was answered before: the checklist of walking backward.</summary>
    public IReadOnlyList<string> AskedEachTime { get; init; } = [];

    /// <summary>The clinic's plan that is followed and until when, in words; null: there is none.</summary>
    public string? Plan { get; init; }

    /// <summary>The weeks so far, the newest last.</summary>
    public IReadOnlyList<HomeWeek> Weeks { get; init; } = [];
}
