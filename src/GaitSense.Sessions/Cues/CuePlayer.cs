using GaitSense.Analysis.Cues;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Sound;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>
/// Cues as sound: into a WAV file in the walk's time, or through a sound card in real time. It never ends a walk: what cannot sound is silent and counted.
/// </summary>
public sealed class CuePlayer : ICueSound, IWalkObserver, IDisposable
{
    // After the walk's end the last sentence is still said.
    private const double TailS = 4;

    // The sound's thread may hang in its device, and the log does not wait for it: a cue of which nothing was told by then was not taken. (While the device does well it is being waited for:
    // a walk's first seconds come all at once, when its clocks are known.)
    private const double ReportWithinS = 1, LookEveryS = 0.5;

    private readonly ISoundOutput _output;
    private readonly WavOutput? _wav;
    private readonly CueMixer _mixer;
    private readonly CueSound _sound;
    private readonly CueDelivery? _delivery;
    private static readonly string[] Fates = CueDelivery.Fates<VoiceFate>();

    private readonly long[] _fates = new long[Enum.GetValues<VoiceFate>().Length];
    private readonly Func<DeviceTime, HostTime?> _hostAt;
    private readonly Action<string>? _told;
    private readonly List<Cue> _untold = new(CueMixer.Capacity);
    private DeviceTime? _now, _looked;
    private string? _failure;

    private CuePlayer(ISoundOutput output, Func<DeviceTime, HostTime?> hostAt, SoundOptions options, SpokenWords words, CueDelivery? delivery, Action<string>? told = null)
    {
        (_output, _wav, _delivery, _hostAt, _told) = (output, output as WavOutput, delivery, hostAt, told);
        _mixer = new CueMixer(options);
        _sound = new CueSound(_mixer, new CueTones(options), words, at => hostAt(at) is { } host && output.TryFrameAt(host, out long frame) ? frame : null);
        output.Start((stereo, first, askedAt) =>
        {
            _mixer.SkipTo(first, askedAt);
            _mixer.Render(stereo, askedAt);
        });
    }

    /// <summary>How the output does.</summary>
    public SoundFacts Facts => _output.Facts;

    /// <inheritdoc/>
    public bool IsLive => _wav is null;

    /// <inheritdoc/>
    public CueDelivered Delivered => new()
    {
        Device = Facts.Device,
        Begun = _fates[(int)VoiceFate.Begun],
        Missed = _fates[(int)VoiceFate.Missed],
        NotPlaced = _fates[(int)VoiceFate.NotPlaced] + _fates[(int)VoiceFate.Crowded] + _fates[(int)VoiceFate.NotTaken],
        Underruns = Facts.Underruns,
        Failure = Facts.Failure,
    };

    /// <summary>Cues that came too late to sound.</summary>
    public long Missed => _mixer.Missed;

    /// <summary>Cues that did not sound because their frame was unknown.</summary>
    public long Unscheduled => _sound.Unscheduled;

    /// <summary>A file with what the walker would hear: its first frame is the walk's first sample.</summary>
    /// <param name="path">Where.</param>
    /// <param name="options">How it sounds.</param>
    /// <param name="words">What can be said.</param>
    /// <exception cref="SoundException">The file cannot be written.</exception>
    public static CuePlayer ToFile(string path, SoundOptions options, SpokenWords words) =>
        new(new WavOutput(path), static at => new HostTime(at.Microseconds), options, words, delivery: null);

    /// <summary>Sound in real time.</summary>
    /// <param name="output">Where; this player's from now on.</param>
    /// <param name="source">The walk; it says when its instants are.</param>
    /// <param name="options">How it sounds.</param>
    /// <param name="words">What can be said.</param>
    /// <param name="delivery">Receiver of each cue's fate; a sink of its own. Null: none.</param>
    /// <param name="told">Called with a message when the sound stops and when it is there again, on the walk's thread; returns at once. Null: none.</param>
    public static CuePlayer Live(ISoundOutput output, IRealTimeSource source, SoundOptions options, SpokenWords words, CueDelivery? delivery = null, Action<string>? told = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new CuePlayer(output, source.HostAt, options, words, delivery, told);
    }

    /// <inheritdoc/>
    public void OnCue(in Cue cue)
    {
        if (_now is null) _wav?.AdvanceTo(new HostTime(cue.DecidedAt.Microseconds)); // the walk's first sample, of which this player is told after the cues
        (long unscheduled, long unspoken) = (_sound.Unscheduled, _sound.Unspoken);
        _sound.OnCue(in cue);
        if (_sound.Unscheduled > unscheduled) Write(cue.Number, _hostAt(cue.DecidedAt) ?? default, frame: null, VoiceFate.NotPlaced);
        else if (_sound.Unspoken == unspoken && _untold.Count < _untold.Capacity) _untold.Add(cue);
    }

    /// <inheritdoc/>
    public void OnSilence(bool wordsToo) => _sound.OnSilence(wordsToo);

    /// <inheritdoc/>
    public void OnPose(in FootPose pose)
    {
        if (_now is { } now && pose.Time <= now) return;
        _now = pose.Time;
        _wav?.AdvanceTo(new HostTime(pose.Time.Microseconds));
        TakeReports();
        GiveUpOn(pose.Time);
        if (IsLive && (_looked is not { } looked || pose.Time.SecondsSince(looked) >= LookEveryS)) Look(pose.Time);
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
        if (_now is { } now) _wav?.AdvanceTo(new HostTime(now.AddSeconds(TailS).Microseconds));
        TakeReports();
    }

    /// <inheritdoc/>
    public void Dispose() => _output.Dispose();

    private void TakeReports()
    {
        while (_mixer.TryTakeReport(out VoiceReport report))
            if (Forget(report.Number)) Write(report.Number, report.RenderedAt, report.Frame, report.Fate);
    }

    private void GiveUpOn(DeviceTime now)
    {
        while (_untold.Count > 0 && now.SecondsSince(_untold[0].PlannedAt) > ReportWithinS && _output.Facts.Failure is not null)
        {
            Cue cue = _untold[0];
            _untold.RemoveAt(0);
            Write(cue.Number, _hostAt(cue.DecidedAt) ?? default, frame: null, VoiceFate.NotTaken);
        }
    }

    private bool Forget(int number)
    {
        for (int i = 0; i < _untold.Count; i++)
        {
            if (_untold[i].Number != number) continue;
            _untold.RemoveAt(i);
            return true;
        }

        return false;
    }

    private void Write(int number, HostTime at, long? frame, VoiceFate fate)
    {
        _fates[(int)fate]++;
        _delivery?.Write(number, at, frame, Fates[(int)fate], CueDelivery.Sound);
    }

    private void Look(DeviceTime now)
    {
        _looked = now;
        string? failure = _output.Facts.Failure;
        if (failure is null == _failure is null) return;
        _failure = failure;
        _told?.Invoke(failure ?? "sound: it is there again");
    }
}
