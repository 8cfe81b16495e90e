namespace GaitSense.Core;

/// <summary>
/// What the accelerometer makes of gravity, at rest and over swings: whether its scale is off, and whether it was right before. Over a swing, from one quiet moment to the
/// next, the specific force averages to gravity, so that a sensor which loses its setting while somebody walks on is found without a rest.
/// </summary>
internal struct GravityWatch
{
    // Real sensors read 9.5 to 10.5 at rest.
    private const double Off = 0.12;

    // One swing says less than a rest: it begins and ends with some velocity. Three that say the same are sure.
    private const double SwingOff = 0.2;
    private const int OffSwings = 3, RightSwings = 6;
    private const double KnownRestS = 0.6, RestMemoryS = 10;

    private double _restMps2;
    private double _restS;
    private int _side;
    private int _inARow;
    private double _sum;

    /// <summary>What is read, divided by what should be; null where it is right, or not known.</summary>
    public double? Factor { get; private set; }

    /// <summary>Whether gravity was right at some time of the walk.</summary>
    public bool WasRight { get; private set; }

    /// <summary>Whether the last swing says that a scale that was right is off.</summary>
    public readonly bool IsSuspect => WasRight && _side is Low or High;

    private const int Right = 0, Low = 1, High = 2, Neither = 3;

    /// <summary>The foot rests: what the accelerometer reads now, m/s², for so long, s.</summary>
    public void Rest(double levelMps2, double dt)
    {
        // Another level is another rest, and no mean of both.
        if (Math.Abs(levelMps2 - _restMps2) > Off * _restMps2) _restS = 0;
        _restS += dt;
        _restMps2 += (levelMps2 - _restMps2) * (dt / Math.Min(_restS, RestMemoryS));
        if (_restS < KnownRestS) return;
        Judge(_restMps2);
        WasRight |= Factor is null;
    }

    /// <summary>A swing has ended.</summary>
    /// <param name="levelMps2">What the accelerometer read on average, turned along, m/s².</param>
    /// <param name="isSure">Whether the gyroscope agrees on the turn, so that the mean is gravity.</param>
    public void Swing(double levelMps2, bool isSure)
    {
        double factor = levelMps2 / ErrorStateFilter.GravityMps2;
        int side = Math.Abs(factor - 1) <= Off ? Right : Math.Abs(factor - 1) <= SwingOff || !isSure ? Neither : factor < 1 ? Low : High;
        if (side != _side) (_side, _inARow, _sum) = (side, 0, 0);
        // The first of a row may have begun before.
        if (_inARow++ > 0) _sum += factor;
        if (side == Right && _inARow >= RightSwings)
        {
            WasRight = true;
            if (_restS < KnownRestS || Factor is < 1 - SwingOff or > 1 + SwingOff) Factor = null;
        }
        else if (IsSuspect && _inARow >= OffSwings) Factor = _sum / (_inARow - 1);
    }

    /// <summary>All swings so far, where there was no rest and nothing was known to be right: what the accelerometer reads on average, m/s².</summary>
    public void NoRest(double levelMps2)
    {
        if (_restS < KnownRestS && !WasRight) Judge(levelMps2);
    }

    /// <summary>Whether a mean over a swing is off by so much that it has to be looked at.</summary>
    public static bool IsFarOff(double levelMps2) => Math.Abs((levelMps2 / ErrorStateFilter.GravityMps2) - 1) > SwingOff;

    private void Judge(double levelMps2)
    {
        double factor = levelMps2 / ErrorStateFilter.GravityMps2;
        Factor = Math.Abs(factor - 1) > Off ? factor : null;
    }
}
