using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.View;
using GaitSense.Recording.Files;
using GaitSense.Sessions;
using GaitSense.Simulation.Presets;
using Spectre.Console;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense simulate</c>: a walk with known truth as a recording.</summary>
internal static class SimulateCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense simulate --list                                        all walks
          gaitsense simulate ms-foot-drop --out out/sim                    a recording with its truth in out/sim/reference
          gaitsense simulate healthy --seed 7 --duration 300 --out out/sim    another one, five minutes long
          gaitsense simulate healthy --rate 50 --gyro-range 500 --loss 5 --packet 4 --out out/hard    the same walk, poor sensors and radio
          gaitsense simulate ms-mild --soft 20 --slip 15 --slip-at 30 --out out/loose    straps that ring, then slip
          gaitsense evaluate out/sim                                       how close the analysis comes to the truth

        A walk is a person, what the person does, and the sensors; the options change the sensors. The same preset, seed, duration and options give
        the same files, byte for byte; session.json says which they were. A simulation is no evidence about people.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var preset = CommonOptions.NoOptions(new Argument<string?>("PRESET") { HelpName = "PRESET", Description = "Name of the walk; see --list.", Arity = ArgumentArity.ZeroOrOne });
        preset.CompletionSources.Add(CommonOptions.PresetNames);
        var outDirectory = CommonOptions.Out("Folder of the recording.");
        var force = CommonOptions.Force();
        var seed = CommonOptions.Seed();
        var duration = CommonOptions.Duration();
        var list = new Option<bool>("--list") { Description = "List the walks." };
        var command = new Command("simulate", "Make a recording of a simulated walk, with the truth beside it.") { preset, outDirectory, seed, duration, list, force };
        var sensors = new SimulateOptions();
        foreach (Option option in sensors.All) command.Options.Add(option);
        command.SetAction((parsed, stop) => guard(
            async (terminal, stopping) =>
            {
                if (parsed.GetValue(list)) List(terminal);
                else await WriteAsync(terminal, Find(parsed.GetValue(preset)), parsed.GetValue(outDirectory), parsed.GetValue(force), p => p.Record(parsed.GetValue(seed), parsed.GetValue(duration), sensor: sensors.Apply(parsed, p.Sensor)), Typed(parsed), stopping).ConfigureAwait(false);
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;

        (string Sensors, string All) Typed(ParseResult parsed) => (sensors.Typed(parsed), string.Create(CultureInfo.InvariantCulture, $"seed {parsed.GetValue(seed)}, {parsed.GetValue(duration)?.ToString("R", CultureInfo.InvariantCulture)} s{sensors.Typed(parsed)}"));
    }

    /// <summary>The preset of a name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static SimulationPreset Find(string? name) =>
        string.IsNullOrEmpty(name) ? throw new UsageException("which walk? Give a PRESET, or --list to see them.")
        : SimulationPresets.Find(name) ?? throw new UsageException($"there is no walk called {name}{DidYouMean.Ending(name, SimulationPresets.All.Select(p => p.Name))} gaitsense simulate --list shows all.");

    private static void List(Terminal terminal)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumn(new TableColumn("").NoWrap()).AddColumn(new TableColumn("").NoWrap().RightAligned()).AddColumn("");
        foreach (SimulationPreset p in SimulationPresets.All) table.AddRow(new Text(p.Name), new Text(Phrases.Number(p.DurationS, "0", "s")), new Text(p.Explanation));
        terminal.CreateConsole().Write(table);
    }

    private static async Task WriteAsync(Terminal terminal, SimulationPreset preset, string? outDirectory, bool force, Func<SimulationPreset, SimulatedRecording> record, (string Sensors, string All) typed, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(outDirectory)) throw new UsageException("where to? Give --out DIR.");
        OutputNote note = new OutputRule([], force).Check(outDirectory, SimulatedRecordings.Files, MadeNote.OfWords("simulation", $"{preset.Name}, {typed.All}"));
        SimulatedRecording recording = await Task.Run(() => record(preset), stop).WaitAsync(stop).ConfigureAwait(false);
        SimulatedRecordings.Write(outDirectory, preset, recording, typed.Sensors, note);
        terminal.Out.WriteLine(FormattableString.Invariant(
            $"{preset.Name}: {recording.SamplesOf(Core.Foot.Left).Length + recording.SamplesOf(Core.Foot.Right).Length} samples, {recording.Reference.Strides?.Count ?? 0} strides with known truth"));
        terminal.Out.WriteLine($"recording: {outDirectory}");
    }
}
