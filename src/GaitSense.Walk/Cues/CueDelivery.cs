using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Recording.Results;
using GaitSense.Recording.Text;

namespace GaitSense.Walk;

/// <summary>
/// How sound and motors delivered the cues, <c>cue_delivery.csv</c>: when each was handed to the device, on this computer's clock, and what became of it there.
/// It is what happened, so a replay has other times. The last of a walk's sinks.
/// </summary>
public sealed class CueDelivery : ICueSink, IRowSource, IDisposable
{
    /// <summary>Name of the table.</summary>
    public const string Name = "cue_delivery.csv";

    /// <summary>What the column <c>output</c> says of sound.</summary>
    public const string Sound = "sound";

    private static readonly string[] Columns = ["number", "handed_over_us", "frame", "fate", "output"];

    private TableWriter? _table;

    /// <summary>What the column <c>fate</c> says for each value of an output's fates, in their order.</summary>
    /// <typeparam name="T">The output's fates.</typeparam>
    public static string[] Fates<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Words.InFiles)];

    /// <summary>Adds a row.</summary>
    /// <param name="number">The cue's number.</param>
    /// <param name="at">When it was handed over.</param>
    /// <param name="frame">The frame of sound it begins with; null where it is no sound.</param>
    /// <param name="fate">What became of it, in small letters.</param>
    /// <param name="output">What it was handed to.</param>
    public void Write(int number, HostTime at, long? frame, string fate, string output) =>
        _table?.Number(number, 0).Number(at.Microseconds, 0).Number(frame, 0).Text(fate).Text(output).EndRow();

    /// <inheritdoc/>
    public void SendRowsTo(TableRowHandler rows) => _table = new TableWriter(Name, Columns, rows);

    /// <inheritdoc/>
    public void OnCue(in Cue cue)
    {
    }

    /// <inheritdoc/>
    public void Dispose() => _table?.Dispose();
}
