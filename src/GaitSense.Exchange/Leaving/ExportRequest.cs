namespace GaitSense.Exchange;

/// <summary>Who wants what to leave.</summary>
public sealed record ExportRequest
{
    /// <summary>Who asks: an account's pseudonym.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What for.</summary>
    public required ExportPurpose Purpose { get; init; }

    /// <summary>The study, as consents name it (<c>study:NAME</c>); null: any export that a person consented to.</summary>
    public string? Study { get; init; }

    /// <summary>In which forms.</summary>
    public required ExportFormats Formats { get; init; }

    /// <summary>The people.</summary>
    public required IReadOnlyList<PersonExport> People { get; init; }

    /// <summary>Name and version of the program, for the manifest and the data sets.</summary>
    public required string Software { get; init; }
}
