using GaitSense.Core;

namespace GaitSense.Recording;

/// <summary>
/// Writes what the core decides into the tables of an analysis folder, while it is decided, with flat memory. Degrees begin here. All
/// tables are always written, if only with their headers; they take their names at <see cref="Complete"/>, so a crash never leaves half a
/// table that looks whole.
/// </summary>
public sealed class ResultWriter : IWalkObserver, IDisposable
{
    private const int LengthDecimals = 5, AngleDecimals = 3, ConfidenceDecimals = 3, DurationDecimals = 6;
    private const double DegreesPerRadian = 180 / Math.PI;

    private readonly TrajectoryDetail _detail;
    private readonly TableRowHandler? _rows;
    private readonly List<TableWriter> _tables = [];
    private readonly TableWriter _events, _provisional, _strides, _steps, _trajectory;
    private DeviceTime? _latest;
    private bool _completed;

    /// <summary>Starts the tables.</summary>
    /// <param name="folder">Where they go; created where it is missing.</param>
    /// <param name="detail">Which points of the path are written.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public ResultWriter(string folder, TrajectoryDetail detail = TrajectoryDetail.MidStance)
        : this(folder, rows: null, detail)
    {
    }

    /// <summary>Tables whose rows are handed on, one by one, the moment they are decided: the same rows as in the files.</summary>
    /// <param name="rows">Takes them.</param>
    /// <param name="detail">Which points of the path are among them.</param>
    public ResultWriter(TableRowHandler rows, TrajectoryDetail detail = TrajectoryDetail.MidStance)
        : this("", rows ?? throw new ArgumentNullException(nameof(rows)), detail)
    {
    }

    private ResultWriter(string folder, TableRowHandler? rows, TrajectoryDetail detail)
    {
        if (rows is null) ArgumentException.ThrowIfNullOrEmpty(folder);
        (Folder, _rows, _detail) = (folder, rows, detail);
        try
        {
            _events = Start(ResultFiles.Events, ResultFiles.EventColumns);
            _provisional = Start(ResultFiles.ProvisionalEvents, ResultFiles.ProvisionalColumns);
            _strides = Start(ResultFiles.Strides, ResultFiles.StrideColumns);
            _steps = Start(ResultFiles.Steps, ResultFiles.StepColumns);
            _trajectory = Start(ResultFiles.Trajectory, ResultFiles.TrajectoryColumns);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where the tables go; empty where their rows are handed on.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public void OnEventSettled(in GaitEvent e)
    {
        See(e.DetectedAt);
        _events.Text(Words.Of(e.Foot)).Text(Words.Of(e.Kind)).Time(e.Time).Time(e.DetectedAt).Text(Words.Of(e.Direction))
            .Number(e.Confidence, ConfidenceDecimals).Time(e.DirectionKnownAt).EndRow();
    }

    /// <inheritdoc/>
    /// <remarks>A guess is written once it is confirmed or withdrawn, not before.</remarks>
    public void OnProvisional(in ProvisionalEvent e)
    {
        if (e.Kept is null) return;
        _provisional.Text(Words.Of(e.Foot)).Text(Words.Of(e.Kind)).Time(e.Time).Time(e.KnownAt).Number(e.Confidence, ConfidenceDecimals)
            .Flag(e.Kept).EndRow();
    }

    /// <inheritdoc/>
    public void OnStride(in Stride stride)
    {
        See(stride.KnownAt);
        _strides.Text(Words.Of(stride.Foot)).Time(stride.Start).Time(stride.End).Time(stride.TerminalContact)
            .Time(stride.ZeroVelocityStart).Time(stride.ZeroVelocityEnd)
            .Number(stride.StrideTimeS, DurationDecimals).Number(stride.StanceTimeS, DurationDecimals)
            .Number(stride.SwingTimeS, DurationDecimals)
            .Number(stride.LengthM, LengthDecimals).Number(stride.SpeedMps, LengthDecimals).Text(Words.Of(stride.Direction))
            .Number(stride.ClearanceM, LengthDecimals).Number(stride.HeightChangeM, LengthDecimals)
            .Number(stride.AngleAtInitialContactRad * DegreesPerRadian, AngleDecimals)
            .Number(stride.AngleAtTerminalContactRad * DegreesPerRadian, AngleDecimals)
            .Number(stride.TurnRad * DegreesPerRadian, AngleDecimals)
            .Number(stride.Confidence, ConfidenceDecimals).Flag(stride.IsValid).Text(Words.Of(stride.RejectReason)).Time(stride.KnownAt)
            .Text(Words.Of(stride.EarlyDirection)).Text(Words.Of(stride.Revision)).EndRow();
    }

    /// <inheritdoc/>
    public void OnStep(in Step step)
    {
        See(step.KnownAt);
        _steps.Text(Words.Of(step.Foot)).Time(step.Time).Number(step.StepTimeS, DurationDecimals)
            .Number(step.StepTimeUncertaintyS, DurationDecimals).Number(step.DoubleSupportS, DurationDecimals)
            .Text(Words.Of(step.Direction)).Time(step.KnownAt).EndRow();
    }

    /// <inheritdoc/>
    public void OnPathPoint(in PathPoint point)
    {
        if (_detail == TrajectoryDetail.MidStance) WritePoint(point.Foot, point.Time, point.PositionM, point.HeadingRad);
    }

    /// <inheritdoc/>
    public void OnPose(in FootPose pose)
    {
        if (_detail == TrajectoryDetail.Full) WritePoint(pose.Foot, pose.Time, pose.PositionM, pose.HeadingRad);
    }

    /// <summary>Gives the tables their names.</summary>
    /// <param name="partial">
    /// Whether the analysis was stopped before the recording's end. The tables are saved all the same, and <c>incomplete.txt</c> says so.
    /// </param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void Complete(bool partial = false)
    {
        if (_completed || _rows is not null) return;
        if (partial) WriteIncomplete();
        foreach (TableWriter table in _tables) table.Complete();
        _completed = true;
        if (!partial) File.Delete(Path.Combine(Folder, ResultFiles.Incomplete));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (TableWriter table in _tables) table.Dispose();
    }

    private TableWriter Start(string name, string[] columns)
    {
        TableWriter table = _rows is null ? new TableWriter(Folder, name, columns) : new TableWriter(name, columns, _rows);
        _tables.Add(table);
        return table;
    }

    private void WritePoint(Foot foot, DeviceTime time, in Vector3D positionM, double headingRad)
    {
        See(time);
        _trajectory.Text(Words.Of(foot)).Time(time).Number(positionM.X, LengthDecimals).Number(positionM.Y, LengthDecimals)
            .Number(positionM.Z, LengthDecimals).Number(headingRad * DegreesPerRadian, AngleDecimals).EndRow();
    }

    private void See(DeviceTime time)
    {
        if (_latest is not { } latest || time > latest) _latest = time;
    }

    private void WriteIncomplete()
    {
        string until = _latest is { } latest
            ? FormattableString.Invariant($"the tables go to {latest.Seconds:F3} s of the recording")
            : "nothing had been decided yet";
        using var file = new PendingFile(Folder, ResultFiles.Incomplete);
        file.Write(System.Text.Encoding.UTF8.GetBytes($"The analysis was stopped before the end: {until}.\n"));
        file.Complete();
    }
}
