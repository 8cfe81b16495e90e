namespace GaitSense.Training.Programmes;

/// <summary>Where numbers of a programme come from.</summary>
public sealed record ProgrammeSource
{
    /// <summary>What they rest on.</summary>
    public required EvidenceMark Mark { get; init; }

    /// <summary>Author, year, what was found; or why it is proposed.</summary>
    public required string Text { get; init; }
}
