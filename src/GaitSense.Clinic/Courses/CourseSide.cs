using GaitSense.Core;

namespace GaitSense.Clinic.Courses;

/// <summary>One foot's samples of a simulated attempt on the time of the whole walk; while it waits for "go" the foot stands on.</summary>
/// <param name="periodS">From sample to sample, s.</param>
internal sealed class CourseSide(double periodS)
{
    // What a foot that waits goes through to and fro: one reading over and over would be a frozen sensor.
    private const double StandS = 1;

    private ImuSample[] _samples = [];
    private int _next, _go, _stood;
    private double _shiftS, _goS;
    private bool _waits;

    /// <summary>Time of the last sample that was taken, s.</summary>
    public double LastS { get; private set; } = -1;

    /// <summary>Whether a sample comes.</summary>
    public bool HasNext => _waits || _next < _samples.Length;

    /// <summary>Time of the next sample, s.</summary>
    public double NextS => _next < _go || !_waits ? _shiftS + _samples[_next].Time.Seconds : LastS + periodS;

    /// <summary>Where on the attempt's own time the next sample is, s; infinity: there is none.</summary>
    public double CourseS => HasNext ? NextS - _shiftS : double.PositiveInfinity;

    /// <summary>Begins an attempt.</summary>
    /// <param name="samples">Its samples.</param>
    /// <param name="atS">When on the walk's time its time is 0, s.</param>
    /// <param name="goS">When its "go" is, on its own time, s.</param>
    /// <param name="waits">Whether the foot stands until it is told to go.</param>
    public void Begin(ImuSample[] samples, double atS, double goS, bool waits)
    {
        (_samples, _next, _stood, _shiftS, _goS, _waits) = (samples, 0, 0, atS, goS, waits);
        int at = Array.FindIndex(samples, s => s.Time.Seconds >= goS);
        _go = at < 0 ? samples.Length : at;
    }

    /// <summary>"Go" was said: what follows is what follows "go".</summary>
    /// <param name="timeS">When, s on the walk's time.</param>
    public void Go(double timeS)
    {
        double now = NextS, wanted = _goS + now - timeS;
        int at = Array.FindIndex(_samples, s => s.Time.Seconds >= wanted);
        (_next, _waits) = (at < 0 ? _samples.Length : at, false);
        if (_next < _samples.Length) _shiftS = now - _samples[_next].Time.Seconds;
    }

    /// <summary>The next sample.</summary>
    public ImuSample Take()
    {
        double at = NextS;
        ImuSample sample;
        if (_waits && _next >= _go)
        {
            int count = Math.Max(1, Math.Min(_go, (int)(StandS / periodS))), turn = _stood++ % (2 * count);
            sample = _samples[_go - 1 - (turn < count ? turn : (2 * count) - 1 - turn)];
        }
        else
        {
            sample = _samples[_next++];
        }

        LastS = at;
        return sample with { Time = DeviceTime.FromSeconds(at) };
    }
}
