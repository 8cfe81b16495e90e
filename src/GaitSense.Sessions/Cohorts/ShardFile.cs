using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GaitSense.Analysis.Cohorts;
using GaitSense.Recording;
using GaitSense.Recording.Files;

namespace GaitSense.Sessions;

/// <summary>
/// <c>cohort-shard-I-of-N.json</c> in a cohort's folder: what became of the recordings of one shard. Written when the shard ends; it is what a merge gathers, and
/// by what it sees that a shard is missing, was stopped, or saw another list of recordings.
/// </summary>
public sealed record ShardFile
{
    private const string FormatName = "gaitsense-cohort-shard";
    private const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<CohortStatus>(JsonNamingPolicy.SnakeCaseLower) },
        TypeInfoResolver = SessionsContext.Default.WithAddedModifier(InitOnlyDefaults.Keep),
    };

    private static readonly JsonTypeInfo<ShardFile> Type = (JsonTypeInfo<ShardFile>)Json.GetTypeInfo(typeof(ShardFile));

    /// <summary>Name of the format.</summary>
    public string Format { get; init; } = FormatName;

    /// <summary>Version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Which shard, from 1.</summary>
    public required int Shard { get; init; }

    /// <summary>How many shards there are.</summary>
    public required int Of { get; init; }

    /// <summary>Version of the software.</summary>
    public required string Software { get; init; }

    /// <summary>The options of the analysis.</summary>
    public required string Options { get; init; }

    /// <summary>How many recordings the whole cohort has.</summary>
    public required int AllRecordings { get; init; }

    /// <summary>A digest of the names of them all.</summary>
    public required string AllNames { get; init; }

    /// <summary>The recordings of this shard.</summary>
    public required IReadOnlyList<ShardRecording> Recordings { get; init; }

    /// <summary>The file's name.</summary>
    [JsonIgnore]
    public string FileName => NameOf(Shard, Of);

    /// <summary>What became of a shard.</summary>
    /// <param name="shard">Which one.</param>
    /// <param name="allNames">The names of all recordings of the cohort.</param>
    /// <param name="options">The options of the analysis.</param>
    /// <param name="entries">The shard's recordings.</param>
    internal static ShardFile From(CohortShard shard, IEnumerable<string> allNames, AnalysisOptions options, IEnumerable<CohortEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(shard);
        ArgumentNullException.ThrowIfNull(options);
        string[] names = [.. allNames.Order(StringComparer.Ordinal)];
        return new ShardFile
        {
            Shard = shard.Index,
            Of = shard.Of,
            Software = SoftwareBuild.Version,
            Options = options.ToText(),
            AllRecordings = names.Length,
            AllNames = Sha256Hex.Of(string.Join('\n', names)),
            Recordings = [.. entries.OrderBy(e => e.Name, StringComparer.Ordinal).Select(ShardRecording.From)],
        };
    }

    /// <summary>The name of a shard's file.</summary>
    public static string NameOf(int shard, int of) => string.Create(CultureInfo.InvariantCulture, $"cohort-shard-{shard}-of-{of}.json");

    /// <summary>All shard files in a folder.</summary>
    /// <exception cref="RecordingFormatException">There is none, or one cannot be read.</exception>
    internal static IReadOnlyList<ShardFile> ReadAll(string folder)
    {
        if (!Directory.Exists(folder)) throw new RecordingFormatException(folder, "is not there: give the folder that gaitsense analyze --shard wrote to");
        string[] paths;
        try
        {
            paths = [.. Directory.EnumerateFiles(folder, "cohort-shard-*-of-*.json").Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingFormatException(folder, "cannot be read: " + e.Message.TrimEnd('.'), e);
        }

        return paths.Length > 0 ? [.. paths.Select(Read)]
            : throw new RecordingFormatException(folder, "holds no shard: give the folder that gaitsense analyze --shard wrote to");
    }

    /// <summary>Writes it into a cohort's folder.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    /// <param name="folder">The folder.</param>
    /// <param name="note">Its note, from <see cref="OutputRule.Check"/>.</param>
    internal void Write(string folder, OutputNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        note.Begin(FileName);
        WholeFile.Write(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Type) + "\n");
        note.Settle();
    }

    // A name is a place below the cohort's folder, and never leads out of it.
    private static bool IsName(string? name) =>
        !string.IsNullOrEmpty(name) && !Path.IsPathRooted(name) && Array.TrueForAll(name.Split('/'), part => part is not ("" or "." or ".."));

    private static ShardFile Read(string path)
    {
        try
        {
            ShardFile? file = JsonSerializer.Deserialize(File.ReadAllBytes(path), Type);
            if (file is null || !string.Equals(file.Format, FormatName, StringComparison.Ordinal)) throw new RecordingFormatException(path, "is no shard of a cohort");
            if (file.Recordings.FirstOrDefault(r => !IsName(r.Name)) is not null || file.Shard < 1 || file.Shard > file.Of) throw new RecordingFormatException(path, "is no shard of a cohort");
            if (file.Version > CurrentVersion) throw new RecordingFormatException(path, "is of a newer version of GaitSense: use that one");
            return file;
        }
        catch (JsonException e)
        {
            throw new RecordingFormatException(path, "is no shard of a cohort", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingFormatException(path, "cannot be read: " + e.Message.TrimEnd('.'), e);
        }
    }
}
