using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Analysis.Accuracy;

/// <summary>Everything counted about the early guesses of one kind of event; grows with each recording.</summary>
internal sealed class ProvisionalErrors
{
    private readonly List<double> _knownAfterS = [];
    private int _labels;
    private int _guesses;
    private int _withdrawn;

    public void Add(GaitEventKind kind, ReferenceData reference, IReadOnlyList<ProvisionalEvent> guesses)
    {
        foreach (Foot foot in BothFeet.InOrder)
        {
            double[] labels = [.. reference.Events!.Where(e => e.Kind == kind && e.Foot == foot).Select(e => EventMatcher.Seconds(e.Time)).Order()];
            if (labels.Length == 0) continue;
            ProvisionalEvent[] decided = [.. guesses.Where(e => e.Kind == kind && e.Foot == foot && e.Kept is not null)];
            ProvisionalEvent[] kept = [.. decided.Where(e => e.Kept == true).OrderBy(e => e.Time).ThenBy(e => e.KnownAt)];
            _labels += labels.Length;
            _guesses += decided.Length;
            _withdrawn += decided.Length - kept.Length;
            foreach ((int label, int guess) in EventMatcher.Match(labels, [.. kept.Select(e => EventMatcher.Seconds(e.Time))]))
                _knownAfterS.Add(EventMatcher.Seconds(kept[guess].KnownAt) - labels[label]);
        }
    }

    public void Add(ProvisionalErrors other)
    {
        _knownAfterS.AddRange(other._knownAfterS);
        _labels += other._labels;
        _guesses += other._guesses;
        _withdrawn += other._withdrawn;
    }

    public ProvisionalScore? Score() => _labels == 0
        ? null
        : new ProvisionalScore
        {
            Labels = _labels,
            Matched = _knownAfterS.Count,
            Guesses = _guesses,
            Withdrawn = _withdrawn,
            KnownAfterReferenceMs = DelaySpread.Of(_knownAfterS),
        };
}
