using GaitSense.Core;
using GaitSense.Recording.Text;
using static GaitSense.Recording.Results.ResultFields;

namespace GaitSense.Recording.Results;

/// <summary>
/// Makes rows of the result tables of what the core decides, the moment it is decided, and hands them on: to files (<see cref="ResultTables"/>), to a session's
/// recorder. Degrees begin here. The first row of each table holds its columns.
/// </summary>
public sealed class ResultWriter : IWalkObserver, IDisposable
{
    private readonly TrajectoryDetail _detail;
    private readonly TableWriter _events, _provisional, _steps, _trajectory;
    private readonly TableWriter? _strides;

    /// <summary>Tables whose rows are handed on, one by one.</summary>
    /// <param name="rows">Takes them.</param>
    /// <param name="detail">Which points of the path are among them.</param>
    /// <param name="strides">Whether strides are among them; not where only the file is wanted, whose rows end with what the walk's end decides (<see cref="SettledWriter"/>).</param>
    public ResultWriter(TableRowHandler rows, TrajectoryDetail detail = TrajectoryDetail.MidStance, bool strides = true)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _detail = detail;
        _events = new TableWriter(ResultFiles.Events, ResultFiles.EventColumns, rows);
        _provisional = new TableWriter(ResultFiles.ProvisionalEvents, ResultFiles.ProvisionalColumns, rows);
        _strides = strides ? new TableWriter(ResultFiles.Strides, StrideFields.Columns, rows) : null;
        _steps = new TableWriter(ResultFiles.Steps, ResultFiles.StepColumns, rows);
        _trajectory = new TableWriter(ResultFiles.Trajectory, ResultFiles.TrajectoryColumns, rows);
    }

    /// <summary>The latest time that the rows so far know of; null before the first.</summary>
    public DeviceTime? Latest { get; private set; }

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
        if (_strides is not null) StrideFields.Write(_strides, in stride).EndRow();
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

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (TableWriter? table in (TableWriter?[])[_events, _provisional, _strides, _steps, _trajectory]) table?.Dispose();
    }

    private void WritePoint(Foot foot, DeviceTime time, in Vector3D positionM, double headingRad)
    {
        See(time);
        _trajectory.Text(Words.Of(foot)).Time(time).Number(positionM.X, LengthDecimals).Number(positionM.Y, LengthDecimals)
            .Number(positionM.Z, LengthDecimals).Number(headingRad * DegreesPerRadian, AngleDecimals).EndRow();
    }

    private void See(DeviceTime time)
    {
        if (Latest is not { } latest || time > latest) Latest = time;
    }
}
