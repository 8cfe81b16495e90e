using CsvHelper;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Results;

/// <summary>Reads the tables of an analysis folder back, with the numbers as they are printed there.</summary>
public static class ResultReader
{
    private const double RadiansPerDegree = Math.PI / 180;

    private static readonly string[] EventColumns = ["foot", "event", "time_s"];
    private static readonly string[] StrideColumns = ["foot", "start_s", "end_s", "terminal_contact_s", "stride_length_m"];
    private static readonly string[] ProvisionalColumns = ["foot", "event", "time_s", "known_at_s", "kept"];
    private static readonly string[] TrajectoryColumns = ["foot", "time_s", "x_m", "y_m", "z_m"];

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

    /// <summary>Reads <c>provisional_events.csv</c>.</summary>
    /// <param name="folder">The analysis folder.</param>
    /// <exception cref="RecordingFormatException">The file is not there, or not what the contract says.</exception>
    public static IReadOnlyList<ProvisionalEvent> ReadProvisional(string folder) =>
        TableReader.Read(Path.Combine(folder, ResultFiles.ProvisionalEvents), ProvisionalColumns, static r => new ProvisionalEvent(
            r.Foot("foot"),
            r.Event("event"),
            r.Time("time_s"),
            r.Time("known_at_s"),
            r.OptionalNumber("confidence") ?? 1,
            r.Text("kept").ToUpperInvariant() is var kept && kept.Length == 0 ? null : kept is "TRUE" or "1"));

    /// <summary>Reads <c>trajectory.csv</c>: each foot's path from its own origin, in the file's order.</summary>
    /// <param name="folder">The analysis folder.</param>
    /// <exception cref="RecordingFormatException">The file is not there, or not what the contract says.</exception>
    public static IReadOnlyList<PathPoint> ReadTrajectory(string folder) =>
        TableReader.Read(Path.Combine(folder, ResultFiles.Trajectory), TrajectoryColumns, static r => new PathPoint(
            r.Foot("foot"),
            r.Time("time_s"),
            new Vector3D(r.Number("x_m"), r.Number("y_m"), r.Number("z_m")),
            (r.OptionalNumber("heading_deg") ?? 0) * RadiansPerDegree));

    /// <summary>Reads a table as it is: each row's fields, the header first.</summary>
    /// <param name="path">The table.</param>
    /// <exception cref="RecordingFormatException">The file is not there, or no CSV table.</exception>
    public static IEnumerable<string[]> ReadFields(string path)
    {
        using CsvReader csv = Open(path);
        yield return [.. csv.Headers];
        while (Next())
        {
            string[] row = new string[csv.FieldCount];
            for (int i = 0; i < row.Length; i++) row[i] = csv.GetString(i);
            yield return row;
        }

        bool Next()
        {
            try
            {
                return csv.Read();
            }
            catch (CsvFormatException e)
            {
                throw new RecordingFormatException(path, Math.Max(1, e.LineNumber), "is no CSV table");
            }
        }
    }

    private static CsvReader Open(string path)
    {
        try
        {
            CsvReader csv = CsvReader.Create(InputFile.Open(path), new CsvReaderOptions { Separator = ',', TrackLineNumbers = true }, leaveOpen: false);
            csv.ReadHeader();
            return csv;
        }
        catch (CsvFormatException)
        {
            throw new RecordingFormatException(path, 1, "is no CSV table");
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(path, e);
        }
    }

    // Another program's table may say "not valid" without our words for why.
    private static RejectReason Reason(TableReader row)
    {
        RejectReason reason = row.Reason("reject_reason");
        bool invalid = row.Text("valid").ToUpperInvariant() is "FALSE" or "0";
        return reason == RejectReason.None && invalid ? RejectReason.Implausible : reason;
    }
}
