using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Sessions;
using GaitSense.Training.Days;
using GaitSense.Training.Phone;
using GaitSense.Training.Plans;
using GaitSense.Walk;

namespace GaitSense.Clinic.Live;

/// <summary>The cues of a session: decided as in any walk, shown on the pages, and heard where this computer has an output for them.</summary>
internal sealed class LiveCues : ICueSink, IDisposable
{
    private readonly Guid _session;
    private readonly CuePlan _plan;
    private readonly Action<string, object> _tell;
    private readonly DeskSound? _sound;
    private CuePlayer? _player;
    private CueDelivery? _delivery;
    private WalkCues? _cues;

    private LiveCues(Guid session, CuePlan plan, DeskSound? sound, Action<string, object> tell) => (_session, _plan, _sound, _tell) = (session, plan, sound, tell);

    /// <summary>The cues of what is offered.</summary>
    /// <param name="offer">What the plan offers; null: a walk beside it.</param>
    /// <param name="minutes">How long a walk beside the plan lasts, min; null: as usual.</param>
    /// <param name="history">What was walked before.</param>
    /// <param name="language">"en", "de".</param>
    public static CuePlan PlanOf(OfferedSession? offer, double? minutes, TrainingHistory history, string language) =>
        offer is { Task: TrainingTask.Backward, PathM: { } path }
            ? PracticePlans.Backward(path, PhonePlan.BackwardCadence(history), language)
            : PracticePlans.Forward(offer?.Minutes ?? minutes, language);

    /// <summary>Prepares them.</summary>
    /// <param name="session">The session.</param>
    /// <param name="plan">What is cued.</param>
    /// <param name="sound">The output; null: they are shown alone.</param>
    /// <param name="tell">Tells those who watch; returns at once.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<LiveCues> PrepareAsync(Guid session, CuePlan plan, IDeskSound? sound, Action<string, object> tell, CancellationToken stop)
    {
        DeskSound? opened = null;
        string? problem = null;
        try
        {
            opened = sound is null ? null : await sound.OpenAsync(plan, stop).ConfigureAwait(false);
            problem = opened?.Warning;
        }
        catch (GaitSenseException e)
        {
            // A walk without sound is a walk: what is missing is said, and it goes on.
            problem = $"no sound: {e.Message}";
        }

        if (problem is not null) tell("notice", new NoticeEvent(session, "sound", problem, 0));
        return new LiveCues(session, plan, opened, tell);
    }

    /// <summary>The cues of a walk.</summary>
    /// <param name="source">The walk.</param>
    /// <param name="isConfirmed">Whether the checklist of backward practice was confirmed.</param>
    public WalkCues For(IWalkSource source, bool isConfirmed)
    {
        if (_sound is not null && source is IRealTimeSource real)
            _player = CuePlayer.Live(_sound.Output, real, _plan.Sound, _sound.Words, _delivery = new CueDelivery(), text => _tell("notice", new NoticeEvent(_session, "sound", text, 0)));
        ICueSink?[] sinks = [_player, this, _delivery];
        _cues = new WalkCues(_plan, source.Walk, [.. sinks.OfType<ICueSink>()]);
        if (isConfirmed && source is not BleSource) _cues.Engine.Request(CueRequest.ConfirmChecklist);
        return _cues;
    }

    /// <inheritdoc/>
    public void OnCue(in Cue cue) => _tell("cue", new CueEvent(
        _session, cue.PlannedAt.Seconds, Words.InFiles(cue.Kind), cue.Foot is { } foot ? Words.Of(foot) : null, cue.Phrase is { } phrase ? Phrases.Text(phrase, _plan.Language) : null));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_player is not null) _player.Dispose();
        else _sound?.Output.Dispose();
        _delivery?.Dispose();
        _cues?.Dispose();
    }
}
