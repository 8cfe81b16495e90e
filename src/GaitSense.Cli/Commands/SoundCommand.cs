using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Cues;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Sound;
using GaitSense.Sessions;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense sound</c>: whether sound is heard, on which side, and how late.</summary>
internal static class SoundCommand
{
    private const double ToneS = 1.5, SentenceS = 4, LeadS = 0.5;

    private const string Examples =
        """
        Examples:
          gaitsense sound                                   a tone left, a tone right, a sentence; what is known of the device
          gaitsense sound --calibrate --wired               first, with wired headphones or the loudspeaker: how this person taps
          gaitsense sound --calibrate --route headphones    then with the headphones of the walk: how late they are
          gaitsense walk --ble --cues my-cues.json --route headphones    beats are then that much ahead

        A beat must be heard when the foot lands. Headphones on a radio play 70 to 250 ms late, and no device says so: tap the space bar with 40 beats, and
        their output latency is known. What people and keyboards add is measured once on a wire (--wired); without that, 20 ms ahead is assumed (give or take 30).
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var device = new Option<string>("--sound") { Description = "The sound device, as aplay -L lists them. Default: what the desktop plays to.", HelpName = "DEVICE", DefaultValueFactory = _ => "default" };
        var calibrate = new Option<bool>("--calibrate") { Description = "Measure the output latency: tap the space bar with the beat, for 25 seconds." };
        var wired = new Option<bool>("--wired") { Description = "With --calibrate: this output is a wire; the taps show the person's and the keyboard's share." };
        var route = new Option<string?>("--route") { Description = "With --calibrate: a name for this sound output. Default: the device's.", HelpName = "NAME" };
        var language = new Option<string>("--language") { Description = "Language of the sentence.", DefaultValueFactory = _ => Feedback.Cues.Phrases.Languages[0] };
        language.AcceptOnlyFromAmong([.. Feedback.Cues.Phrases.Languages]);
        var command = new Command("sound", "Hear whether sound is on its side, and measure how late it comes.") { device, calibrate, wired, route, language };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) =>
            {
                string name = parsed.GetValue(device)!;
                bool taps = parsed.GetValue(calibrate);
                if (!taps && (parsed.GetValue(wired) || parsed.GetValue(route) is not null)) throw new UsageException("--wired and --route go with --calibrate.");
                return taps
                    ? CalibrateAsync(terminal, name, parsed.GetValue(route) ?? name, parsed.GetValue(wired), token)
                    : ListenAsync(terminal, name, parsed.GetValue(language)!, token);
            },
            parsed,
            stop));
        return command;
    }

    private static async Task<int> ListenAsync(Terminal terminal, string device, string language, CancellationToken stop)
    {
        SoundRoutes routes = SoundRoutes.Load(terminal.SoundFile);
        SpokenTexts words = await new SpeechSource(terminal.Speech).SpeakAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { [Feedback.Cues.Phrases.CheckGood] = Feedback.Cues.Phrases.Text(Feedback.Cues.Phrases.CheckGood, language) }, language, stop).ConfigureAwait(false);
        var spoken = new SpokenWords(words.Recordings);
        using var bench = new SoundBench(terminal, new SoundOutputOptions { Device = device }, new SoundOptions());
        await bench.SettleAsync(stop).ConfigureAwait(false);
        foreach (Foot side in BothFeet.InOrder) await PlayAsync($"{Words.Of(side)}: a tone", bench.Tones.Test(side), side, ToneS).ConfigureAwait(false);
        if (spoken.TryGet(Feedback.Cues.Phrases.CheckGood, out SoundClip? sentence)) await PlayAsync($"both: \"{Feedback.Cues.Phrases.Text(Feedback.Cues.Phrases.CheckGood, language)}\"", sentence, side: null, SentenceS).ConfigureAwait(false);
        else terminal.Report($"warning: words are not spoken: {words.Problem}");

        SoundFacts facts = bench.Facts;
        if (facts.Failure is { } failure) throw new SoundException(failure);
        terminal.Out.WriteLine(Text($"device: {facts.Device}; {1000.0 * facts.BufferFrames / ISoundOutput.StandardRateHz:0} ms rendered ahead, {1000.0 * facts.DelayFrames / ISoundOutput.StandardRateHz:0} ms to the converter, ran dry {facts.Underruns} times; its thread: {Priority(facts.Priority)}"));
        foreach ((string name, SoundRoute way) in routes.Routes) terminal.Out.WriteLine(Text($"output {name}: {way.LatencyMs:0} ms beyond that (\u00b1 {way.UncertaintyMs:0}), measured on {way.MeasuredOn:yyyy-MM-dd}"));
        if (routes.Routes.Count == 0) terminal.Out.WriteLine("no output latency has been measured: gaitsense sound --calibrate");
        return ExitCode.Done;

        async Task PlayAsync(string what, SoundClip clip, Foot? side, double seconds)
        {
            terminal.Out.WriteLine(what);
            bench.Play(clip, bench.Now.AddSeconds(LeadS), side);
            await Task.Delay(TimeSpan.FromSeconds(seconds), terminal.Time, stop).ConfigureAwait(false);
        }
    }

    private static async Task<int> CalibrateAsync(Terminal terminal, string device, string route, bool wired, CancellationToken stop)
    {
        var routes = SoundRoutes.Load(terminal.SoundFile);
        terminal.Out.WriteLine("Listen to the first beats; then tap the space bar with each one, as you would with music. 25 seconds.");
        TapResult taps;
        using (var bench = new SoundBench(terminal, new SoundOutputOptions { Device = device }, new SoundOptions()))
        {
            await bench.SettleAsync(stop).ConfigureAwait(false);
            taps = await new TapRun(terminal, bench).RunAsync(stop).ConfigureAwait(false);
            if (bench.Facts.Failure is { } failure) throw new SoundException(failure);
        }

        if (taps.Fault is { } fault) throw new GaitSenseException($"{route}: {fault}. Nothing was changed; try again.");
        terminal.Out.WriteLine(Text($"{taps.Taps} taps, {1000 * taps.LateS:+0;-0;0} ms against the beat as it left the device (SD {1000 * taps.SdS:0} ms)"));
        SoundRoutes after = wired ? Wired(routes, taps) : Way(terminal, routes, route, taps);
        after.Save(terminal.SoundFile);
        terminal.Out.WriteLine($"remembered in {terminal.SoundFile}");
        return ExitCode.Done;
    }

    private static SoundRoutes Wired(SoundRoutes routes, TapResult taps) => routes with { WiredTapMs = Math.Round(1000 * taps.LateS, 1), WiredTapUncertaintyMs = Math.Round(1000 * taps.UncertaintyS, 1) };

    private static SoundRoutes Way(Terminal terminal, SoundRoutes routes, string name, TapResult taps)
    {
        double wiredMs = routes.WiredTapMs ?? (1000 * TapCalibration.UsualWiredS), wiredUncertaintyMs = routes.WiredTapUncertaintyMs ?? (1000 * TapCalibration.UsualWiredUncertaintyS);
        // A latency is never negative.
        double latencyMs = Math.Round(Math.Max(0, (1000 * taps.LateS) - wiredMs), 1);
        double uncertaintyMs = Math.Round(Math.Sqrt((1e6 * taps.UncertaintyS * taps.UncertaintyS) + (wiredUncertaintyMs * wiredUncertaintyMs)), 1);
        terminal.Out.WriteLine(Text($"output {name}: {latencyMs:0} ms to the ear beyond what the device knows of (\u00b1 {uncertaintyMs:0})"));
        if (routes.WiredTapMs is null) terminal.Out.WriteLine("Calibrate once with wired headphones or the loudspeaker (--wired), and this becomes surer.");
        SortedDictionary<string, SoundRoute> ways = new(routes.Routes, StringComparer.Ordinal)
        {
            [name] = new SoundRoute(latencyMs, uncertaintyMs, DateOnly.FromDateTime(terminal.Time.GetLocalNow().Date)),
        };
        return routes with { Routes = ways };
    }

    private static string Priority(SoundPriority priority) => priority switch
    {
        SoundPriority.RealTime => "in real time",
        SoundPriority.Raised => "before others",
        _ => "as any other (the system allows no more; see ulimit -r)",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
