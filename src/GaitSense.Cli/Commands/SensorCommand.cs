using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Samples;
using GaitSense.Sessions;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Radio;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense sensor</c>: foot sensors made of software, on real Bluetooth.</summary>
internal static class SensorCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense sensor --simulate ms-mild --foot left --adapter hci1
          gaitsense sensor --simulate healthy --foot both --adapter hci1 --adapter hci2
          gaitsense sensor --recording my-walk --foot right --adapter hci1 --loss 5 --duplicates 1

        On another computer, or another adapter: gaitsense walk --ble. Each foot needs an adapter of its own.
        The walk begins when somebody first asks for samples; after it, the foot stands still. Ctrl-C ends it.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var foot = new Option<string>("--foot") { Description = "left, right or both.", DefaultValueFactory = _ => "both" };
        foot.AcceptOnlyFromAmong("left", "right", "both");
        var adapter = new Option<string[]>("--adapter") { Description = "Bluetooth adapter to be the sensor on; for both feet give two, the left foot's first.", HelpName = "hci1", Arity = ArgumentArity.OneOrMore };
        var simulate = new Option<string?>("--simulate") { Description = "Play a simulated walk; gaitsense simulate --list shows all.", HelpName = "PRESET" };
        simulate.CompletionSources.Add(CommonOptions.PresetNames);
        var recording = new Option<string?>("--recording") { Description = "Play a recording.", HelpName = "RECORDING" };
        var seed = CommonOptions.Seed();
        var loss = Share("--loss", "Share of packets that are lost, in bursts, in percent.", 50);
        var duplicates = Share("--duplicates", "Share of packets that come twice, in percent.", 50);
        var swaps = Share("--swaps", "Share of packets that are overtaken by the next, in percent.", 50);
        var restart = Moment("--restart-at", "Restart, with a clock that begins anew, so many seconds after the program's start.");
        var silent = Moment("--silent-at", "Fall silent for three seconds, so many seconds after the program's start.");
        var command = new Command("sensor", "Be a foot sensor, in software, on real Bluetooth: for trying things out without hardware.") { foot, adapter, simulate, recording, seed, loss, duplicates, swaps, restart, silent };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) =>
            {
                Foot[] feet = parsed.GetValue(foot) switch
                {
                    "left" => [Foot.Left],
                    "right" => [Foot.Right],
                    _ => [Foot.Left, Foot.Right],
                };
                string[] adapters = parsed.GetValue(adapter) ?? [];
                if (adapters.Distinct(StringComparer.Ordinal).Count() < feet.Length && (feet.Length > 1 || adapters.Length > 0))
                    throw new UsageException("each foot needs an adapter of its own: --foot both --adapter hci1 --adapter hci2.");
                var faults = new SimulatedFootOptions
                {
                    Samples = default,
                    Radio = new RadioModel { ConnectionIntervalS = 0.0075, HostDelayS = 0, RetryShare = 0, LossShare = parsed.GetValue(loss) / 100 },
                    DuplicateShare = parsed.GetValue(duplicates) / 100,
                    SwapShare = parsed.GetValue(swaps) / 100,
                    RestartS = parsed.GetValue(restart),
                    Away = parsed.GetValue(silent) is { } at ? (at, at + 3) : null,
                    AnswerPauseS = 0,
                    Seed = parsed.GetValue(seed),
                };
                return (parsed.GetValue(simulate), parsed.GetValue(recording)) switch
                {
                    ({ } preset, null) => RunAsync(terminal, feet, adapters, Simulated(SimulateCommand.Find(preset), parsed.GetValue(seed)), faults, token),
                    (null, { } path) => RunAsync(terminal, feet, adapters, f => Recorded(path, f), faults, token),
                    _ => throw new UsageException("what does the sensor play? Give --simulate PRESET or --recording RECORDING."),
                };
            },
            parsed,
            stop));
        return command;
    }

    private static Option<double> Share(string name, string description, double most)
    {
        var share = new Option<double>(name) { Description = description, HelpName = "%" };
        share.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double v) && !(v >= 0 && v <= most))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is {result.Tokens[0].Value}; it should be 0 to {most} percent."));
        });
        return share;
    }

    private static Option<double?> Moment(string name, string description)
    {
        var moment = new Option<double?>(name) { Description = description, HelpName = "S" };
        moment.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double s) && !(s is >= 0 and <= 86400))
                result.AddError($"{name} is {result.Tokens[0].Value}; it should be 0 to 86400 seconds.");
        });
        return moment;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, Foot[] feet, string[] adapters, Func<Foot, PlayedSamples> walkOf, SimulatedFootOptions faults, CancellationToken stop)
    {
        var playing = new List<SoftwareFoot>();
        try
        {
            for (int i = 0; i < feet.Length; i++)
            {
                (IReadOnlyList<ImuSample> samples, double rateHz) = walkOf(feet[i]);
                string? adapter = i < adapters.Length ? adapters[i] : null;
                playing.Add(await SoftwareFoot.StartAsync(
                    feet[i], samples, rateHz, faults with { Stream = (ulong)feet[i] }, d => terminal.Peripheral(adapter, d, stop), terminal.Time).ConfigureAwait(false));
                terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Words.Of(feet[i])} foot: advertising on {adapter ?? "the first adapter"}, {samples.Count / rateHz:0} s of walk at {rateHz:0.#} Hz"));
            }

            bool[] was = new bool[feet.Length];
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), terminal.Time);
            while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
            {
                for (int i = 0; i < feet.Length; i++)
                {
                    if (playing[i].Ended.IsCompleted) throw await playing[i].Ended.ConfigureAwait(false);
                    if (playing[i].IsStreaming == was[i]) continue;
                    was[i] = !was[i];
                    terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Words.Of(feet[i])} foot: {(was[i] ? "streaming" : "stopped")}; {playing[i].Sent} notifications sent, {playing[i].Refused} not taken by the Bluetooth stack"));
                }
            }

            return ExitCode.Done;
        }
        finally
        {
            foreach (SoftwareFoot foot in playing) await foot.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static Func<Foot, PlayedSamples> Simulated(SimulationPreset preset, ulong seed)
    {
        SimulatedRecording walk = preset.Record(seed, durationS: null);
        return foot => PlayedSamples.Of(preset.Name, foot, walk.SamplesOf(foot).ToArray());
    }

    private static PlayedSamples Recorded(string path, Foot foot)
    {
        var recording = PlainRecording.Open(path);
        if (recording.SensorOf(foot) is null) throw new UsageException($"{path} has no {Words.Of(foot)} foot.");
        var samples = new List<ImuSample>();
        using MergedSampleReader reader = recording.OpenSamples();
        while (reader.TryRead(out FootedSample sample))
            if (sample.Foot == foot) samples.Add(sample.Sample);
        return PlayedSamples.Of(path, foot, samples);
    }
}
