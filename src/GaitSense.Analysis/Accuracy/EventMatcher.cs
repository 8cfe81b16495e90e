using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Analysis.Accuracy;

/// <summary>
/// Which detection belongs to which label, and which is a false alarm. One to one, nearest first, within 0.25 s. A false alarm counts only
/// where labels are dense: between the first and the last, not inside a hole of more than 2.5 s, not where nothing is judged.
/// </summary>
internal static class EventMatcher
{
    /// <summary>Farthest match, s.</summary>
    public const double ToleranceS = 0.25;

    /// <summary>Two labels farther apart than this enclose a hole, s.</summary>
    public const double HoleS = 2.5;

    /// <summary>Seconds as the nearest double of the decimal number; <see cref="DeviceTime.Seconds"/> may be one bit off, which is enough to move a last digit.</summary>
    public static double Seconds(DeviceTime time) => time.Microseconds / 1e6;

    /// <summary>Pairs (label, detection) in the order they were matched. Both lists are sorted.</summary>
    public static List<(int Label, int Detection)> Match(double[] labels, double[] detections)
    {
        List<(double Distance, int Label, int Detection)> near = [];
        int first = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            while (first < detections.Length && detections[first] < labels[i] - (2 * ToleranceS)) first++;
            for (int j = first; j < detections.Length && detections[j] < labels[i] + (2 * ToleranceS); j++)
            {
                double distance = Math.Abs(detections[j] - labels[i]);
                if (distance <= ToleranceS) near.Add((distance, i, j));
            }
        }

        near.Sort();
        HashSet<int> usedLabels = [], usedDetections = [];
        List<(int, int)> pairs = [];
        foreach ((_, int label, int detection) in near)
        {
            if (usedLabels.Contains(label) || usedDetections.Contains(detection)) continue;
            usedLabels.Add(label);
            usedDetections.Add(detection);
            pairs.Add((label, detection));
        }

        return pairs;
    }

    /// <summary>Whether labels are dense around <paramref name="time"/>.</summary>
    public static bool IsDense(double time, double[] labels)
    {
        if (labels.Length == 0 || time < labels[0] || time > labels[^1]) return false;
        for (int i = 0; i + 1 < labels.Length; i++)
            if (labels[i] <= time && time <= labels[i + 1]) return labels[i + 1] - labels[i] <= HoleS;
        return true;
    }

    /// <summary>Whether nothing is judged at <paramref name="time"/>.</summary>
    public static bool IsIgnored(double time, Foot foot, IReadOnlyList<IgnoredSpan> spans)
    {
        foreach (IgnoredSpan span in spans)
            if (span.Foot == foot && Seconds(span.Start) <= time && time <= Seconds(span.End)) return true;
        return false;
    }
}
