using GaitSense.Core;

namespace GaitSense.Recording;

/// <summary>Reads the tables of an analysis folder back, with the numbers as they are printed there.</summary>
public static class ResultReader
{
    private const double RadiansPerDegree = Math.PI / 180;

    private static readonly string[] EventColumns = ["foot", "event", "time_s"];
    private static readonly string[] StrideColumns = ["foot", "start_s", "end_s", "terminal_contact_s", "stride_length_m"];

    /// <summary>Reads <c>events.csv</c>.</summary>
    /// <param name="folder">The analysis folder.</param>
    /// <exception cref="RecordingFormatException">The file is not there, or not what the contract says.</exception>
    public static IReadOnlyList<EventRow> ReadEvents(string folder) =>
        TableReader.Read(Path.Combine(folder, ResultFiles.Events), EventColumns, static r =>
        {
            DeviceTime time = r.Time("time_s");
            return new EventRow(
                new GaitEvent(
                    r.Foot("foot"),
                    r.Event("event"),
                    time,
                    r.OptionalTime("detected_at_s") ?? time,
                    r.Direction("direction"),
                    r.OptionalNumber("confidence") ?? 1,
                    r.OptionalTime("direction_known_at_s")),
                r.Number("time_s"),
                r.OptionalNumber("detected_at_s"));
        });

    /// <summary>Reads <c>strides.csv</c>.</summary>
    /// <param name="folder">The analysis folder.</param>
    /// <exception cref="RecordingFormatException">The file is not there, or not what the contract says.</exception>
    public static IReadOnlyList<StrideRow> ReadStrides(string folder)
    {
        int left = 0, right = 0;
        return TableReader.Read(Path.Combine(folder, ResultFiles.Strides), StrideColumns, r =>
        {
            Foot foot = r.Foot("foot");
            DeviceTime end = r.Time("end_s");
            var stride = new Stride
            {
                Foot = foot,
                Index = foot == Foot.Left ? left++ : right++,
                Start = r.OptionalTime("start_s"),
                End = end,
                TerminalContact = r.Time("terminal_contact_s"),
                ZeroVelocityStart = r.OptionalTime("zero_velocity_start_s"),
                ZeroVelocityEnd = r.OptionalTime("zero_velocity_end_s"),
                KnownAt = r.OptionalTime("known_at_s") ?? end,
                LengthM = r.OptionalNumber("stride_length_m"),
                ClearanceM = r.OptionalNumber("clearance_m"),
                HeightChangeM = r.OptionalNumber("height_change_m"),
                AngleAtInitialContactRad = r.OptionalNumber("angle_at_ic_deg") * RadiansPerDegree,
                AngleAtTerminalContactRad = r.OptionalNumber("angle_at_tc_deg") * RadiansPerDegree,
                TurnRad = r.OptionalNumber("turn_deg") * RadiansPerDegree,
                Direction = r.Direction("direction"),
                Confidence = r.OptionalNumber("confidence") ?? 1,
                RejectReason = Reason(r),
            };
            return new StrideRow(
                stride, r.Number("end_s"), r.Number("terminal_contact_s"), r.OptionalNumber("stride_time_s"), r.OptionalNumber("stride_length_m"));
        });
    }

    // Another program's table may say "not valid" without our words for why.
    private static RejectReason Reason(TableReader row)
    {
        RejectReason reason = row.Reason("reject_reason");
        bool invalid = row.Text("valid").ToUpperInvariant() is "FALSE" or "0";
        return reason == RejectReason.None && invalid ? RejectReason.Implausible : reason;
    }
}
