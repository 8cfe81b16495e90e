using System.Text.Json;
using GaitSense.Core;
using GaitSense.Feedback;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>
/// What sound and motors made of the cues, <c>cue_delivery.csv</c>: when each was handed to the device, on this computer's clock, and what became of it there.
/// It is what happened, so a replay has other times. The last of a walk's sinks: it ends with the walk.
/// </summary>
public sealed class CueDelivery : ICueSink, IWalkObserver, IDisposable
{
    /// <summary>Name of the table.</summary>
    public const string Name = "cue_delivery.csv";

    private static readonly string[] Columns = ["number", "handed_over_us", "frame", "fate", "output"];
    private static readonly string[] Fates = Names<VoiceFate>(), MotorFates = Names<VibrationFate>(), Motors = ["left_motor", "right_motor"];

    private readonly TableWriter _table;

    /// <summary>A table as a file.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public CueDelivery(string folder) => _table = new TableWriter(folder, Name, Columns);

    /// <summary>A table whose rows are handed on, one by one.</summary>
    public CueDelivery(TableRowHandler rows) => _table = new TableWriter(Name, Columns, rows);

    /// <summary>Adds a row.</summary>
    public void Write(in VoiceReport report) =>
        _table.Number(report.Number, 0).Number(report.RenderedAt.Microseconds, 0).Number(report.Frame, 0).Text(Fates[(int)report.Fate]).Text("sound").EndRow();

    /// <summary>Adds a row.</summary>
    public void Write(in VibrationReport report) =>
        _table.Number(report.Number, 0).Number(report.At.Microseconds, 0).Number(null, 0).Text(MotorFates[(int)report.Fate]).Text(Motors[(int)report.Foot]).EndRow();

    /// <inheritdoc/>
    public void OnCue(in Cue cue)
    {
    }

    /// <summary>The file takes its name.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void OnCompleted() => _table.Complete();

    /// <inheritdoc/>
    public void Dispose() => _table.Dispose();

    private static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];
}
