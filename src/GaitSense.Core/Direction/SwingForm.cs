namespace GaitSense.Core;

/// <summary>
/// The shape of a swing, seen in the direction it went: how far it bows to the side, and how early the way is made. The velocity's error grows over a swing and the zero velocity after it
/// takes it back: the place it moves the end by is spread over the swing with the square of the time, as <see cref="HeightProfile"/> does with heights.
/// </summary>
internal sealed class SwingForm
{
    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    public void Reset() => _s = default;

    /// <summary>The foot is as still as it was in this stance: what it moves from here on is the next swing's.</summary>
    public void Rest(DeviceTime time) => _s.Next = new Motion { Since = time };

    /// <summary>The foot leaves the ground; the swing's motion began where it last was still.</summary>
    public void Begin(in MidStanceReference start) =>
        _s = new State { Time = _s.Time, Next = _s.Next, IsFollowed = true, StartM = start.PositionM, StartTime = start.Time, Own = _s.Next };

    /// <summary>A swing begins at an unknown place.</summary>
    public void BeginBlind() => _s = new State { Time = _s.Time, Next = _s.Next };

    /// <summary>Takes place and speed after one sample.</summary>
    public void Follow(FootTracker tracker, DeviceTime time, bool inSwing)
    {
        double dt = time.SecondsSince(_s.Time);
        _s.Time = time;
        Vector3D step = tracker.VelocityMps * Math.Clamp(dt, 0, 0.1);
        _s.Next.Add(in step, time);
        if (!_s.IsFollowed) return;
        _s.Own.Add(in step, time);
        _s.ShiftM += tracker.LastPositionShiftM;
        if (!inSwing) return;
        _s.SinceStartS = time.SecondsSince(_s.StartTime);
        _s.SumM += tracker.PositionM - _s.ShiftM - _s.StartM;
        _s.SquaresS2 += _s.SinceStartS * _s.SinceStartS;
        _s.Samples++;
    }

    /// <summary>The swing is over.</summary>
    /// <param name="end">The mid-stance instant after it.</param>
    /// <param name="release">Its terminal contact.</param>
    /// <param name="landing">Its initial contact.</param>
    /// <param name="leftwardM">Mean distance of the swing from the line to where it ended, m, to the left of the way positive.</param>
    /// <param name="middle">When half the way is made, weighted: the mean time of the motion, as a share of the swing.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryEnd(in MidStanceReference end, DeviceTime release, DeviceTime landing, out double leftwardM, out double middle)
    {
        State s = _s;
        _s = new State { Time = s.Time, Next = s.Next };
        (leftwardM, middle) = (0, 0);
        Vector3D way = end.PositionM - s.StartM;
        double length = Math.Sqrt((way.X * way.X) + (way.Y * way.Y)), swingS = landing.SecondsSince(release);
        double moved = (s.Own.WayM.X * way.X) + (s.Own.WayM.Y * way.Y);
        if (s.Samples == 0 || s.SinceStartS <= 0 || length == 0 || moved <= 0 || swingS <= 0) return false;
        Vector3D mean = (s.SumM + (s.ShiftM * (s.SquaresS2 / (s.SinceStartS * s.SinceStartS)))) * (1.0 / s.Samples);
        leftwardM = ((mean.Y * way.X) - (mean.X * way.Y)) / length;
        double meanS = ((s.Own.WayTimeMs.X * way.X) + (s.Own.WayTimeMs.Y * way.Y)) / moved;
        middle = s.Own.Since.AddSeconds(meanS).SecondsSince(release) / swingS;
        return true;
    }

    /// <summary>A motion and its first moment in time.</summary>
    public struct Motion
    {
        public DeviceTime Since;
        public Vector3D WayM;
        public Vector3D WayTimeMs;

        public void Add(in Vector3D stepM, DeviceTime time)
        {
            WayM += stepM;
            WayTimeMs += stepM * time.SecondsSince(Since);
        }
    }

    /// <summary>All that changes.</summary>
    public struct State
    {
        public DeviceTime Time;
        public Motion Next;
        public Motion Own;
        public bool IsFollowed;
        public Vector3D StartM;
        public DeviceTime StartTime;
        public Vector3D ShiftM;
        public Vector3D SumM;
        public double SquaresS2;
        public double SinceStartS;
        public int Samples;
    }
}
