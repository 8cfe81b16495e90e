using GaitSense.Core;

namespace GaitSense.Recording.Import.Tables;

/// <summary>
/// Rows of which several have one time: batches that arrived together (3 or 8 samples in a notification), or a clock that is too coarse (whole seconds). They are spread evenly at the rate
/// that their times show over the long run; a hole of a batch or more stays a hole. Fixed memory.
/// </summary>
/// <remarks>
/// When a batch arrives jitters, and is late rather than early, so no single arrival moves the samples: their clock follows the arrivals slowly, by a twentieth of its error a batch. Only where a whole
/// second of arrivals is late by more than half a batch were samples lost, and the clock jumps.
/// </remarks>
internal sealed class BatchedRows : SensorRows
{
    private const int FewestTimes = 4;
    private const int MaxHead = 4096;
    private const int MaxBatch = 4096;
    private const double Follow = 0.05;
    private const double WindowS = 1;
    private const int FewestWindow = 4;

    private readonly SensorRows _inner;
    private readonly Queue<Batch> _batches = new();
    private readonly bool _stampsFirst;
    private double _periodUs;
    private Batch? _open;
    private Batch? _current;
    private int _next;
    private double _endUs = double.NaN, _startUs;
    private long _lastUs = long.MinValue;
    private bool _ended;
    private int _holes;

    private BatchedRows(SensorRows inner, IReadOnlyList<ImuSample> head, BatchFit fit)
    {
        _inner = inner;
        _periodUs = fit.PeriodUs;
        _stampsFirst = fit.StampsFirst;
        StatedRateHz = inner.StatedRateHz;
        IsEpoch = inner.IsEpoch;
        foreach (ImuSample sample in head) Gather(sample);
        Notes.Add(FormattableString.Invariant($"Times: {fit.Words}; the samples were spread evenly at {1e6 / _periodUs:0.##} Hz, the rate that the times show."));
    }

    /// <inheritdoc/>
    public override double Fraction => _inner.Fraction;

    /// <summary>Rows whose first times are read: as they are, or spread where many repeat.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="head">Its first samples, read already; more are added where they are needed.</param>
    /// <param name="path">The file that messages name.</param>
    /// <returns>Rows that give the head once more; null where nothing has to be done.</returns>
    /// <exception cref="RecordingFormatException">All times are equal, or as good as.</exception>
    public static BatchedRows? Around(SensorRows rows, List<ImuSample> head, string path)
    {
        int repeats = head.Zip(head.Skip(1), (a, b) => a.Time == b.Time).Count(x => x);
        if (head.Count < 3 || repeats < 0.1 * head.Count) return null;
        while (head.Count < MaxHead && Times(head) < 2 * FewestTimes && rows.TryRead(out ImuSample sample)) head.Add(sample);
        if (Times(head) < FewestTimes)
        {
            throw new RecordingFormatException(path, FormattableString.Invariant(
                $"{(Times(head) == 1 ? "all" : "nearly all")} times of its first {head.Count} rows are equal ({head[0].Time.Seconds:0.######} s), as a spreadsheet leaves them when it rounds: export with all digits, or say how many rows a second there are with --rate HZ"));
        }

        return new BatchedRows(rows, head, BatchFit.Of(head));
    }

    /// <inheritdoc/>
    public override bool TryRead(out ImuSample sample)
    {
        while (_current is null || _next >= _current.Samples.Count)
        {
            if (!TryNextBatch())
            {
                sample = default;
                return false;
            }
        }

        long us = Math.Max(_lastUs, (long)Math.Round(_startUs + (_next * _periodUs)));
        _lastUs = us;
        sample = _current.Samples[_next++] with { Time = new DeviceTime(us) };
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _inner.Dispose();

    private static int Times(List<ImuSample> head)
    {
        int times = head.Count > 0 ? 1 : 0;
        for (int i = 1; i < head.Count; i++)
            if (head[i].Time != head[i - 1].Time) times++;
        return times;
    }

    private void Gather(in ImuSample sample)
    {
        if (_open is null || _open.Us != sample.Time.Microseconds || _open.Samples.Count >= MaxBatch)
        {
            if (_open is not null) _batches.Enqueue(_open);
            _open = new Batch(sample.Time.Microseconds);
        }

        _open.Samples.Add(sample);
    }

    private bool TryNextBatch()
    {
        while (!_ended && (_batches.Count < FewestWindow || _batches.Last().Us - _batches.Peek().Us < WindowS * 1e6))
        {
            if (_inner.TryRead(out ImuSample sample))
            {
                Gather(in sample);
                continue;
            }

            _ended = true;
            if (_open is not null) _batches.Enqueue(_open);
            _open = null;
            Notes.AddRange(_inner.Notes);
        }

        if (!_batches.TryDequeue(out _current))
        {
            if (_holes > 0) Notes.Add(FormattableString.Invariant($"{_holes} {(_holes == 1 ? "hole" : "holes")} of a batch or more between the times stay gaps."));
            _holes = 0;
            return false;
        }

        _next = 0;
        Place(_current);
        return true;
    }

    private void Place(Batch batch)
    {
        int n = batch.Samples.Count;
        // The stamped sample: the last of a batch that arrived, the first after a coarse clock ticked.
        int stamped = _stampsFirst ? 0 : n - 1;
        if (double.IsNaN(_endUs))
        {
            _startUs = batch.Us - (stamped * _periodUs);
        }
        else
        {
            _startUs = _endUs;
            double error = batch.Us - (_startUs + (stamped * _periodUs));
            double hole = Math.Max(0.6 * n, 1.5) * _periodUs;
            if (error > hole && LeastError() > hole)
            {
                _startUs += error;
                _holes++;
            }
            else
            {
                _startUs += Follow * error;
                _periodUs += Follow * Follow / 4 * error / n;
            }
        }

        _endUs = _startUs + (n * _periodUs);
    }

    // How late the batches that follow are if this one keeps its place: where none is in time, samples are missing.
    private double LeastError()
    {
        double end = _startUs + (_current!.Samples.Count * _periodUs), least = double.MaxValue;
        foreach (Batch batch in _batches)
        {
            int n = batch.Samples.Count;
            least = Math.Min(least, batch.Us - (end + ((_stampsFirst ? 0 : n - 1) * _periodUs)));
            end += n * _periodUs;
        }

        return least;
    }

    private sealed class Batch(long us)
    {
        public long Us { get; } = us;

        public List<ImuSample> Samples { get; } = [];
    }
}
