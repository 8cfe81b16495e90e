using System.Text.Json;
using GaitSense.Recording.Files;

namespace GaitSense.Storage;

/// <summary>How long what is kept: a file of the store, edited by whoever answers for it.</summary>
public sealed record RetentionRules
{
    /// <summary>The file's name in the store's folder.</summary>
    public const string FileName = "retention.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Days after its last session for which a recording is kept, 1 to 36500, unless it is held; null: as long as its sessions. <value>The default is null.</value></summary>
    public int? RecordingsDays { get; init; }

    /// <summary>Days for which a recording is kept that no session refers to, 1 to 365. <value>The default is 7.</value></summary>
    public int UnusedRecordingsDays { get; init; } = 7;

    /// <summary>The rules in a store's folder; those that are usual where there are none.</summary>
    /// <exception cref="StoreException">The file is damaged, or a value is out of its range.</exception>
    public static RetentionRules Of(StoreLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        string path = Path.Combine(location.Folder, FileName);
        if (!File.Exists(path)) return new RetentionRules();
        try
        {
            RetentionRules rules = JsonSerializer.Deserialize<RetentionRules>(File.ReadAllBytes(path), Json) ?? new RetentionRules();
            return rules.IsSound ? rules : throw new StoreException(StoreFailure.Refused, $"{path}: recordingsDays is 1 to 36500 or null, unusedRecordingsDays 1 to 365");
        }
        catch (JsonException e)
        {
            throw new StoreException(StoreFailure.Damaged, $"{path}: cannot be read: write it like {{\"recordingsDays\": 365}}", e);
        }
    }

    /// <summary>Writes the rules into a store's folder.</summary>
    /// <exception cref="StoreException">A value is out of its range.</exception>
    public void Save(StoreLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (!IsSound) throw new StoreException(StoreFailure.Refused, "recordings are kept for 1 to 36500 days, unused ones for 1 to 365");
        WholeFile.Write(Path.Combine(location.Folder, FileName), JsonSerializer.SerializeToUtf8Bytes(this, Json));
    }

    private bool IsSound => RecordingsDays is null or (>= 1 and <= 36500) && UnusedRecordingsDays is >= 1 and <= 365;
}
