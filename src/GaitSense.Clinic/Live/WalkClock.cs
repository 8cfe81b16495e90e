using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Training.TimedTests;
using GaitSense.Walk;

namespace GaitSense.Clinic.Live;

/// <summary>The time of a walk that goes on, for who presses a key. An observer of the walk: only its thread may ask the source. Any thread asks it.</summary>
/// <param name="source">The walk.</param>
/// <param name="time">The clock that the source was given.</param>
/// <param name="hurry">How much faster than life that clock goes.</param>
internal sealed class WalkClock(IWalkSource source, TimeProvider time, double hurry = 1) : IWalkObserver
{
    private long _startUs = long.MinValue, _sampleUs;

    /// <summary>The walk's time now, s: by the clock where the walk has a place in time, else that of its latest sample. 0 before its first sample.</summary>
    public double NowS => Volatile.Read(ref _startUs) is var start && start != long.MinValue ? KeyTime.OnWalkS(Now, new HostTime(start)) : SampleS;

    /// <summary>The walk's time of its latest sample, s.</summary>
    public double SampleS => 1e-6 * Volatile.Read(ref _sampleUs);

    /// <summary>Host time now.</summary>
    public HostTime Now => HostTime.FromTicks(time.GetTimestamp(), time.TimestampFrequency);

    /// <summary>A press that says when it was: not later than now, and not long ago.</summary>
    /// <param name="atS">When it says, s on the walk's time; null: now.</param>
    public double PressedS(double? atS) => NowS is var now && atS is { } at && double.IsFinite(at) ? Math.Clamp(at, now - (MaxLateS * hurry), now) : NowS;

    // A page that is slower than this is not believed.
    private const double MaxLateS = 2;

    /// <inheritdoc/>
    public void OnPose(in FootPose pose)
    {
        if (pose.Time.Microseconds > _sampleUs) Volatile.Write(ref _sampleUs, pose.Time.Microseconds);
        if (_startUs == long.MinValue && (source as IRealTimeSource)?.HostAt(new DeviceTime(0)) is { } start) Volatile.Write(ref _startUs, start.Microseconds);
    }
}
