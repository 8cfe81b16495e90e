using GaitSense.Analysis.Sensors;
using GaitSense.Core;
using GaitSense.Recording.Units;

namespace GaitSense.Benchmarks;

/// <summary>What becomes known of one foot's sensor, and what its strides come to.</summary>
internal sealed class FootFindings
{
    private SensorFault[] _faults = [];

    private readonly DataQuality _quality;

    private FootFindings(DataQuality quality, IReadOnlyList<Stride> strides, UnitVerdict units)
    {
        (_quality, Units) = (quality, units);
        double[] lengths = [.. strides.Where(s => s.IsValid && s.LengthM is not null).Select(s => s.LengthM!.Value).Order()];
        (Valid, LengthM) = (lengths.Length, lengths.Length > 0 ? lengths[lengths.Length / 2] : null);
        DeviceTime[] times = [.. strides.Where(s => s.IsValid).Select(s => s.TerminalContact)];
        MidWalk = times.Length > 0 ? times[times.Length / 2] : default;
    }

    public SensorHealth Health => _quality.Health;

    public bool ClipsAccel => SensorFindings.Clips(_quality with { ClippedGyro = 0 });

    public UnitVerdict Units { get; }

    public int Valid { get; }

    /// <summary>Median of the valid strides, m; null without any.</summary>
    public double? LengthM { get; }

    public DeviceTime MidWalk { get; }

    public bool HasAccelUnit => Units.Slip is UnitSlip.AccelUnexplained or UnitSlip.AccelInG or UnitSlip.AccelMultipliedTwice;

    /// <summary>All that was found, in a few words.</summary>
    public string Named => string.Join(", ", _faults.Select(f => f.Kind.ToString()).Concat(Units.Slip == UnitSlip.None ? [] : [Units.Slip.ToString()]));

    /// <summary>Whether anything is wrong.</summary>
    public bool HasAny => _faults.Length > 0 || Units.Slip != UnitSlip.None;

    /// <summary>Both feet of a walk, or one.</summary>
    public static FootFindings[] Of(IReadOnlyList<(RecordedFoot Foot, ImuSample[] Samples)> feet)
    {
        FootFindings[] all = [.. feet.Select(f => Of(f.Foot.Foot, f.Foot.Options, f.Samples))];
        IReadOnlyList<SensorFault> faults = SensorFindings.Of([.. all.Select(f => f._quality)]);
        foreach (FootFindings f in all) f._faults = [.. faults.Where(fault => fault.Foot == f._quality.Foot)];
        return all;
    }

    private static FootFindings Of(Foot foot, FootPipelineOptions options, ImuSample[] samples)
    {
        var strides = new StrideList();
        FootPipeline pipeline = new(foot, options, strides);
        UnitCheck units = new("");
        units.Push(samples);
        foreach (ref readonly ImuSample sample in samples.AsSpan()) pipeline.Push(in sample);
        pipeline.Complete();
        return new FootFindings(pipeline.Quality, strides, units.Complete());
    }

    public bool Has(SensorFaultKind kind) => Find(kind) is not null;

    public SensorFault? Find(SensorFaultKind kind) => _faults.Where(f => f.Kind == kind).Select(f => (SensorFault?)f).FirstOrDefault();

    /// <summary>Whether the strides' length has changed by more than 3 %, or half of them are lost.</summary>
    public bool IsChanged(FootFindings from) =>
        from.LengthM is { } before && (Valid < from.Valid / 2.0 || LengthM is not { } now || Math.Abs(now - before) > 0.03 * before);

    private sealed class StrideList : List<Stride>, IWalkObserver
    {
        public void OnStride(in Stride stride) => Add(stride);
    }
}
