using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Ble;
using GaitSense.Cli.Cues;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Session;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense record</c>: a recording from real sensors.</summary>
internal static class RecordCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense record --ble --out my-walk --duration 120
          gaitsense record --ble --out my-walk --left C0:12:34:56:78:9A --right C0:12:34:56:78:9B
          gaitsense record --ble --out s1 --person P07 --aid cane --affected-side left
          gaitsense record --ble --out s1 --cues my-cues.json    with cues; gaitsense cues --new my-cues.json makes a plan
          gaitsense analyze my-walk --out out/my-walk      afterwards: the same numbers as were shown live
          gaitsense doctor my-walk                         is all of it there?

        Shows the walk while it is recorded: what the sensors sent and what was decided, on the disk twice a second. Press m to mark a moment, Ctrl-C to end;
        after a crash or on a full disk all but the last second is there.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    /// <summary>The folder to record into; null stays null.</summary>
    /// <exception cref="UsageException">It has no name, or holds a recording.</exception>
    public static string? NewFolder(string? folder) => folder switch
    {
        null => null,
        "" => throw new UsageException("the folder to record into has no name."),
        _ when File.Exists(Path.Combine(folder, PlainRecording.SessionFile)) || File.Exists(Path.Combine(folder, SessionFolder.SessionFile)) => throw new UsageException($"{folder} holds a recording already. Give another folder; nothing is written over."),
        _ => folder,
    };

    private static Command Create(Guard guard)
    {
        var ble = new Option<bool>("--ble") { Description = "From sensors over Bluetooth." };
        var options = new BleOptions(canSimulate: false);
        var person = new PersonOptions("");
        var cues = new CueOptions();
        var outDirectory = CommonOptions.Out("Folder of the recording; must not hold one already.");
        outDirectory.Required = true;
        var calibration = CommonOptions.CalibrationWalk();
        var plain = CommonOptions.Plain();
        var command = new Command("record", "Record a walk from foot sensors, and watch it.") { ble, outDirectory, calibration, plain };
        foreach (Option option in (IEnumerable<Option>)[.. options.All, .. person.All, .. cues.All]) command.Add(option);
        command.SetAction((parsed, stop) => guard(
            (terminal, token) =>
            {
                if (!parsed.GetValue(ble)) throw new UsageException("where do the samples come from? Give --ble for sensors over Bluetooth.");
                string folder = NewFolder(parsed.GetRequiredValue(outDirectory))!;
                string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
                return new BleWalk(terminal, options.Of(parsed)).RunAsync(
                    new BleWalkRequest(name, folder, person.Of(parsed), OutDirectory: null, parsed.GetValue(calibration), parsed.GetValue(plain), cues.Of(parsed)), token);
            },
            parsed,
            stop));
        return command;
    }
}
