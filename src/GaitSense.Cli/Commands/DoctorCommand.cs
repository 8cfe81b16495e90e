using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Training;
using GaitSense.Recording.Session;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense doctor</c>: what is in a recording and what looks wrong, or whether this machine is ready.</summary>
internal static class DoctorCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense doctor                 this machine on one screen: runtime, terminal, Bluetooth, where results would go; --all says more
          gaitsense doctor my-walk         a recording: sensors, rate, gaps, rest, clipping, units, clocks, sides
          gaitsense doctor left_foot.csv   another program's file (see convert), and what was assumed
          gaitsense doctor walk.csv --units acc=g,gyr=deg/s      the same, with what the file does not say (options as in convert)
          gaitsense doctor my-walk --json | jq '.findings[] | select(.problem)'
          gaitsense doctor s1              a session: what is whole, and whether a replay decides what was decided live
          gaitsense doctor walk-2026-11-30.zip        a walk as a phone saved it
          gaitsense doctor s1 --repair s1-mended      a copy of all that is whole
          gaitsense doctor store.db --against backups      a store: its database, recordings, and the audit against what backups tell of it

        "look at" is to be read with care; "PROBLEM" makes results wrong or keeps them from being made. Exit code 1: it could not be read whole, or its units are wrong.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var path = CommonOptions.NoOptions(
            new Argument<string?>("PATH") { Description = "Recording folder, session, or another program's file; without it, this machine is checked.", Arity = ArgumentArity.ZeroOrOne });
        var json = CommonOptions.Json();
        var repair = new Option<string?>("--repair") { Description = "With a session recording: write a mended copy to this folder; the original is only read.", HelpName = "OUT" };
        var against = new Option<string[]>("--against") { Description = "With a store: backups, or folders of them, that tell the audit's last hash.", HelpName = "BACKUP", AllowMultipleArgumentsPerToken = true };
        var orphans = new Option<bool>("--remove-orphans") { Description = "With a store: take recordings away that its database does not know." };
        var all = new Option<bool>("--all") { Description = "Of this machine: say everything, however many lines it takes." };
        var command = new Command("doctor", "Say what is in a recording and what looks wrong, or check this machine.") { path, json, repair, against, orphans, all };
        var import = new ImportArguments();
        import.AddTo(command);
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => UnpackedWalks.ReadAsync(parsed.GetValue(path) is { } given ? [given] : [], walks => (walks.Paths is [var read] ? read : null, parsed.GetValue(repair)) switch
            {
                (null, null) when parsed.GetValue(json) => throw new UsageException("--json is about a recording: give PATH."),
                (null, null) => new MachineDoctor(terminal, parsed.GetValue(all) || terminal.Verbose).RunAsync(token),
                ({ } p, null) when StoreDoctor.IsStore(p) => new StoreDoctor(terminal).RunAsync(p, parsed.GetValue(against) ?? [], parsed.GetValue(orphans), parsed.GetValue(json), token),
                ({ } p, null) when SessionFolder.Find(p) is not null => new SessionDoctor(terminal, p).RunAsync(parsed.GetValue(json), token),
                ({ } p, { } to) when SessionFolder.Find(p) is not null => Task.FromResult(new SessionDoctor(terminal, p).Repair(to, walks.AsGiven(p))),
                ({ } p, null) => RecordingDoctor.RunAsync(terminal, p, import.Read(parsed), parsed.GetValue(json), token),
                _ => throw new UsageException("--repair is for session recordings: gaitsense doctor SESSION --repair OUT."),
            }, token),
            parsed,
            stop));
        return command;
    }
}
