using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Analysis.Accuracy;

/// <summary>Everything counted against sequences without times; grows with each recording.</summary>
internal sealed class SequenceErrors
{
    private readonly List<double> _lengthsM = [];
    private readonly List<double> _timesS = [];
    private int _reference;
    private int _strides;

    public void Add(ReferenceData reference, IReadOnlyList<Stride> strides)
    {
        foreach (Foot foot in BothFeet.InOrder)
        {
            ReferenceSequenceStride[] labels = [.. reference.StrideSequence!.Where(s => s.Foot == foot)];
            Stride[] found = [.. strides.Where(s => s.Foot == foot && s is { IsValid: true, LengthM: not null, Start: not null })];
            _reference += labels.Length;
            _strides += found.Length;
            if (labels.Length == 0 || found.Length == 0) continue;
            _lengthsM.Add(ExactNumbers.Median(found.Select(s => s.LengthM!.Value)) - ExactNumbers.Median(labels.Select(s => s.LengthM)));
            _timesS.Add(ExactNumbers.Median(found.Select(s => (s.End.Microseconds - s.Start!.Value.Microseconds) / 1e6)) - ExactNumbers.Median(labels.Select(s => s.StrideTimeS)));
        }
    }

    public void Add(SequenceErrors other)
    {
        _lengthsM.AddRange(other._lengthsM);
        _timesS.AddRange(other._timesS);
        _reference += other._reference;
        _strides += other._strides;
    }

    public SequenceScore Score() => new()
    {
        ReferenceStrides = _reference,
        Strides = _strides,
        MedianLengthDifferenceCm = [.. _lengthsM.Select(x => ExactNumbers.Round(100 * x, 2))],
        MedianTimeDifferenceMs = [.. _timesS.Select(x => ExactNumbers.Round(1000 * x, 1))],
    };
}
