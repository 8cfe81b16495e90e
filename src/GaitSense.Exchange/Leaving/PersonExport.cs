using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Records;

namespace GaitSense.Exchange;

/// <summary>What is known of a person that may leave. Notes have no place here, nor has who the person is.</summary>
public sealed record PersonExport
{
    /// <summary>The person, under a pseudonym.</summary>
    public required Person Person { get; init; }

    /// <summary>The person's sessions with measures, trials and self-reports, all of them: which leave is decided here (<see cref="ExportPlan.Leaves"/>).</summary>
    public required IReadOnlyList<Session> Sessions { get; init; }

    /// <summary>The person's consents, withdrawn ones too.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>The person's fall diary.</summary>
    public IReadOnlyList<Fall> Falls { get; init; } = [];

    /// <summary>What was asked before sessions: by it, what nobody said is empty and not "no". Answers themselves leave only as that.</summary>
    public IReadOnlyList<DayCheck> Checks { get; init; } = [];

    /// <summary>Folders of plain recordings, by session; only asked for BIDS.</summary>
    public IReadOnlyDictionary<Guid, string> Recordings { get; init; } = new Dictionary<Guid, string>();
}
