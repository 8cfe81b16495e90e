namespace GaitSense.Clinic.Live;

/// <summary>What a page asks of a session that walks, wherever it does.</summary>
/// <param name="What">"clock", "beat", "cues", "end"; of a timed test "go", "watch", "accept", "reject", "next", "fail", "note".</param>
internal sealed record LiveCommand(string What)
{
    /// <summary>When a key was pressed, s on the walk's time; null: now.</summary>
    public double? AtS { get; init; }

    /// <summary>The definition by which a trial is accepted; null: the test's.</summary>
    public string? Definition { get; init; }

    /// <summary>Which of several times by the feet is theirs, from 0; null: the preselected one.</summary>
    public int? Candidate { get; init; }

    /// <summary>Why, or what.</summary>
    public string? Word { get; init; }

    /// <summary>Of cues: on or off. Of the end: whether those who watch are told why.</summary>
    public bool On { get; init; }
}
