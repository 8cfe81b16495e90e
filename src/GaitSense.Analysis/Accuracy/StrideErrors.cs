using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Analysis.Accuracy;

/// <summary>Everything counted about strides with times; grows with each recording.</summary>
internal sealed class StrideErrors
{
    private const double MinForPercentM = 0.2;

    private readonly Dictionary<(string Reference, string Detected), int> _directions = [];
    private int _labels;
    private int _rejected;
    private int _extra;
    private int _forwardLabels;

    public List<StridePair> Pairs { get; } = [];

    public void Add(ReferenceData reference, IReadOnlyList<GaitEvent> events, IReadOnlyList<Stride> strides)
    {
        foreach (Foot foot in BothFeet.InOrder)
        {
            Stride[] found = [.. strides.Where(s => s.Foot == foot)];
            GaitEvent[] midSwings = [.. events.Where(e => e.Foot == foot && e.Kind == GaitEventKind.MidSwing)];
            double[] middles = [.. found.Select(s => (EventMatcher.Seconds(s.TerminalContact) + EventMatcher.Seconds(s.End)) / 2)];
            IEnumerable<ReferenceStride> labels = reference.Strides!.Where(s => s.Foot == foot)
                .OrderBy(s => s.Start).ThenBy(s => s.End).ThenBy(s => s.LengthM);
            foreach (ReferenceStride label in labels) Add(in label, found, middles, midSwings, reference.Ignored);
        }
    }

    public void Add(StrideErrors other)
    {
        _labels += other._labels;
        _rejected += other._rejected;
        _extra += other._extra;
        _forwardLabels += other._forwardLabels;
        Pairs.AddRange(other.Pairs);
        foreach (((string, string) key, int n) in other._directions) _directions[key] = _directions.GetValueOrDefault(key) + n;
    }

    public StrideScore Score()
    {
        StridePair[] forward = [.. Pairs.Where(p => p.Direction == WalkingDirection.Forward)];
        return new StrideScore
        {
            Labels = _labels,
            Matched = Pairs.Count,
            Rejected = _rejected,
            Extra = _extra,
            ForwardFound = _forwardLabels > 0 ? ExactNumbers.Round((double)forward.Length / _forwardLabels, 4) : null,
            LengthErrorCm = ErrorSpread.Of([.. Pairs.Select(p => p.ErrorM)], 100),
            LengthErrorPercent = ErrorSpread.Of([.. Pairs.Where(p => p.ReferenceM > MinForPercentM).Select(p => p.ErrorM / p.ReferenceM)], 100),
            ForwardLengthErrorCm = ErrorSpread.Of([.. forward.Select(p => p.ErrorM)], 100),
            Direction = [.. _directions.OrderBy(d => d.Key.Reference, StringComparer.Ordinal).ThenBy(d => d.Key.Detected, StringComparer.Ordinal)
                .Select(d => KeyValuePair.Create($"{d.Key.Reference} -> {d.Key.Detected}", d.Value))],
        };
    }

    private void Add(in ReferenceStride label, Stride[] found, double[] middles, GaitEvent[] midSwings, IReadOnlyList<IgnoredSpan> ignored)
    {
        double start = EventMatcher.Seconds(label.Start), end = EventMatcher.Seconds(label.End), middle = (start + end) / 2;
        if (EventMatcher.IsIgnored(middle, label.Foot, ignored)) return;
        _labels++;
        if (label.Direction == WalkingDirection.Forward) _forwardLabels++;
        int[] inside = [.. Enumerable.Range(0, found.Length).Where(j => start <= middles[j] && middles[j] < end).OrderBy(j => Math.Abs(middles[j] - middle))];
        int[] valid = [.. inside.Where(j => found[j] is { IsValid: true, LengthM: not null })];
        if (valid.Length == 0)
        {
            if (inside.Length > 0) _rejected++;
            return;
        }

        _extra += valid.Length - 1;
        Stride stride = found[valid[0]];
        Pairs.Add(new StridePair(label.Foot, label.LengthM, stride.LengthM!.Value, stride.SpeedMps, label.Direction)
        {
            TerminalContact = stride.TerminalContact,
            Found = stride.Direction,
            Confidence = stride.Confidence,
            FoundEarly = EarlyDirection(in stride, midSwings),
        });
        if (label.Direction == WalkingDirection.Unknown) return;
        (string, string) key = (Words.Of(label.Direction), Words.Of(stride.Direction));
        _directions[key] = _directions.GetValueOrDefault(key) + 1;
    }

    private static WalkingDirection EarlyDirection(in Stride stride, GaitEvent[] midSwings)
    {
        foreach (GaitEvent e in midSwings)
            if (e.Time >= stride.TerminalContact && e.Time <= stride.End && e.DirectionKnownAt <= stride.End) return e.Direction;
        return WalkingDirection.Unknown;
    }
}
