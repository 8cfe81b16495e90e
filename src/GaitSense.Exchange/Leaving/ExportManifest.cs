using System.Text.Json;

namespace GaitSense.Exchange;

/// <summary>What left: files with their hashes, people, consents, counts, who and when. It is written last, so that an export without it is none.</summary>
public sealed record ExportManifest
{
    /// <summary>Name of its file.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Name of the format.</summary>
    public string Format { get; init; } = "gaitsense-export";

    /// <summary>Version of the format.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Who let it leave: an account's pseudonym.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What for: "care", "research".</summary>
    public required string Purpose { get; init; }

    /// <summary>The study; null: none was named.</summary>
    public string? Study { get; init; }

    /// <summary>The program.</summary>
    public required string Software { get; init; }

    /// <summary>The people, each with counts and the consent.</summary>
    public required IReadOnlyList<ManifestPerson> People { get; init; }

    /// <summary>The files, without this one, by name.</summary>
    public required IReadOnlyList<ManifestFile> Files { get; init; }

    /// <summary>What a person should know, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The manifest as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ManifestContext.Default.ExportManifest) + "\n";

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="ExchangeException">It is none.</exception>
    public static ExportManifest Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ManifestContext.Default.ExportManifest) ?? throw new ExchangeException($"{FileName} is empty");
        }
        catch (JsonException)
        {
            throw new ExchangeException($"{FileName} cannot be read: it is damaged, or of something else");
        }
    }
}
