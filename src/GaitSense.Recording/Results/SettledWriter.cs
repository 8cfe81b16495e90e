using GaitSense.Core;
using GaitSense.Recording.Text;
using static GaitSense.Recording.Results.ResultFields;

namespace GaitSense.Recording.Results;

/// <summary>
/// Makes the rows that a walk's end decides: of turns, of bouts, and those of strides with their last columns, which need the strides that came after.
/// </summary>
public sealed class SettledWriter : IDisposable
{
    private readonly TableWriter _strides, _turns, _bouts;
    private int _turnCount;

    /// <summary>Tables whose rows are handed on, one by one.</summary>
    /// <param name="rows">Takes them.</param>
    public SettledWriter(TableRowHandler rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _strides = new TableWriter(ResultFiles.Strides, [.. StrideFields.Columns, .. StrideFields.SettledColumns], rows);
        _turns = new TableWriter(ResultFiles.Turns, ResultFiles.TurnColumns, rows);
        _bouts = new TableWriter(ResultFiles.Bouts, ResultFiles.BoutColumns, rows);
    }

    /// <summary>A stride, in the order in which strides were decided.</summary>
    public void Write(in Stride stride, in SettledStride settled) =>
        StrideFields.WriteSettled(StrideFields.Write(_strides, in stride), in stride, in settled).EndRow();

    /// <summary>A turn.</summary>
    public void Write(in TurnRow turn) => _turns.Number(++_turnCount, 0).Text(FeetOf(turn.Foot)).Time(turn.Start).Time(turn.End)
        .Number(turn.End.SecondsSince(turn.Start), DurationDecimals).Number(turn.AngleRad * DegreesPerRadian, AngleDecimals)
        .Text(turn.AngleRad > 0 ? "left" : "right").Number(turn.PeakRateRadPerS * DegreesPerRadian, AngleDecimals).Number(turn.Steps, 0).EndRow();

    /// <summary>A bout.</summary>
    public void Write(BoutRow bout)
    {
        ArgumentNullException.ThrowIfNull(bout);
        _bouts.Number(bout.Number, 0).Text(FeetOf(bout.Foot)).Time(bout.Start).Time(bout.End).Number(bout.End.SecondsSince(bout.Start), DurationDecimals)
            .Number(bout.Strides.All, 0).Number(bout.Strides.Valid, 0).Number(bout.Strides.Steady, 0).Text(Words.Of(bout.Direction))
            .Number(bout.DistanceM, LengthDecimals).Number(bout.SpeedMps, LengthDecimals).Number(bout.CadenceStepsPerMin, AngleDecimals)
            .Number(bout.StrideLengthM, LengthDecimals).EndRow();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (TableWriter table in (TableWriter[])[_strides, _turns, _bouts]) table.Dispose();
    }

    private static string FeetOf(Foot? foot) => foot is { } one ? Words.Of(one) : "both";
}
