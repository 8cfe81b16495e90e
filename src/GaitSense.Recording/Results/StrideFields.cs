using GaitSense.Core;
using GaitSense.Recording.Text;
using static GaitSense.Recording.Results.ResultFields;

namespace GaitSense.Recording.Results;

/// <summary>The columns of strides and their values, side by side: a new one goes to the end of <see cref="SettledColumns"/> and of <see cref="WriteSettled"/>.</summary>
internal static class StrideFields
{
    /// <summary>What is decided of a stride when it is complete: its row in a session.</summary>
    public static readonly string[] Columns =
    [
        "foot", "start_s", "end_s", "terminal_contact_s", "zero_velocity_start_s", "zero_velocity_end_s", "stride_time_s", "stance_time_s",
        "swing_time_s", "stride_length_m", "speed_mps", "direction", "clearance_m", "height_change_m", "angle_at_ic_deg", "angle_at_tc_deg",
        "turn_deg", "confidence", "valid", "reject_reason", "known_at_s", "early_direction", "direction_revision", "max_sensor_lift_m",
        "lateral_excursion_m", "swing_width_m", "swing_path_length_m", "peak_swing_speed_mps", "peak_swing_rate_degps", "toe_out_deg", "foot_flat_s", "heel_off_s",
        "terminal_contact_ambiguity_s",
    ];

    /// <summary>The rest of its row in the file, which has what is known only when the walk is over.</summary>
    public static readonly string[] SettledColumns =
    [
        "stance_percent", "swing_percent", "double_support_percent", "single_support_percent", "loading_percent", "foot_flat_percent", "push_off_percent",
        "bout", "use",
    ];

    /// <summary>Writes the values of <see cref="Columns"/>.</summary>
    public static TableWriter Write(TableWriter row, in Stride stride) => row
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

    /// <summary>Writes the values of <see cref="SettledColumns"/>.</summary>
    public static TableWriter WriteSettled(TableWriter row, in Stride stride, in SettledStride settled) => row
        .Number(100 * stride.StanceTimeS / stride.StrideTimeS, PercentDecimals).Number(100 * stride.SwingTimeS / stride.StrideTimeS, PercentDecimals)
        .Number(settled.DoubleSupportPercent, PercentDecimals).Number(settled.SingleSupportPercent, PercentDecimals)
        .Number(100 * stride.LoadingS / stride.StanceTimeS, PercentDecimals).Number(100 * stride.FootFlatS / stride.StanceTimeS, PercentDecimals)
        .Number(100 * stride.PushOffS / stride.StanceTimeS, PercentDecimals)
        .Number(settled.Bout, 0).Text(settled.Use);
}
