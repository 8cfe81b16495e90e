namespace GaitSense.Clinic.Live;

/// <summary>What may be said with a request about a session that walks.</summary>
internal sealed record LiveAsk
{
    /// <summary>When a key was pressed, s on the walk's time; null: now.</summary>
    public double? AtS { get; init; }

    /// <summary>The definition by which a trial is accepted; null: the test's.</summary>
    public string? Definition { get; init; }

    /// <summary>Which of several times by the feet is theirs, from 0; null: the preselected one.</summary>
    public int? Candidate { get; init; }

    /// <summary>Why a trial does not count.</summary>
    public string? Reason { get; init; }

    /// <summary>What is noted: "arm", "lap", "rest", "error".</summary>
    public string? What { get; init; }

    /// <summary>Why a session is stopped: "fatigue", "pain", ...; null: nobody said.</summary>
    public string? Why { get; init; }
}
