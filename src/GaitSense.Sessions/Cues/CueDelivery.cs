using System.Text.Json;
using GaitSense.Feedback;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>
/// What the sound output made of the cues, <c>cue_delivery.csv</c>: when each was handed to the device, on this computer's clock, and whether it sounded.
/// It is what happened, so a replay has other times.
/// </summary>
public sealed class CueDelivery : IDisposable
{
    /// <summary>Name of the table.</summary>
    public const string Name = "cue_delivery.csv";

    private static readonly string[] Columns = ["number", "handed_over_us", "frame", "fate"];
    private static readonly string[] Fates = [.. Enum.GetNames<VoiceFate>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    private readonly TableWriter _table;

    /// <summary>A table as a file.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public CueDelivery(string folder) => _table = new TableWriter(folder, Name, Columns);

    /// <summary>A table whose rows are handed on, one by one.</summary>
    public CueDelivery(TableRowHandler rows) => _table = new TableWriter(Name, Columns, rows);

    /// <summary>Adds a row.</summary>
    public void Write(in VoiceReport report) =>
        _table.Number(report.Number, 0).Number(report.RenderedAt.Microseconds, 0).Number(report.Frame, 0).Text(Fates[(int)report.Fate]).EndRow();

    /// <summary>The file takes its name.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void Complete() => _table.Complete();

    /// <inheritdoc/>
    public void Dispose() => _table.Dispose();
}
