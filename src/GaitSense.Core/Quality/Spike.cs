namespace GaitSense.Core;

/// <summary>
/// Whether the reading before the latest one was a single bad one (a bit that fell over, a contact that sparked): far off the line between its neighbours, which agree
/// with each other, while the signal around it is smooth. A landing's impact shakes the readings after it, too, or turns the foot as well.
/// </summary>
internal struct Spike
{
    // So many times as far off as its neighbours are from each other, and as readings are off their neighbours' line otherwise.
    private const double ToNeighbours = 6, ToUsual = 20;
    private const double MemorySamples = 16;

    private Vector3D _last;
    private Vector3D _beforeLast;
    private double _usual;
    private int _count;

    /// <summary>What the reading before this one is off the line between its neighbours by.</summary>
    public readonly Vector3D Off(in Vector3D reading) => _last - Middle(in reading);

    /// <summary>Takes a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="off">What the one before is off by, as <see cref="Off"/> says.</param>
    /// <param name="least">What noise and ringing may be off by.</param>
    /// <param name="isAlone">Whether the other sensor's reading fits between its neighbours: an impact shakes both.</param>
    /// <returns>Whether the reading before this one was a bad one, and is taken back.</returns>
    public bool Push(in Vector3D reading, in Vector3D off, double least, bool isAlone)
    {
        double far = off.Length;
        bool isSpike = isAlone && _count >= MemorySamples && far > least && far > ToNeighbours * (reading - _beforeLast).Length && far > ToUsual * _usual;
        if (isSpike)
        {
            _last = Middle(in reading);
            far = 0;
        }

        if (_count < MemorySamples) _count++;
        // A spike makes its neighbours look odd: what it adds here counts at most as twice the usual.
        _usual += (Math.Min(far, Math.Max(2 * _usual, least / ToUsual)) - _usual) / MemorySamples;
        (_beforeLast, _last) = (_last, reading);
        return isSpike;
    }

    private readonly Vector3D Middle(in Vector3D reading) => (reading + _beforeLast) * 0.5;
}
