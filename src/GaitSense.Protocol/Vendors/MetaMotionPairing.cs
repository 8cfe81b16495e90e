namespace GaitSense.Protocol;

/// <summary>
/// Pairs accelerations with angular rates that come in packets of their own, in order. Packets of both kinds alternate, and one kind usually comes first, as one chip
/// makes both. Where one kind stays ahead by a whole packet for long, a packet of the other kind was lost; where the kind that usually comes second comes first for long, a
/// packet of the usual first was lost. What it would have been paired with is thrown away. A loss before it is known which kind comes first is not seen.
/// </summary>
internal sealed class MetaMotionPairing
{
    private const int Capacity = 32;  // a power of two
    private const int MaxAhead = 12; // four packets: more is loss, not jitter
    private const int Patience = 24;  // samples: a kind that is late for less is late, not lost

    private readonly (short X, short Y, short Z)[] _acc = new (short, short, short)[Capacity];
    private readonly (short X, short Y, short Z)[] _gyr = new (short, short, short)[Capacity];
    private int _accAt, _accEnd, _gyrAt, _gyrEnd;
    private int _leastAcc = int.MaxValue, _leastGyr = int.MaxValue, _watched;
    // Which kind came first: 1 acceleration, -1 angular rate, 0 not known. Of the pair that is under way, of the pairs before it (so many samples of it in a row), and usually.
    private int _first, _firstInARow, _usualFirst;

    /// <summary>Halves that were thrown away since this was asked last.</summary>
    public int TakeDropped()
    {
        int dropped = _dropped;
        _dropped = 0;
        return dropped;
    }

    private int _dropped;

    public void Push(bool isGyro, (short X, short Y, short Z) value)
    {
        if (isGyro) _gyr[_gyrEnd++ % Capacity] = value;
        else _acc[_accEnd++ % Capacity] = value;
        while (_accEnd - _accAt > MaxAhead) Drop(ref _accAt);
        while (_gyrEnd - _gyrAt > MaxAhead) Drop(ref _gyrAt);
        Wrap();
    }

    public bool TryPair(out (short X, short Y, short Z) acc, out (short X, short Y, short Z) gyr)
    {
        (acc, gyr) = (_acc[_accAt % Capacity], _gyr[_gyrAt % Capacity]);
        if (_accEnd == _accAt || _gyrEnd == _gyrAt) return false;
        (_accAt, _gyrAt) = (_accAt + 1, _gyrAt + 1);
        Wrap();
        return true;
    }

    /// <summary>To be called when all that can be paired after a notification was paired: what is left over is how far one kind is ahead.</summary>
    /// <param name="perPacket">Samples of that notification.</param>
    public void Watch(int perPacket)
    {
        int ahead = (_accEnd - _accAt) - (_gyrEnd - _gyrAt);
        if (LastsAhead(ahead, perPacket) || ComesFirstUnusually(ahead, perPacket))
        {
            for (int k = 0; k < perPacket; k++)
            {
                if (ahead > 0) Drop(ref _accAt);
                else Drop(ref _gyrAt);
            }

            Restart();
        }
        else if (_watched >= 2 * Patience) Restart();
    }

    // A packet of the kind that comes second was lost.
    private bool LastsAhead(int ahead, int perPacket)
    {
        (_leastAcc, _leastGyr) = (Math.Min(_leastAcc, Math.Max(ahead, 0)), Math.Min(_leastGyr, Math.Max(-ahead, 0)));
        _watched += perPacket;
        return _watched >= 2 * Patience && Math.Max(_leastAcc, _leastGyr) >= perPacket;
    }

    // A packet of the kind that comes first was lost.
    private bool ComesFirstUnusually(int ahead, int perPacket)
    {
        if (ahead == 0)
        {
            _firstInARow = Math.Clamp((Math.Sign(_firstInARow) == _first ? _firstInARow : 0) + (_first * perPacket), -Patience, Patience);
            if (_usualFirst == 0 && Math.Abs(_firstInARow) == Patience) _usualFirst = _first;
            return false;
        }

        _first = Math.Sign(ahead);
        if (_first == _usualFirst || _firstInARow != _first * Patience || Math.Abs(ahead) < perPacket) return false;
        _firstInARow = 0;
        return true;
    }

    private void Restart() => (_leastAcc, _leastGyr, _watched) = (int.MaxValue, int.MaxValue, 0);

    private void Drop(ref int at)
    {
        at++;
        _dropped++;
    }

    private void Wrap()
    {
        if (_accAt >= Capacity) (_accAt, _accEnd) = (_accAt - Capacity, _accEnd - Capacity);
        if (_gyrAt >= Capacity) (_gyrAt, _gyrEnd) = (_gyrAt - Capacity, _gyrEnd - Capacity);
    }
}
