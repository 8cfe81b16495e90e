namespace GaitSense.Core;

/// <summary>
/// Whether the greatest magnitude of one axis is an end of its range: the signal comes back to it again and again, and hardly turns just
/// below it. A few comparisons for an ordinary sample.
/// </summary>
/// <remarks>
/// A parabolic peak spends as long within 0.5 % of its top as from there to 2 %, and peaks of different height spend less; a signal that is
/// cut off spends nearly all of that time at the top. So many samples at the top, in several visits, and few on the shoulder below tell
/// an end, at whatever number it lies: three times as many tell a cut axis (sharp ends: ten times and more), while uncut ones of recorded and
/// simulated walks stay at or below one. An end that a calibration across axes has smeared by more than half a percent is not seen.
/// </remarks>
internal struct Plateau
{
    private const double Top = 0.995, Shoulder = 0.98;
    private const double TopPerShoulder = 3;
    private const int MinTop = 8, MinVisits = 3;

    // Noise on one peak is not several visits.
    private const int SamplesApart = 20;

    private double _greatest;
    private double _shoulder;
    private long _lastAtTop;
    private int _atTop;
    private int _onShoulder;
    private int _visits;

    /// <summary>Takes a reading; true when it lies at an end of the range, as far as known by now.</summary>
    /// <param name="value">The axis' reading, with its sign.</param>
    /// <param name="lowest">Below this magnitude a plateau is just a signal at rest.</param>
    /// <param name="sample">Number of the sample.</param>
    public bool Push(double value, double lowest, long sample)
    {
        double magnitude = Math.Abs(value);
        return magnitude >= lowest && magnitude >= _shoulder && PushHigh(magnitude, sample);
    }

    private bool PushHigh(double magnitude, long sample)
    {
        if (magnitude * Top > _greatest)
        {
            // What was seen so far was not the end.
            _greatest = magnitude;
            _shoulder = Shoulder * magnitude;
            _atTop = _onShoulder = _visits = 0;
        }

        if (magnitude < Top * _greatest)
        {
            _onShoulder++;
            return false;
        }

        if (_visits == 0 || sample > _lastAtTop + SamplesApart) _visits++;
        _lastAtTop = sample;
        _atTop++;
        return _atTop >= MinTop && _visits >= MinVisits && _atTop >= TopPerShoulder * _onShoulder;
    }
}
