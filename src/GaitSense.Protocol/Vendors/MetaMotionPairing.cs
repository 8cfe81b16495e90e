namespace GaitSense.Protocol;

/// <summary>
/// Pairs accelerations with angular rates that come in packets of their own, in order. Packets of both kinds alternate; where one kind stays ahead by
/// a whole packet for long, a packet of the other kind was lost, and what it would have been paired with is thrown away.
/// </summary>
internal sealed class MetaMotionPairing
{
    private const int Capacity = 32;  // a power of two
    private const int MaxAhead = 12; // four packets: more is loss, not jitter
    private const int Patience = 24;  // samples

    private readonly (short X, short Y, short Z)[] _acc = new (short, short, short)[Capacity];
    private readonly (short X, short Y, short Z)[] _gyr = new (short, short, short)[Capacity];
    private int _accAt, _accEnd, _gyrAt, _gyrEnd;
    private int _leastAcc, _leastGyr, _watched;

    /// <summary>Halves that were thrown away since this was asked last.</summary>
    public int TakeDropped()
    {
        int dropped = _dropped;
        _dropped = 0;
        return dropped;
    }

    private int _dropped;

    public void Push(bool isGyro, (short X, short Y, short Z) value, int perPacket)
    {
        if (isGyro) _gyr[_gyrEnd++ % Capacity] = value;
        else _acc[_accEnd++ % Capacity] = value;
        while (_accEnd - _accAt > MaxAhead) Drop(ref _accAt);
        while (_gyrEnd - _gyrAt > MaxAhead) Drop(ref _gyrAt);
        Wrap();
        if (_watched++ == 0) (_leastAcc, _leastGyr) = (int.MaxValue, int.MaxValue);
        if (_watched < Patience * 2) return;
        _watched = 0;
        for (int k = 0; k < perPacket && _leastAcc >= perPacket; k++) Drop(ref _accAt);
        for (int k = 0; k < perPacket && _leastGyr >= perPacket; k++) Drop(ref _gyrAt);
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
    public void Watch()
    {
        _leastAcc = Math.Min(_leastAcc, _accEnd - _accAt);
        _leastGyr = Math.Min(_leastGyr, _gyrEnd - _gyrAt);
    }

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
