using GaitSense.Core;

namespace GaitSense.Recording.Import.Tables;

/// <summary>Rows whose own times are left aside: they lie evenly, at a rate that a person gave.</summary>
internal sealed class EvenRows : SensorRows
{
    private readonly SensorRows _inner;
    private readonly double _periodUs;
    private long _firstUs, _index;

    /// <summary>Wraps rows, which are disposed with this.</summary>
    /// <param name="inner">The rows.</param>
    /// <param name="rateHz">The rate, Hz, above 0.</param>
    public EvenRows(SensorRows inner, double rateHz)
    {
        _inner = inner;
        _periodUs = 1e6 / rateHz;
        StatedRateHz = inner.StatedRateHz;
        IsEpoch = inner.IsEpoch;
        Notes.Add(FormattableString.Invariant($"Times: rows lie evenly at {rateHz:0.###} Hz, as --rate says; the file's own times only say when it begins, and no gap is known."));
    }

    /// <inheritdoc/>
    public override double Fraction => _inner.Fraction;

    /// <inheritdoc/>
    public override bool TryRead(out ImuSample sample)
    {
        if (!_inner.TryRead(out sample))
        {
            Notes.AddRange(_inner.Notes);
            _inner.Notes.Clear();
            return false;
        }

        if (_index == 0) _firstUs = sample.Time.Microseconds;
        sample = sample with { Time = new DeviceTime(_firstUs + (long)Math.Round(_index++ * _periodUs)) };
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _inner.Dispose();
}
