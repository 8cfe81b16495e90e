using System.Globalization;
using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Analysis.Tests;

/// <summary>An analysis made up from a reference: jittered, dropped, extra and wrong rows.</summary>
internal sealed class SyntheticAnalysis
{
    private readonly Random _random;

    public SyntheticAnalysis(ReferenceData reference, int seed)
    {
        _random = new Random(seed);
        foreach (ReferenceEvent e in reference.Events ?? []) Imitate(e);
        foreach (ReferenceStride s in reference.Strides ?? []) Imitate(s);
        foreach (ReferenceSequenceStride s in reference.StrideSequence ?? []) Imitate(s);
    }

    public List<GaitEvent> Events { get; } = [];

    public List<Stride> Strides { get; } = [];

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "events.csv"), Events
            .Select(e => $"{Words.Of(e.Foot)},{Words.Of(e.Kind)},{Text(e.Time)},{Text(e.DetectedAt)},{Words.Of(e.Direction)},1")
            .Prepend("foot,event,time_s,detected_at_s,direction,confidence"));
        File.WriteAllLines(Path.Combine(folder, "strides.csv"), Strides
            .Select(s => $"{Words.Of(s.Foot)},{Text(s.TerminalContact)},{Text(s.End)},{TimeOf(s)},{s.LengthM?.ToString("R", CultureInfo.InvariantCulture)},"
                + $"{Words.Of(s.Direction)},{(s.IsValid ? "true" : "false")}")
            .Prepend("foot,terminal_contact_s,end_s,stride_time_s,stride_length_m,direction,valid"));
    }

    private void Imitate(ReferenceEvent e)
    {
        if (Chance(0.06)) return;
        int copies = Chance(0.05) ? 2 : 1;
        for (int i = 0; i < copies; i++)
        {
            // Coarse steps make ties, which is where matching rules differ.
            long jitter = Chance(0.3) ? 10_000 * _random.Next(-3, 4) : _random.Next(-60_000, 60_000);
            if (Chance(0.03)) jitter += 260_000 * _random.Next(-1, 2);
            DeviceTime time = new(e.Time.Microseconds + jitter);
            WalkingDirection direction = Chance(0.1) ? (WalkingDirection)_random.Next(0, 6) : e.Direction;
            Events.Add(new GaitEvent(e.Foot, e.Kind, time, new(time.Microseconds + _random.Next(0, 200_000)), direction, 1, null));
        }

        if (Chance(0.05)) Events.Add(new GaitEvent(e.Foot, e.Kind, new(e.Time.Microseconds + _random.Next(-5_000_000, 5_000_000)), e.Time, WalkingDirection.Forward, 1, null));
    }

    private void Imitate(ReferenceStride s)
    {
        if (Chance(0.06)) return;
        int copies = Chance(0.1) ? 2 : 1;
        for (int i = 0; i < copies; i++)
        {
            long span = s.End.Microseconds - s.Start.Microseconds;
            long release = s.Start.Microseconds + (span * _random.Next(10, 60) / 100), contact = release + (span * _random.Next(20, 60) / 100);
            Strides.Add(new Stride
            {
                Foot = s.Foot,
                Start = Chance(0.1) ? null : new DeviceTime(s.Start.Microseconds - 200_000),
                TerminalContact = new(release),
                End = new(contact),
                LengthM = Chance(0.05) ? null : s.LengthM + ((_random.NextDouble() - 0.45) * 0.1),
                Direction = Chance(0.1) ? (WalkingDirection)_random.Next(0, 6) : s.Direction,
                RejectReason = Chance(0.1) ? RejectReason.Gap : RejectReason.None,
            });
        }
    }

    private void Imitate(ReferenceSequenceStride s) => Strides.Add(new Stride
    {
        Foot = s.Foot,
        Start = Chance(0.05) ? null : new DeviceTime(0),
        TerminalContact = new(600_000),
        End = new((long)(s.StrideTimeS * 1e6) + _random.Next(-30_000, 30_000)),
        LengthM = s.LengthM + ((_random.NextDouble() - 0.5) * 0.1),
        RejectReason = Chance(0.05) ? RejectReason.Clipped : RejectReason.None,
    });

    private bool Chance(double p) => _random.NextDouble() < p;

    private static string TimeOf(in Stride s) => s.Start is { } start ? Text(new DeviceTime(s.End.Microseconds - start.Microseconds)) : "";

    private static string Text(DeviceTime t) => ((decimal)t.Microseconds / 1_000_000).ToString("0.000000", CultureInfo.InvariantCulture);
}
