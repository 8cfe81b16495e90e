namespace GaitSense.Training.Texts;

/// <summary>The texts of one language as a file. What walkers read and what clinicians read are kept apart.</summary>
internal sealed record CatalogueDocument
{
    /// <summary>The language: "en", "de".</summary>
    public required string Language { get; init; }

    /// <summary>Texts that walkers read or hear, by key.</summary>
    public required IReadOnlyDictionary<string, string> Walker { get; init; }

    /// <summary>Texts for the clinician's desk, by key.</summary>
    public required IReadOnlyDictionary<string, string> Clinician { get; init; }
}
