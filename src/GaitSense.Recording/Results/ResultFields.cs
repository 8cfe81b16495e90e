using GaitSense.Core;

namespace GaitSense.Recording;

/// <summary>How fine the numbers of result tables are, and the fields that more than one writer needs. Degrees begin here.</summary>
internal static class ResultFields
{
    public const int LengthDecimals = 5, AngleDecimals = 3, ConfidenceDecimals = 3, DurationDecimals = 6, PercentDecimals = 4;
    public const double DegreesPerRadian = 180 / Math.PI;

    /// <summary>What is decided of a stride when it is complete.</summary>
    public static TableWriter WriteStride(TableWriter row, in Stride stride) => row
        .Text(Words.Of(stride.Foot)).Time(stride.Start).Time(stride.End).Time(stride.TerminalContact)
        .Time(stride.ZeroVelocityStart).Time(stride.ZeroVelocityEnd)
        .Number(stride.StrideTimeS, DurationDecimals).Number(stride.StanceTimeS, DurationDecimals)
        .Number(stride.SwingTimeS, DurationDecimals)
        .Number(stride.LengthM, LengthDecimals).Number(stride.SpeedMps, LengthDecimals).Text(Words.Of(stride.Direction))
        .Number(stride.ClearanceM, LengthDecimals).Number(stride.HeightChangeM, LengthDecimals)
        .Number(stride.AngleAtInitialContactRad * DegreesPerRadian, AngleDecimals)
        .Number(stride.AngleAtTerminalContactRad * DegreesPerRadian, AngleDecimals)
        .Number(stride.TurnRad * DegreesPerRadian, AngleDecimals)
        .Number(stride.Confidence, ConfidenceDecimals).Flag(stride.IsValid).Text(Words.Of(stride.RejectReason)).Time(stride.KnownAt)
        .Text(Words.Of(stride.EarlyDirection)).Text(Words.Of(stride.Revision))
        .Number(stride.ClearanceM, LengthDecimals).Number(stride.Swing?.LateralM, LengthDecimals).Number(stride.Swing?.WidthM, LengthDecimals)
        .Number(stride.Swing?.PathLengthM, LengthDecimals).Number(stride.Swing?.PeakSpeedMps, LengthDecimals)
        .Number(stride.Swing?.PeakRateRadPerS * DegreesPerRadian, AngleDecimals).Number(stride.ToeOutRad * DegreesPerRadian, AngleDecimals)
        .Time(stride.FootFlat).Time(stride.HeelOff).Number(stride.TerminalContactAmbiguityS, DurationDecimals);
}
