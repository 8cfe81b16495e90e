using System.Text.RegularExpressions;
using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Analysis.Accuracy;

/// <summary>
/// Judges analyses against references, recording by recording, and pools them. Events are matched one to one, nearest first, within 0.25 s, for each
/// foot and kind; a false alarm counts only where the reference is dense. A stride belongs to the reference stride that contains the middle of
/// its swing. Errors are detected minus reference. Sums are exact, so the figures do not depend on order or machine.
/// </summary>
public sealed partial class Evaluation
{
    private readonly List<RecordingEvaluation> _recordings = [];
    private readonly List<UnreferencedRecording> _unreferenced = [];

    /// <summary>The recordings, in the order they were added.</summary>
    public IReadOnlyList<RecordingEvaluation> Recordings => _recordings;

    /// <summary>Recordings that had no reference to be compared with, in the order they were added.</summary>
    public IReadOnlyList<UnreferencedRecording> Unreferenced => _unreferenced;

    /// <summary>All recordings pooled: each event and stride counts once.</summary>
    public RecordingEvaluation Pooled => Pool("all", "all", _recordings);

    /// <summary>One pool for each kind that has more than one recording, in order of first appearance.</summary>
    public IReadOnlyList<RecordingEvaluation> PooledByKind =>
        [.. _recordings.GroupBy(r => r.Kind, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => Pool(g.Key, g.Key, g))];

    /// <summary>Adds a recording. Strides and events are taken as they would be written: in the order of their files.</summary>
    /// <param name="recording">Its name.</param>
    /// <param name="reference">What is known from elsewhere.</param>
    /// <param name="events">Settled events.</param>
    /// <param name="strides">Strides, valid and rejected.</param>
    /// <param name="kind">What it is pooled with; null for <see cref="KindOf"/> its name.</param>
    /// <param name="guesses">Early guesses, kept and withdrawn; null where they are not to be judged.</param>
    /// <returns>The recording's own evaluation.</returns>
    public RecordingEvaluation Add(
        string recording, ReferenceData reference, IReadOnlyList<GaitEvent> events, IReadOnlyList<Stride> strides, string? kind = null,
        IReadOnlyList<ProvisionalEvent>? guesses = null)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(strides);
        EvaluationData data = new();
        data.Add(reference, events, strides, guesses);
        RecordingEvaluation result = new(recording, kind ?? KindOf(recording), data);
        _recordings.Add(result);
        return result;
    }

    /// <summary>Adds a recording that has no reference: it is listed, not judged.</summary>
    public void Add(UnreferencedRecording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        _unreferenced.Add(recording);
    }

    /// <summary>A recording's name without its running numbers: <c>trial-3-2</c> is of kind <c>trial-*</c>; a name without them is its own kind.</summary>
    internal static string KindOf(string recording) => RunningNumbers().Replace(recording, "-*");

    private static RecordingEvaluation Pool(string name, string kind, IEnumerable<RecordingEvaluation> recordings)
    {
        EvaluationData data = new();
        foreach (RecordingEvaluation recording in recordings) data.Add(recording.Data);
        return new RecordingEvaluation(name, kind, data);
    }

    [GeneratedRegex("(-[0-9]+)+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RunningNumbers();
}
