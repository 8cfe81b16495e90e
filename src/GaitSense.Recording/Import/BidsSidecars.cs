using System.Buffers;
using System.Text.Json;
using GaitSense.Recording.Export;
using GaitSense.Recording.Files;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Import;

/// <summary>What the JSON files beside a BIDS motion file say.</summary>
/// <param name="RateHz">The rate that <c>_motion.json</c> states, Hz; null where it states none.</param>
/// <param name="Recording">The recording that <see cref="BidsExport"/> made the data set of (<c>_channels.json</c>); null where another program made it.</param>
internal sealed record BidsSidecars(double? RateHz, PlainRecordingInfo? Recording)
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Reads those beside a <c>_motion.tsv</c>; where there are none, nothing is known.</summary>
    /// <exception cref="RecordingFormatException">One is no JSON, or cannot be read.</exception>
    public static BidsSidecars Beside(string motion)
    {
        string start = motion[..^BidsMotionImporter.MotionEnd.Length];
        return new BidsSidecars(Read(start + "_motion.json", Rate), Read(start + "_channels.json", OwnRecording));
    }

    private static double? Rate(JsonElement root, string path) => root.TryGetProperty("SamplingFrequency", out JsonElement stated)
        && stated.ValueKind == JsonValueKind.Number && stated.GetDouble() is > 0 and < 1e5 and var hz ? hz : null;

    private static PlainRecordingInfo? OwnRecording(JsonElement root, string path) =>
        root.TryGetProperty(BidsNames.OwnKey, out JsonElement own) && own.ValueKind == JsonValueKind.Object && own.TryGetProperty(nameof(Recording), out JsonElement session)
            ? SessionJson.Parse(Bytes(session), path) : null;

    private static byte[] Bytes(JsonElement element)
    {
        var utf8 = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(utf8)) element.WriteTo(json);
        return utf8.WrittenSpan.ToArray();
    }

    private static T? Read<T>(string path, Func<JsonElement, string, T?> find)
    {
        if (!File.Exists(path)) return default;
        try
        {
            using Stream file = InputFile.Open(path);
            if (file.Length > MaxBytes) throw new RecordingFormatException(path, "is too large for what describes a motion file");
            using JsonDocument json = JsonDocument.Parse(file);
            return json.RootElement.ValueKind == JsonValueKind.Object ? find(json.RootElement, path) : default;
        }
        catch (JsonException e)
        {
            throw new RecordingFormatException(path, "is no JSON", e);
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
}
