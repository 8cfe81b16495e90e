using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Analysis.Accuracy;

/// <summary>Everything counted about one kind of event; grows with each recording.</summary>
internal sealed class EventErrors
{
    public int Hits { get; private set; }

    public int Misses { get; private set; }

    public int FalseAlarms { get; private set; }

    /// <summary>Detected minus reference, s.</summary>
    public List<double> ErrorsS { get; } = [];

    /// <summary>Detected at minus detected time, s.</summary>
    public List<double> LatenciesS { get; } = [];

    /// <summary>Detected at minus reference time, s.</summary>
    public List<double> KnownAfterS { get; } = [];

    private int _directionRight;
    private int _directionMatched;
    private int _directionLabels;

    public void Add(GaitEventKind kind, ReferenceData reference, IReadOnlyList<GaitEvent> events)
    {
        foreach (Foot foot in BothFeet.InOrder)
        {
            ReferenceEvent[] labels = [.. reference.Events!.Where(e => e.Kind == kind && e.Foot == foot)
                .OrderBy(e => e.Time).ThenBy(e => LabelWord(e.Direction), StringComparer.Ordinal)];
            if (labels.Length == 0) continue;
            GaitEvent[] found = [.. events.Where(e => e.Kind == kind && e.Foot == foot)
                .OrderBy(e => e.Time).ThenBy(e => Words.Of(e.Direction), StringComparer.Ordinal).ThenBy(e => e.DetectedAt)];
            Add(foot, labels, found, reference.Ignored);
        }
    }

    public void Add(EventErrors other)
    {
        Hits += other.Hits;
        Misses += other.Misses;
        FalseAlarms += other.FalseAlarms;
        ErrorsS.AddRange(other.ErrorsS);
        LatenciesS.AddRange(other.LatenciesS);
        KnownAfterS.AddRange(other.KnownAfterS);
        _directionRight += other._directionRight;
        _directionMatched += other._directionMatched;
        _directionLabels += other._directionLabels;
    }

    public EventScore? Score()
    {
        if (Hits + Misses == 0) return null;
        double precision = Hits > 0 ? (double)Hits / (Hits + FalseAlarms) : 0, recall = (double)Hits / (Hits + Misses);
        return new EventScore
        {
            Labels = Hits + Misses,
            Recall = ExactNumbers.Round(recall, 4),
            Precision = ExactNumbers.Round(precision, 4),
            F1 = precision + recall > 0 ? ExactNumbers.Round(2 * precision * recall / (precision + recall), 4) : 0,
            ErrorMs = ErrorSpread.Of(ErrorsS, 1000),
            LatencyMs = DelaySpread.Of(LatenciesS),
            KnownAfterReferenceMs = DelaySpread.Of(KnownAfterS),
            DirectionAccuracy = Share(_directionRight, _directionMatched),
            DirectionRecall = Share(_directionRight, _directionLabels),
        };
    }

    private void Add(Foot foot, ReferenceEvent[] labels, GaitEvent[] found, IReadOnlyList<IgnoredSpan> ignored)
    {
        double[] labelTimes = [.. labels.Select(e => EventMatcher.Seconds(e.Time))], times = [.. found.Select(e => EventMatcher.Seconds(e.Time))];
        List<(int Label, int Detection)> pairs = EventMatcher.Match(labelTimes, times);
        HashSet<int> used = [.. pairs.Select(p => p.Detection)];
        Hits += pairs.Count;
        Misses += labels.Length - pairs.Count;
        FalseAlarms += times.Where((t, j) => !used.Contains(j) && EventMatcher.IsDense(t, labelTimes) && !EventMatcher.IsIgnored(t, foot, ignored)).Count();
        _directionLabels += labels.Count(e => IsLabel(e.Direction));
        foreach ((int i, int j) in pairs)
        {
            double known = EventMatcher.Seconds(found[j].DetectedAt);
            ErrorsS.Add(times[j] - labelTimes[i]);
            LatenciesS.Add(known - times[j]);
            KnownAfterS.Add(known - labelTimes[i]);
            if (!IsLabel(labels[i].Direction)) continue;
            _directionMatched++;
            if (found[j].Direction == labels[i].Direction) _directionRight++;
        }
    }

    private static bool IsLabel(WalkingDirection direction) => direction is WalkingDirection.Forward or WalkingDirection.Backward;

    private static string LabelWord(WalkingDirection direction) => direction == WalkingDirection.Unknown ? "" : Words.Of(direction);

    private static double? Share(int part, int whole) => whole == 0 ? null : ExactNumbers.Round((double)part / whole, 4);
}
