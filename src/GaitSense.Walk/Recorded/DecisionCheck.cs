using System.Globalization;
using GaitSense.Core;
using GaitSense.Recording.Results;

namespace GaitSense.Walk;

/// <summary>Compares what a replay decides with what was decided live, row by row, byte by byte. Where another algorithm decided (<see cref="Algorithm.Version"/>), nothing is compared.</summary>
public sealed class DecisionCheck : ObserverFanOut, IWalkPart, IDisposable
{
    private readonly SessionSource? _session;
    private readonly RowComparison _rows;
    private readonly WalkCues? _cues;

    private readonly string? _otherAlgorithm;

    private DecisionCheck(SessionSource session, RowComparison rows, ResultWriter tables, WalkCues? cues)
        : base(cues is null ? [tables] : [cues, tables]) => (_session, _rows, _cues) = (session, rows, cues);

    private DecisionCheck(RowComparison rows, string otherAlgorithm)
        : base([]) => (_rows, _otherAlgorithm) = (rows, otherAlgorithm);

    /// <summary>Rows that are the same.</summary>
    public long Same => _rows.Same;

    /// <summary>Rows that differ, or that only one of both has; 0 where rows cannot be compared.</summary>
    public long Different => HasHole ? 0 : _rows.Different;

    /// <summary>Whether a part is missing inside the session: rows after it are those of another walk. Known once the replay is over.</summary>
    public bool HasHole => _session?.HasHole == true;

    /// <summary>What came of it, in a sentence. Called once the replay is over.</summary>
    public string Verdict()
    {
        if (_otherAlgorithm is { } other) return $"{other}: what was decided live is not compared";
        if (HasHole) return "a part is missing inside the session: what was decided live is not compared";
        if (_rows.OtherColumns is { } table) return $"recorded by another version of the program ({table} had other columns): what was decided live is not compared";
        long rest = _rows.CountRest();
        if (_rows.Different > 0)
            return string.Create(CultureInfo.InvariantCulture, $"DIFFERENT from what was decided live: {_rows.Different} rows, {_rows.Same} are the same; first: {_rows.FirstDifference}");
        if (_rows.Same == 0) return "what was decided live is not in the recording: nothing to compare";
        string more = rest > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {rest} rows more were decided live than can be replayed") : "";
        return string.Create(CultureInfo.InvariantCulture, $"identical to what was decided live: {_rows.Same} rows{more}");
    }

    /// <summary>A check against a session.</summary>
    public static DecisionCheck Of(SessionSource session)
    {
        ArgumentNullException.ThrowIfNull(session);
        RowComparison rows = new(session.Path);
        if (session.OtherAlgorithm is { } other) return new DecisionCheck(rows, other);
        // In the order of the recorder: rows of all tables are one sequence.
        ResultWriter tables = new(rows.Compare);
        WalkCues? cues = session.Cues is { } plan ? new WalkCues(plan, session.Walk, []) : null;
        cues?.SendRowsTo(rows.Compare);
        return new DecisionCheck(session, rows, tables, cues);
    }

    /// <inheritdoc/>
    public void OnRequest(string request) => _cues?.OnRequest(request);

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();
}
