using System.Globalization;
using GaitSense.Core;
using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Units;

namespace GaitSense.Recording.Import;

/// <summary>One foot's sensor while it is imported: read, checked, written.</summary>
internal sealed class ImportSide : IDisposable
{
    /// <summary>Rates that a sensor for gait can have, Hz.</summary>
    public const double MinRateHz = 10, MaxRateHz = 4000;

    private const int HeadSamples = 513;

    private readonly ImportedSensor _sensor;
    private readonly SensorRows _rows;
    private readonly List<ImuSample> _head = new(HeadSamples);
    private readonly GapMeter _gaps;
    private readonly StretchMeter _stretches = new();
    private readonly GravityMeter _gravity = new();

    /// <summary>Opens a sensor and reads its first samples.</summary>
    /// <exception cref="RecordingFormatException">It cannot be read, or its rate is no sensor's.</exception>
    public ImportSide(Foot foot, ImportedSensor sensor, ImportOptions options)
    {
        Foot = foot;
        _sensor = sensor;
        _rows = sensor.Open();
        try
        {
            if (options.RateHz is { } hz && !sensor.IsEven) _rows = new EvenRows(_rows, hz);
            Fill();
            // What was a recording of ours comes back as it was.
            if (sensor.Recording is null && BatchedRows.Around(_rows, _head, sensor.Path) is { } spread)
            {
                _rows = spread;
                _head.Clear();
                Fill();
            }

            double periodS = GapMeter.PeriodOf(_head);
            _gaps = new GapMeter(periodS);
            double? measuredHz = periodS > 0 ? Math.Round(1 / periodS, 2) : _rows.StatedRateHz;
            MeasuredHz = measuredHz > 0 ? measuredHz : null;
            CheckRate(options);
        }
        catch
        {
            _rows.Dispose();
            throw;
        }
    }

    /// <summary>The foot.</summary>
    public Foot Foot { get; }

    /// <summary>The rate that its times show, Hz.</summary>
    public double? MeasuredHz { get; }

    /// <summary>The rate of the recording, Hz; null where nothing tells it.</summary>
    public double? RateHz => Stated is { } stated ? stated.RateHz : MeasuredHz;

    /// <summary>How it sits on the foot; null: unknown.</summary>
    public MountingAxes? Mounting => Stated?.Mounting;

    /// <summary>The sensor.</summary>
    public ImportedSensor Sensor => _sensor;

    /// <summary>Whether its times count from 1970.</summary>
    public bool IsEpoch => _rows.IsEpoch && _head.Count > 0;

    /// <summary>Its first time, microseconds; 0 where it has no samples.</summary>
    public long FirstUs => _head.Count > 0 ? _head[0].Time.Microseconds : 0;

    /// <summary>Samples written.</summary>
    public long Samples => _gaps.Samples;

    private PlainSensor? Stated => _sensor.Recording?.Sensors.FirstOrDefault(s => s.Foot == _sensor.Foot);

    /// <summary>Writes all samples.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="originUs">The time that becomes 0.</param>
    /// <param name="progress">Called with the share that is done.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="RecordingFormatException">A row is not what the format says, or the numbers are in other units.</exception>
    public void WriteTo(PlainRecordingWriter writer, long originUs, Action<double> progress, CancellationToken stop)
    {
        var units = new UnitCheck(_sensor.Path, _sensor.HasStatedUnits);
        foreach (ImuSample sample in _head) Add(sample);
        while (_rows.TryRead(out ImuSample sample)) Add(sample);
        units.Complete();
        if (_gravity.IsGravity) throw new RecordingFormatException(_sensor.Path, "its acceleration keeps the same length while the foot turns: this is the direction of gravity, which another program made, and no acceleration; export the accelerometer itself");
        if (units.Verdict is { Slip: not UnitSlip.None, Message: { } message })
            throw new RecordingFormatException(_sensor.Path, $"in the units that were taken, {message} (other units: --units acc=g, mg or m/s2, gyr=deg/s or rad/s; other columns: --columns)");

        void Add(in ImuSample sample)
        {
            if ((_gaps.Samples & 0xfff) == 0)
            {
                stop.ThrowIfCancellationRequested();
                progress(_rows.Fraction);
            }

            ImuSample moved = sample with { Time = new DeviceTime(sample.Time.Microseconds - originUs) };
            _gaps.Push(in moved);
            units.Push(in moved);
            _stretches.Push(in moved);
            _gravity.Push(in moved);
            writer.Write(Foot, in moved);
        }
    }

    /// <summary>What was assumed and found, a sentence each.</summary>
    public IEnumerable<string> Sentences()
    {
        string foot = Foot == Foot.Left ? "Left" : "Right";
        foreach (string note in _rows.Notes) yield return $"{foot}: {note}";
        foreach (string note in _stretches.Sentences()) yield return $"{foot}: {note}";
        string stated = _rows.StatedRateHz is { } hz ? FormattableString.Invariant($" ({hz:0.###} Hz stated)") : "";
        yield return string.Create(CultureInfo.InvariantCulture, $"{foot}: {(MeasuredHz is { } rate ? $"{rate:0.##} Hz by its times{stated}" : "no rate")}; {_gaps.Sentence()}");
    }

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    private void Fill()
    {
        while (_head.Count < HeadSamples && _rows.TryRead(out ImuSample sample)) _head.Add(sample);
    }

    private void CheckRate(ImportOptions options)
    {
        if (MeasuredHz is not { } hz || hz is >= MinRateHz and <= MaxRateHz || _head.Count < 20 || Stated is not null) return;
        string unit = hz > MaxRateHz ? "are they in another unit, milliseconds or ticks of 100 µs" : "are they in another unit, seconds instead of milliseconds";
        string advice = options.RateHz is null ? $": {unit}? Say it with --units time=ms (s, us, 100us), or give --rate HZ, which leaves the times aside" : ": give the rate of the sensor";
        throw new RecordingFormatException(_sensor.Path, string.Create(CultureInfo.InvariantCulture, $"{(options.RateHz is null ? "its times make" : "--rate makes")} {hz.ToString("#,0.##", CultureInfo.InvariantCulture).Replace(',', ' ')} Hz, which no sensor for gait has ({MinRateHz} to {MaxRateHz} Hz){advice}"));
    }
}
