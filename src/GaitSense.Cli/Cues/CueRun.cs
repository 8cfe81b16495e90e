using System.Globalization;
using GaitSense.Analysis.Cues;
using GaitSense.Cli.App;
using GaitSense.Cli.View;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;
using GaitSense.Feedback.Sound;
using GaitSense.Sessions;
using GaitSense.Walk;

namespace GaitSense.Cli.Cues;

/// <summary>The cues of one walk, from the plan to the loudspeaker.</summary>
/// <param name="terminal">Where problems are said.</param>
/// <param name="choice">Which cues.</param>
/// <param name="spoken">What can be said.</param>
internal sealed class CueRun(Terminal terminal, CueChoice choice, SpokenWords spoken) : IDisposable
{
    private readonly List<CuePlayer> _players = [];
    private WalkOutput? _output;
    private CueDelivery? _delivery;
    private FeltCues? _felt;

    /// <summary>The plan.</summary>
    public CuePlan Plan => choice.Plan;

    /// <summary>What became of a recorded walk's cues as sound; null: what happens now counts.</summary>
    public CueDelivered? Delivered { get; set; }

    /// <summary>The cues of the walk.</summary>
    public WalkCues? Cues { get; private set; }

    /// <summary>Has all words spoken before the walk, so that none is late in it.</summary>
    /// <returns>Null where there are no cues.</returns>
    public static async Task<CueRun?> PrepareAsync(Terminal terminal, CueChoice? choice, CancellationToken stop)
    {
        if (choice is null) return null;
        if (choice.Wav is null && string.Equals(choice.Device, "none", StringComparison.Ordinal)) return new CueRun(terminal, choice, SpokenWords.None);
        (SpokenWords spoken, string? problem) = await SpeakAsync(terminal, choice.Plan, stop).ConfigureAwait(false);
        if (problem is not null) terminal.Report($"warning: {problem}");
        return new CueRun(terminal, choice, spoken);
    }

    /// <summary>Has the words of a plan spoken: as long as it takes on this computer, whatever clock the walk has.</summary>
    /// <returns>The words, and what is missing of them.</returns>
    /// <exception cref="GaitSenseException">"Stop" takes too long for backward practice.</exception>
    public static async Task<(SpokenWords Words, string? Problem)> SpeakAsync(Terminal terminal, CuePlan plan, CancellationToken stop)
    {
        Dictionary<string, string> texts = Feedback.Cues.Phrases.Keys.ToDictionary(k => k, k => Feedback.Cues.Phrases.Text(k, plan.Language), StringComparer.Ordinal);
        int number = 1;
        SpokenTexts words;
        await using (new ProgressLine(
            terminal with { Time = TimeProvider.System }, () => Text($"preparing words {Volatile.Read(ref number)} of {texts.Count}"), () => (Volatile.Read(ref number) - 1.0) / texts.Count).Start())
            words = await new SpeechSource(terminal.Speech).SpeakAsync(texts, plan.Language, stop, n => Volatile.Write(ref number, n)).ConfigureAwait(false);
        SpokenWords spoken = new(words.Recordings);
        if (plan.Practice == Practice.Backward && spoken.TryGet(Feedback.Cues.Phrases.Stop, out SoundClip? said) && said.DurationS > OutputLatency.MaxStopS)
            throw new GaitSenseException(Text($"\"{texts[Feedback.Cues.Phrases.Stop]}\" takes {said.DurationS:0.0} s as it is spoken here; backward practice needs it within {OutputLatency.MaxStopS:0.00} s. Choose a faster voice."));
        return (spoken, words.Problem is { } problem ? $"words are not spoken: {problem}" : null);
    }

    /// <summary>Opens an output for a plan.</summary>
    /// <param name="terminal">How devices are opened, and where ways of sound are remembered.</param>
    /// <param name="choice">The plan, the device and its way to the ear.</param>
    /// <param name="way">The way in words.</param>
    /// <exception cref="SoundException">It cannot be opened, or is heard too late for the plan.</exception>
    public static ISoundOutput Open(Terminal terminal, CueChoice choice, out string way)
    {
        SoundRoute? route = choice.RouteLatencyS is null ? SoundRoutes.Load(terminal.SoundFile).Routes.GetValueOrDefault(choice.Route) : null;
        ISoundOutput output = terminal.Sound(new SoundOutputOptions { Device = choice.Device, RouteLatencyS = choice.RouteLatencyS ?? (route?.LatencyMs / 1000) ?? 0 }, terminal.Time);
        way = Text($"sound: {choice.Route}, {(choice.RouteLatencyS, route) switch
        {
            ({ } given, _) => Text($"{1000 * given:0} ms to the ear"),
            (_, { } known) => Text($"{known.LatencyMs:0} ms to the ear, measured on {known.MeasuredOn:yyyy-MM-dd}"),
            _ => "the output latency is not known: gaitsense sound --calibrate",
        }}");
        if (SoundLatency.Refusal(choice.Plan, output.Facts) is not { } refusal) return output;
        output.Dispose();
        throw new SoundException(refusal);
    }

    /// <summary>Looks for the motors of sensors that are connected, and says which foot has none; nothing where the plan has nothing felt.</summary>
    public async Task FindMotorsAsync(IReadOnlyList<IVibrator> sensors, CancellationToken stop)
    {
        if (choice.Plan.Vibration.IsOn) _felt = await FeltCues.FindAsync(terminal, choice.Plan.Vibration, sensors, stop).ConfigureAwait(false);
    }

    /// <summary>Cues for a walk.</summary>
    /// <param name="source">The walk.</param>
    /// <param name="output">Where its files go.</param>
    public WalkCues For(IWalkSource source, WalkOutput output)
    {
        if (choice.IsUnconfirmed) terminal.Report("warning: there will be no beats: nobody has confirmed the checklist of backward practice. gaitsense cues FILE shows it; where all of it is true, begin again with --checklist-confirmed");
        if (choice.IsRouteGiven && (choice.Wav is not null || source is not IRealTimeSource))
            terminal.Report($"warning: --sound, --route and --sound-latency change nothing here: {(choice.Wav is null ? "sound is played only at --speed real" : "with --wav, sound goes to a file, and each cue to the time it was planned for")}");
        if (choice.Wav is { } wav)
        {
            output.BeginSound(wav);
            _output = output;
            _players.Add(CuePlayer.ToFile(wav, choice.Plan.Sound, spoken));
        }

        else if (source is IRealTimeSource real && !string.Equals(choice.Device, "none", StringComparison.Ordinal)) Sound(real);
        ICueSink? felt = source is IRealTimeSource live ? Feel(live) : null;
        ICueSink?[] sinks = [.. _players, felt, _delivery];
        Cues = new WalkCues(choice.Plan, source.Walk, [.. sinks.OfType<ICueSink>()]) { Delivered = Delivered };
        if (choice.IsConfirmed && source is not BleSource) Cues.Engine.Request(CueRequest.ConfirmChecklist);
        return Cues;
    }

    /// <summary>Says where the sensors are too slow for the check before the walk.</summary>
    /// <param name="ratesHz">Their rates, Hz.</param>
    public void ReportSlowSensors(IEnumerable<double> ratesHz)
    {
        if (choice.Plan.Safety.StartCheck && ratesHz.Any(r => r < TapWatch.MinRateHz)) terminal.Report($"warning: the check before the walk is not possible: {TooSlow}");
    }

    private static string TooSlow => Text($"taps are not felt by sensors below {TapWatch.MinRateHz:0} Hz. Choose a higher rate (--rate 100), or see for yourself that each shoe and each ear is right, and press g");

    /// <summary>What there is to say of the check and of the sound, in lines.</summary>
    public IEnumerable<string> Lines()
    {
        if (Cues?.Report is not { } report) yield break;
        if (report.StartCheck is not StartCheckOutcome.NotAsked) yield return "check before the walk: " + report.StartCheck switch
        {
            StartCheckOutcome.Passed => "passed",
            StartCheckOutcome.UnderWay => "NOT FINISHED, so there were no cues",
            StartCheckOutcome.NotStill => "NOT PASSED: the feet did not come to rest; is a sensor loose?",
            StartCheckOutcome.SensorLost => "NOT PASSED: a sensor was not heard; charge it, or bring it nearer",
            StartCheckOutcome.WrongFoot => "NOT PASSED: the other foot answered; are sensors or headphones on the wrong side?",
            StartCheckOutcome.NoAnswer => "NOT PASSED: no foot answered; is the sound on, is the sensor firmly on the foot?",
            StartCheckOutcome.SensorTooSlow => $"NOT POSSIBLE: {TooSlow}",
            _ => "not passed; somebody had the cues go on (g)",
        };
        foreach (CuePlayer player in _players)
        {
            if (player.Facts.Losses > 0) yield return Text($"sound: the device was gone {player.Facts.Losses} times, for {player.Facts.SilentS:0.#} s before it came back; cues meanwhile were left out");
            if (player.Facts.Failure is { } failure) yield return $"sound: {failure}";
            if (SoundLatency.TooLong(report, player.Facts) is { } tooLong) yield return $"sound: {tooLong}";
        }

        foreach (string line in _felt?.Lines() ?? []) yield return line;
        if (choice.Wav is { } wav) yield return $"sound: {wav}";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (CuePlayer player in _players) player.Dispose();
        _output?.EndSound();
        _felt?.Dispose();
        _delivery?.Dispose();
        Cues?.Dispose();
    }

    // A walk without sound is a walk: what is missing is said, and it goes on.
    private void Sound(IRealTimeSource source)
    {
        try
        {
            ISoundOutput output = Open(terminal, choice, out string way);
            terminal.Report(way);
            if (SoundLatency.Warning(choice.Plan, output.Facts) is { } warning) terminal.Report($"warning: {warning}");
            _players.Add(CuePlayer.Live(output, source, choice.Plan.Sound, spoken, Delivery(), terminal.Report));
        }
        catch (GaitSenseException e)
        {
            terminal.Report($"warning: no sound: {Errors.Line(e)}");
        }
    }

    private VibrationPlayer? Feel(IRealTimeSource source)
    {
        if (!choice.Plan.Vibration.IsOn) return null;
        if (_felt is not null) return _felt.For(source, Delivery());
        terminal.Report("warning: nothing is felt: the motors are those of sensors, and this walk has none");
        return null;
    }

    private CueDelivery Delivery() => _delivery ??= new CueDelivery();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
