using GaitSense.Feedback.Cues;

namespace GaitSense.Feedback.Tests;

/// <summary>All that the engine decides, kept.</summary>
internal sealed class HeardCues : ICueSink
{
    public List<Cue> Decided { get; } = [];

    public List<CueOutcome> Outcomes { get; } = [];

    /// <summary>What the walker hears: what was not taken back.</summary>
    public IEnumerable<Cue> Heard => Outcomes.Where(o => o.Cancelled is null).Select(o => o.Cue).OrderBy(c => c.Number);

    public IEnumerable<Cue> Beats => Heard.Where(c => c.Kind == CueKind.Beat);

    public IEnumerable<string> Said => Heard.Where(c => c.Phrase is not null).Select(c => c.Phrase!);

    /// <summary>Who is told as well; null: nobody.</summary>
    public ICueSink? Also { get; set; }

    public void OnCue(in Cue cue)
    {
        Decided.Add(cue);
        Also?.OnCue(in cue);
    }

    public void OnSilence(bool wordsToo) => Also?.OnSilence(wordsToo);

    public void OnOutcome(in CueOutcome outcome) => Outcomes.Add(outcome);
}
