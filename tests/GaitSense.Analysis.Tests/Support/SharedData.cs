using System.Globalization;
using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Analysis.Tests;

/// <summary>The real recordings' references, where this machine has them.</summary>
internal static class SharedData
{
    /// <summary>The scoring script beside it; null where there is none.</summary>
    public static string? Score => RealRecordings.Folder is { } data && Path.Combine(data, "..", "tools", "score") is var path && File.Exists(path) ? path : null;

    public static ReferenceData Read(string recording)
    {
        string folder = Path.Combine(recording, "reference");
        return new ReferenceData
        {
            Events = Rows(folder, "events.csv")?.Select(r => new ReferenceEvent(AsFoot(r[0]), AsKind(r[1]), Time(r[2]), Direction(r[3]))).ToList(),
            Strides = Rows(folder, "strides.csv")?.Select(r => new ReferenceStride(AsFoot(r[0]), Time(r[1]), Time(r[2]), Number(r[3]), Direction(r[4]))).ToList(),
            StrideSequence = Rows(folder, "stride_sequence.csv")?.Select(r => new ReferenceSequenceStride(AsFoot(r[0]), Number(r[1]), Number(r[2]))).ToList(),
            Ignored = Rows(folder, "ignore.csv")?.Select(r => new IgnoredSpan(AsFoot(r[0]), Time(r[1]), Time(r[2]), r[3])).ToList() ?? [],
        };
    }

    private static IEnumerable<string[]>? Rows(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadLines(path).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')) : null;
    }

    private static Foot AsFoot(string word) => Enum.Parse<Foot>(word, ignoreCase: true);

    private static GaitEventKind AsKind(string word) => Enum.Parse<GaitEventKind>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static WalkingDirection Direction(string word) =>
        word.Length == 0 ? WalkingDirection.Unknown : Enum.Parse<WalkingDirection>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static DeviceTime Time(string text) => new((long)(decimal.Parse(text, CultureInfo.InvariantCulture) * 1_000_000));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
