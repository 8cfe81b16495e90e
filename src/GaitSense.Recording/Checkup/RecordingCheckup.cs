using GaitSense.Core;
using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Samples;

namespace GaitSense.Recording.Checkup;

/// <summary>What a recording's files hold, sensor by sensor, and what looks wrong in them before any analysis. One pass, flat memory.</summary>
public static class RecordingCheckup
{
    // Beyond these a person should look; a sensor that is well keeps far from them.
    private const double BiasRadPerS = 0.1, RepeatedShare = 0.01;

    /// <summary>Reads all sensors, each as far as it can be read.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="progress">Called with the share that is done, 0 to 1; null: none.</param>
    /// <param name="stop">Ends it.</param>
    public static IReadOnlyList<SensorCheckup> Examine(PlainRecording recording, Action<double>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var sensors = new List<SensorCheckup>();
        foreach (PlainSensor sensor in recording.Sensors)
        {
            int done = sensors.Count;
            sensors.Add(Examine(recording, sensor, share => progress?.Invoke((done + share) / recording.Sensors.Count), stop));
        }

        return sensors;
    }

    /// <summary>What looks wrong.</summary>
    /// <param name="sensors">What <see cref="Examine(PlainRecording, Action{double}?, CancellationToken)"/> found.</param>
    /// <param name="clock">Whether the sensors are said to share a clock.</param>
    public static IReadOnlyList<Finding> Judge(IReadOnlyList<SensorCheckup> sensors, RecordingClock clock)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        var findings = new List<Finding>();
        foreach (SensorCheckup s in sensors) findings.AddRange(OfSensor(s));
        if (sensors is [{ Samples: > 0 } a, { Samples: > 0 } b]) findings.AddRange(OfBoth(a, b, clock));
        return findings;
    }

    private static SensorCheckup Examine(PlainRecording recording, PlainSensor sensor, Action<double> progress, CancellationToken stop)
    {
        string path = recording.PathOf(sensor);
        SensorMeter? meter = null;
        string? failure = null;
        try
        {
            using SampleReader reader = recording.OpenSensor(sensor);
            var block = new ImuSample[1024];
            for (int n; (n = reader.Read(block)) > 0;)
            {
                stop.ThrowIfCancellationRequested();
                meter ??= new SensorMeter(path, GapMeter.PeriodOf(block.AsSpan(0, n).ToArray()));
                foreach (ref readonly ImuSample sample in block.AsSpan(0, n)) meter.Push(in sample);
                progress(reader.Fraction);
            }

            failure = reader.Warnings.FirstOrDefault(w => w.IsDamage)?.ToString();
        }
        catch (RecordingFormatException e)
        {
            failure = e.Message;
        }

        return (meter ?? new SensorMeter(path, 0)).Complete(sensor, failure);
    }

    private static IEnumerable<Finding> OfSensor(SensorCheckup s)
    {
        string foot = Words.Of(s.Foot);
        if (s.Failure is { } failure) yield return Of(FindingKind.Unreadable, FormattableString.Invariant($"after {s.Samples} samples: {failure}"), isProblem: true);
        if (s.Units is { } units) yield return Of(FindingKind.Units, $"{foot}: {units}", isProblem: true);
        if (s.Gaps > 0)
        {
            yield return Of(FindingKind.Gaps, FormattableString.Invariant(
                $"{foot}: {s.Gaps} {(s.Gaps == 1 ? "gap" : "gaps")}, together {s.InGapsS:0.###} s, the longest {s.LongestGapS:0.###} s at {s.LongestGapAtS:0.##} s: strides with a long one are rejected"));
        }

        if (s.Incomplete > 0) yield return Of(FindingKind.Gaps, FormattableString.Invariant($"{foot}: {s.Incomplete} rows lack numbers: they count as gaps"));
        if (s.RepeatedTimes > RepeatedShare * s.Samples)
            yield return Of(FindingKind.Time, FormattableString.Invariant($"{foot}: {s.RepeatedTimes} samples repeat the time of the one before: is the time printed with too few decimals?"));
        if (TimeFindings.Rate(s.Foot, s.RateHz, s.StatedRateHz) is { } rate) yield return Of(FindingKind.Time, rate);
        if (s.RestShare == 0)
            yield return Of(FindingKind.Rest, $"{foot}: never at rest for a quarter of a second: does the foot shuffle, or is the sensor loose, or not on the foot? Strides are measured from one rest on the ground to the next");
        if (s is { LongestRestS: >= 1, RestGyroRadPerS: > BiasRadPerS and var bias })
            yield return Of(FindingKind.Bias, FormattableString.Invariant($"{foot}: the gyroscope reads {bias:0.00} rad/s while the sensor rests: calibrate it"));
        foreach (string column in s.StuckColumns) yield return Of(FindingKind.Stuck, $"{foot}: {column} never changes: is the sensor, or its export, broken?");

        Finding Of(FindingKind kind, string text, bool isProblem = false) => new(kind, s.Foot, text, isProblem);
    }

    private static IEnumerable<Finding> OfBoth(SensorCheckup a, SensorCheckup b, RecordingClock clock)
    {
        if (a.Fingerprint == b.Fingerprint)
            yield return new Finding(FindingKind.SameData, null, "both feet hold the same numbers: was one file copied to the other's place?", IsProblem: true);
        if (clock != RecordingClock.Shared) yield break;
        if (TimeFindings.Apart((a.Foot, a.FirstS!.Value, a.LastS!.Value), (b.Foot, b.FirstS!.Value, b.LastS!.Value), out bool isProblem) is { } apart)
            yield return new Finding(FindingKind.Clock, null, apart, isProblem);
    }
}
