namespace GaitSense.Core;

/// <summary>
/// Whether three axes of one sensor hold the same numbers for too long. A sensor at rest has noise, unless its resolution is coarse: then its quiet readings
/// repeat again and again, and a repetition says nothing, except while the foot turns.
/// </summary>
internal struct StuckReading
{
    private const double MaxStuckS = 0.2;
    private const int Fewest = 5;
    private const int QuietToKnow = 50;

    // Of quiet readings of a sensor whose noise shows in its last digit fewer repeat.
    private const double RepeatedShare = 0.02;

    private Vector3D _last;
    private DeviceTime _since;
    private int _run;
    private int _quiet;
    private int _quietRepeats;
    private bool _hasLast;

    /// <summary>When the present reading came for the first time.</summary>
    public readonly DeviceTime Since => _since;

    /// <summary>Takes a reading; true while it is stuck.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="time">Its time, later than the one before.</param>
    /// <param name="isQuiet">Whether the foot hardly turns.</param>
    /// <param name="isMoving">Whether the foot certainly moves, so that this sensor's reading must change.</param>
    public bool Push(in Vector3D reading, DeviceTime time, bool isQuiet, bool isMoving)
    {
        if (!_hasLast || reading != _last)
        {
            if (isQuiet)
            {
                _quiet++;
                _quietRepeats += _run;
            }

            _quiet += _run;
            (_hasLast, _last, _since, _run) = (true, reading, time, 0);
            return false;
        }

        _run++;
        return _run >= Fewest && time.SecondsSince(_since) >= MaxStuckS && (isMoving || (_quiet >= QuietToKnow && _quietRepeats < RepeatedShare * _quiet));
    }

    /// <summary>The run under way was a fault: it is no repetition that this sensor is used to.</summary>
    public void Forget() => _run = 0;
}
