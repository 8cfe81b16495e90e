using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>What the stages behind the filter see in one lap, as the whole pipeline decided it in its second lap over the same samples.</summary>
internal sealed class StageTrace : IWalkObserver
{
    private readonly FootPose[] _poses = new FootPose[BenchmarkInput.Length];
    private readonly int _index;

    public StageTrace(BenchmarkInput input)
    {
        FootPipeline pipeline = new(Foot.Left, new FootPipelineOptions(), this);
        for (int lap = 0; lap < 2; lap++)
        {
            Array.Clear(Contacts);
            for (_index = 0; _index < BenchmarkInput.Length; _index++)
            {
                ImuSample s = input.Samples[_index];
                pipeline.Push(s with { Time = new(s.Time.Microseconds + (lap * input.LapUs)) });
            }
        }

        Vector3D reference = _poses[0].PositionM;
        for (int i = 0; i < _poses.Length; i++)
        {
            FootPose p = _poses[i];
            if (p.Phase == FootPhase.FootFlat) reference = p.PositionM;
            double dt = i == 0 ? input.Dt : p.Time.SecondsSince(_poses[i - 1].Time);
            double rate = i == 0 || dt <= 0 ? 0 : (_poses[i - 1].PitchRad - p.PitchRad) / dt;
            double speed = Math.Sqrt((p.VelocityMps.X * p.VelocityMps.X) + (p.VelocityMps.Y * p.VelocityMps.Y));
            Samples[i] = new ContactSample(
                input.Samples[i].Time, rate, -p.PitchRad, speed, p.VelocityMps.Length, 0, p.Phase == FootPhase.FootFlat, true);
            Displacements[i] = p.PositionM - reference;
            Headings[i] = new Vector3D(Math.Cos(p.HeadingRad), Math.Sin(p.HeadingRad), 0);
            InSwing[i] = p.Phase == FootPhase.Swing;
        }
    }

    /// <summary>What the contact detector looks at.</summary>
    public ContactSample[] Samples { get; } = new ContactSample[BenchmarkInput.Length];

    /// <summary>Displacement from the last rest.</summary>
    public Vector3D[] Displacements { get; } = new Vector3D[BenchmarkInput.Length];

    /// <summary>Unit vectors toward the toe.</summary>
    public Vector3D[] Headings { get; } = new Vector3D[BenchmarkInput.Length];

    /// <summary>Contacts by the sample that found them.</summary>
    public GaitEvent?[] Contacts { get; } = new GaitEvent?[BenchmarkInput.Length];

    public bool[] InSwing { get; } = new bool[BenchmarkInput.Length];

    public void OnPose(in FootPose pose) => _poses[_index] = pose;

    public void OnEvent(in GaitEvent e)
    {
        if (e.Kind is GaitEventKind.InitialContact or GaitEventKind.TerminalContact) Contacts[_index] = e;
    }
}
