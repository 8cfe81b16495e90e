using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Strides from contacts and poses. The pose stands still here, so that only the builder's own cost is seen.</summary>
internal sealed class StrideStage : Stage
{
    private readonly StrideBuilder _builder = new(Foot.Left);
    private readonly FootTracker _tracker = new(new FootPipelineOptions(), Thresholds.Default);

    public StrideStage(BenchmarkInput input)
        : base(input)
    {
        MountingTracker mounting = new(MountingAxes.Identity);
        ImuSample rest = new(default, new Vector3D(0, 0, ErrorStateFilter.GravityMps2), default);
        for (int i = 0; i < 200; i++) _tracker.Push(in rest, 0.01, default, true, mounting);
    }

    protected override void Process(int from, int to)
    {
        StageTrace trace = Input.Trace;
        for (int i = from; i < to; i++)
        {
            ref readonly ContactSample s = ref trace.Samples[i];
            DeviceTime time = new(s.Time.Microseconds + ShiftUs);
            if (trace.Contacts[i] is { } contact) Mark(contact.Kind, time, s.AngleRad);
            _builder.Track(_tracker, time, s.AngleRad, trace.InSwing[i]);
            _builder.TryComplete(_tracker, time, new FootAxis(new Vector3D(1, 0, 0), 1), false, out _, out _, out _);
        }
    }

    private void Mark(GaitEventKind kind, DeviceTime time, double angleRad)
    {
        ContactEvent e = new(kind, time, angleRad, 1, 0.5, 0.9);
        if (kind == GaitEventKind.TerminalContact) _builder.Release(in e, null);
        else _builder.Land(in e);
    }
}
