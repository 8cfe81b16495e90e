using GaitSense.Recording.Text;
using GaitSense.Reference;

namespace GaitSense.Recording.Results;

/// <summary>Reads a recording's <c>reference/</c> folder: what is known about it from elsewhere.</summary>
public static class ReferenceFolder
{
    /// <summary>The folder's name inside a recording.</summary>
    public const string Name = "reference";

    /// <summary>The files that may be in it.</summary>
    public static IReadOnlyList<string> Files { get; } = [Events, Strides, Sequence, Ignore];

    internal const string Events = "events.csv", Strides = "strides.csv", Sequence = "stride_sequence.csv", Ignore = "ignore.csv";

    internal static readonly string[] EventColumns = ["foot", "event", "time_s", "direction"];
    internal static readonly string[] StrideColumns = ["foot", "start_s", "end_s", "length_m", "direction"];
    internal static readonly string[] SequenceColumns = ["foot", "stride_time_s", "stride_length_m"];
    internal static readonly string[] IgnoreColumns = ["foot", "start_s", "end_s", "why"];

    /// <summary>Reads a reference folder.</summary>
    /// <param name="folder">The folder itself.</param>
    /// <returns>The data; null where the folder is missing or holds none of the four files.</returns>
    /// <exception cref="RecordingFormatException">A file is not what the format says.</exception>
    public static ReferenceData? Read(string folder)
    {
        List<ReferenceEvent>? events = TableReader.ReadIfThere(Path.Combine(folder, Events), EventColumns, static r =>
            new ReferenceEvent(r.Foot("foot"), r.Event("event"), r.Time("time_s"), r.Direction("direction")));
        List<ReferenceStride>? strides = TableReader.ReadIfThere(Path.Combine(folder, Strides), StrideColumns, static r =>
            new ReferenceStride(r.Foot("foot"), r.Time("start_s"), r.Time("end_s"), r.Number("length_m"), r.Direction("direction")));
        List<ReferenceSequenceStride>? sequence = TableReader.ReadIfThere(Path.Combine(folder, Sequence), SequenceColumns, static r =>
            new ReferenceSequenceStride(r.Foot("foot"), r.Number("stride_time_s"), r.Number("stride_length_m")));
        List<IgnoredSpan>? ignored = TableReader.ReadIfThere(Path.Combine(folder, Ignore), IgnoreColumns, static r =>
            new IgnoredSpan(r.Foot("foot"), r.Time("start_s"), r.Time("end_s"), r.Text("why")));
        if (events is null && strides is null && sequence is null && ignored is null) return null;
        return new ReferenceData { Events = events, Strides = strides, StrideSequence = sequence, Ignored = ignored ?? [] };
    }
}
