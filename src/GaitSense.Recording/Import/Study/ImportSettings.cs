using System.Text.Json;
using GaitSense.Recording.Files;
using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import.Study;

/// <summary>
/// <c>gaitsense.json</c> in a folder: what is said once about all of other programs' files below it. The nearest one counts, as a whole; what is said on the command line goes before it.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Options">What it says of the files.</param>
/// <param name="Pattern">Where in a recording's place participant, visit and group stand: <c>{group}/{participant}/{visit}</c>; null: it does not say.</param>
/// <param name="Participants">A table of the recordings' participants, visits and groups; null: it names none.</param>
public sealed record ImportSettings(string Path, ImportOptions Options, string? Pattern, string? Participants)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "gaitsense.json";

    private const int MaxBytes = 64 * 1024;
    private static readonly string[] Keys = ["format", "units", "scale", "columns", "rate", "clock", "left", "right", "pattern", "participants", "comment"];

    /// <summary>The options of files in a place: what was said, and what the nearest settings file says besides.</summary>
    /// <exception cref="RecordingFormatException">The settings file cannot be read.</exception>
    public static ImportOptions Under(string path, ImportOptions said)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (Nearest(path) is not { } settings) return said;
        ImportOptions own = settings.Options;
        return said with
        {
            From = said.From ?? own.From,
            Left = said.Left ?? own.Left,
            Right = said.Right ?? own.Right,
            Columns = said.Columns ?? own.Columns,
            Units = said.Units ?? own.Units,
            Scale = said.Scale ?? own.Scale,
            RateHz = said.RateHz ?? own.RateHz,
            Clock = said.Clock ?? own.Clock,
            // A place of this machine is nobody else's business.
            Settings = own == new ImportOptions() ? null : System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(settings.Path)) + "/" + FileName,
        };
    }

    /// <summary>The nearest settings file of a file or folder: in it, or in a folder above it; null where there is none.</summary>
    /// <exception cref="RecordingFormatException">It cannot be read, or says what is not known.</exception>
    public static ImportSettings? Nearest(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string? folder = System.IO.Path.GetFullPath(path);
        if (!Directory.Exists(folder)) folder = System.IO.Path.GetDirectoryName(folder);
        for (; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            string file = System.IO.Path.Combine(folder, FileName);
            if (File.Exists(file)) return Read(file);
        }

        return null;
    }

    private static ImportSettings Read(string path)
    {
        try
        {
            using Stream file = InputFile.Open(path);
            if (file.Length > MaxBytes) throw new RecordingFormatException(path, "is too large for settings");
            using JsonDocument json = JsonDocument.Parse(file, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return json.RootElement.ValueKind == JsonValueKind.Object ? Of(path, json.RootElement) : throw new RecordingFormatException(path, "should hold one JSON object");
        }
        catch (JsonException e)
        {
            throw new RecordingFormatException(path, (e.LineNumber ?? 0) + 1, "is no JSON: check commas and quotes");
        }
        catch (InvalidOperationException e)
        {
            throw new RecordingFormatException(path, "broken JSON: a text holds half a character (a lone surrogate)", e);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(path, e);
        }
    }

    private static ImportSettings Of(string path, JsonElement root)
    {
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (Keys.Contains(property.Name, StringComparer.Ordinal)) continue;
            string near = NearWord.Of(property.Name, Keys) is { } word ? $"; did you mean {word}?" : $" (there are {string.Join(", ", Keys)})";
            throw new RecordingFormatException(path, $"has a setting {TextForPeople.Quote(property.Name)} that is not known{near}");
        }

        string? format = Text("format"), clock = Text("clock"), pattern = Text("pattern");
        if (format is not null && Importers.Find(format) is null) throw new RecordingFormatException(path, $"has format {TextForPeople.Quote(format)}: it is one of {string.Join(", ", Importers.All.Select(i => i.Id))}");
        if (clock is not (null or "shared" or "separate")) throw new RecordingFormatException(path, $"has clock {TextForPeople.Quote(clock)}: it is shared or separate");
        if (pattern is not null) PersonPattern.Check(pattern, path);
        double? rate = null;
        if (root.TryGetProperty("rate", out JsonElement value))
            rate = value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= ImportSide.MinRateHz and <= ImportSide.MaxRateHz and var hz ? hz : throw new RecordingFormatException(path, FormattableString.Invariant($"has a rate that is no number from {ImportSide.MinRateHz} to {ImportSide.MaxRateHz} (Hz)"));
        var options = new ImportOptions
        {
            From = format,
            Left = Text("left"),
            Right = Text("right"),
            Columns = Text("columns"),
            Units = Text("units"),
            Scale = Text("scale"),
            RateHz = rate,
            Clock = clock switch { "shared" => RecordingClock.Shared, "separate" => RecordingClock.Separate, _ => null },
        };
        _ = ImportScale.Of(options, path);
        return new ImportSettings(path, options, pattern, Text("participants") is { } table ? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, table) : null);

        string? Text(string name) => !root.TryGetProperty(name, out JsonElement text) || text.ValueKind == JsonValueKind.Null ? null
            : text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } said ? said : throw new RecordingFormatException(path, $"the setting {name} should be a text");
    }
}
