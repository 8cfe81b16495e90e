using GaitSense.Core;

namespace GaitSense.Recording;

/// <summary>Writes the chosen sensors as a plain recording, sample by sample, and says what was assumed.</summary>
internal static class ImportWriter
{
    private const int HeadSamples = 513;

    /// <summary>Writes them.</summary>
    /// <exception cref="RecordingFormatException">A file is not what its format says, or its numbers are in other units.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static ImportResult Write(string format, FootChoice choice, string folder, ImportOptions options, Action<double>? progress, CancellationToken stop)
    {
        var sides = new List<Side>();
        try
        {
            if (choice.Left is { } left) sides.Add(new Side(Foot.Left, left));
            if (choice.Right is { } right) sides.Add(new Side(Foot.Right, right));
            var notes = new List<string>(choice.Why);
            RecordingClock clock = Clock(sides, options, notes);
            var info = new PlainRecordingInfo
            {
                Clock = clock,
                Description = $"Imported from {format}.",
                Sensors = [.. sides.Select(s => new PlainSensor(s.Foot, Words.Of(s.Foot) + ".csv", s.RateHz, s.Mounting))],
            };
            if (sides.TrueForAll(s => s.Recording is not null)) info = info with { Description = sides[0].Recording!.Description, Source = sides[0].Recording!.Source, Licence = sides[0].Recording!.Licence };
            bool keepsTimes = sides.TrueForAll(s => s.KeepsTimes);
            long? shared = clock == RecordingClock.Shared ? sides.Min(s => s.FirstUs) : null;
            using (var writer = new PlainRecordingWriter(folder, info) { KeepsDigits = sides.TrueForAll(s => s.IsSi) })
            {
                for (int i = 0; i < sides.Count; i++)
                {
                    int done = i;
                    sides[i].WriteTo(writer, keepsTimes ? 0 : shared ?? sides[i].FirstUs, share => progress?.Invoke((done + share) / sides.Count), stop);
                }

                notes.Add(keepsTimes ? "Time: as in the file, from the beginning of its recording."
                    : FormattableString.Invariant($"Time: starts at 0 with {(sides.Count > 1 && shared is null ? "each foot's" : "the")} first sample."));
                notes.Add(sides.TrueForAll(s => s.Mounting is not null) ? "Axes: as the sensor has them; how it sits on the foot stands in the file."
                    : "Axes: as the sensor has them; how it sits on the foot is unknown and is learned from the signal.");
                foreach (Side side in sides) notes.AddRange(side.Sentences());
                // Files bring their own words into some of them.
                notes = notes.ConvertAll(n => TextForPeople.Show(n, 700));
                writer.SetAssumptions(notes);
                writer.Complete();
            }

            return new ImportResult(folder, format, clock, [.. sides.Select(s => s.Foot)], sides.Sum(s => s.Samples), notes);
        }
        finally
        {
            foreach (Side side in sides) side.Dispose();
        }
    }

    private static RecordingClock Clock(List<Side> sides, ImportOptions options, List<string> notes)
    {
        if (sides.Count < 2) return RecordingClock.Shared;
        if (options.Clock is { } said)
        {
            notes.Add($"Clock: {(said == RecordingClock.Shared ? "shared by the feet" : "each foot has its own")}, as said.");
            return said;
        }

        if (sides[0].Timeline is { } timeline && string.Equals(timeline, sides[1].Timeline, StringComparison.Ordinal))
        {
            notes.Add($"Clock: shared by the feet, as the files show ({TextForPeople.Show(timeline, 60)}).");
            return RecordingClock.Shared;
        }

        notes.Add("Clock: nothing shows that the feet share one, so no step times and no double support (--clock shared says that they were synchronised).");
        return RecordingClock.Separate;
    }

    /// <summary>One foot's sensor while it is read.</summary>
    private sealed class Side : IDisposable
    {
        private readonly ImportedSensor _sensor;
        private readonly SensorRows _rows;
        private readonly List<ImuSample> _head = new(HeadSamples);
        private readonly GapMeter _gaps;

        public Side(Foot foot, ImportedSensor sensor)
        {
            Foot = foot;
            _sensor = sensor;
            _rows = sensor.Open();
            try
            {
                while (_head.Count < HeadSamples && _rows.TryRead(out ImuSample sample)) _head.Add(sample);
            }
            catch
            {
                _rows.Dispose();
                throw;
            }

            double periodS = GapMeter.PeriodOf(_head);
            _gaps = new GapMeter(periodS);
            double? measuredHz = periodS > 0 ? Math.Round(1 / periodS, 2) : _rows.StatedRateHz;
            MeasuredHz = measuredHz > 0 ? measuredHz : null;
        }

        public Foot Foot { get; }

        /// <summary>The rate that its times show, Hz.</summary>
        public double? MeasuredHz { get; }

        public double? RateHz => Stated is { } stated ? stated.RateHz : MeasuredHz;

        public MountingAxes? Mounting => Stated?.Mounting;

        public PlainRecordingInfo? Recording => _sensor.Recording;

        public bool IsSi => _sensor.IsSi;

        public bool KeepsTimes => _sensor.KeepsTimes;

        public string? Timeline => _sensor.Timeline;

        public long FirstUs => _head.Count > 0 ? _head[0].Time.Microseconds : 0;

        public long Samples => _gaps.Samples;

        private PlainSensor? Stated => _sensor.Recording?.Sensors.FirstOrDefault(s => s.Foot == _sensor.Foot);

        public void WriteTo(PlainRecordingWriter writer, long originUs, Action<double> progress, CancellationToken stop)
        {
            var units = new UnitCheck(_sensor.Path);
            foreach (ImuSample sample in _head) Add(sample);
            while (_rows.TryRead(out ImuSample sample)) Add(sample);
            units.Complete();
            Judge();

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
                if (units.Verdict.Slip != UnitSlip.None) Judge();
                writer.Write(Foot, in moved);
            }

            void Judge()
            {
                if (units.Verdict is { Slip: not UnitSlip.None, Message: { } message })
                    throw new RecordingFormatException(_sensor.Path, $"read in the units of its format, {message} (gaitsense convert --from csv --columns … --units … reads it in other units)");
            }
        }

        public IEnumerable<string> Sentences()
        {
            string foot = Foot == Foot.Left ? "Left" : "Right";
            foreach (string note in _rows.Notes) yield return $"{foot}: {note}";
            string stated = _rows.StatedRateHz is { } hz ? FormattableString.Invariant($" ({hz:0.###} Hz stated)") : "";
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{foot}: {(MeasuredHz is { } rate ? $"{rate:0.##} Hz by its times{stated}" : "no rate")}; {_gaps.Sentence()}");
        }

        public void Dispose() => _rows.Dispose();
    }
}
