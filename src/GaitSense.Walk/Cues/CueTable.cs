using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Recording.Results;
using GaitSense.Recording.Text;

namespace GaitSense.Walk;

/// <summary>
/// The cue log, <c>cues.csv</c>: one row for each cue, when it is known what became of it. It depends on the walk alone, so a replay gives the same rows.
/// </summary>
public sealed class CueTable : ICueSink, IRowSource, IDisposable
{
    /// <summary>Name of the table.</summary>
    public const string Name = "cues.csv";

    private static readonly string[] Columns =
        ["number", "kind", "foot", "decided_at_s", "planned_s", "gain_db", "phrase", "tempo_steps_per_min", "contact_s", "asynchrony_s", "cancelled"];

    private static readonly string[] Kinds = Names<CueKind>(), Feet = Names<Foot>();

    // One word for all that the plan wanted, and for words that gave way to others: rows of sessions from before these were told apart are compared with rows of now.
    private static readonly string[] Reasons = [.. Enum.GetValues<SilenceReason>().Select(r => r.IsPlanned() || r == SilenceReason.Interrupted ? "planned" : Words.InFiles(r))];

    private TableWriter? _table;

    /// <inheritdoc/>
    public void SendRowsTo(TableRowHandler rows) => _table = new TableWriter(Name, Columns, rows);

    /// <inheritdoc/>
    public void OnCue(in Cue cue)
    {
    }

    /// <inheritdoc/>
    public void Dispose() => _table?.Dispose();

    /// <inheritdoc/>
    public void OnOutcome(in CueOutcome outcome)
    {
        Cue cue = outcome.Cue;
        _table?.Number(cue.Number, 0).Text(Kinds[(int)cue.Kind]).Text(cue.Foot is { } foot ? Feet[(int)foot] : "").Time(cue.DecidedAt).Time(cue.PlannedAt)
            .Number(cue.GainDb, 1).Text(cue.Phrase ?? "").Number(outcome.TempoStepsPerMin, 2).Time(outcome.Contact).Number(outcome.AsynchronyS, 6)
            .Text(outcome.Cancelled is { } why ? Reasons[(int)why] : "").EndRow();
    }

    private static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Words.InFiles)];
}
