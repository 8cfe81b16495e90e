using System.CommandLine;
using GaitSense.Cli.Commands;
using GaitSense.Cli.Training;
using GaitSense.Cli.Training.Timed;

namespace GaitSense.Cli.App;

/// <summary>One command: how it is made, and the examples its help ends with.</summary>
/// <param name="Create">Makes it.</param>
/// <param name="Examples">Text after the usual help.</param>
internal sealed record CommandDefinition(Func<Guard, Command> Create, string Examples)
{
    /// <summary>The commands below it, in the order its help lists them: <c>add</c> of <c>people add</c>. <value>The default is none.</value></summary>
    public IReadOnlyList<CommandDefinition> Parts { get; init; } = [];

    /// <summary>All commands, in the order the help lists them.</summary>
    public static IReadOnlyList<CommandDefinition> All { get; } =
    [
        AnalyzeCommand.Definition,
        MergeCommand.Definition,
        ReplayCommand.Definition,
        CuesCommand.Definition,
        SoundCommand.Definition,
        WalkCommand.Definition,
        RecordCommand.Definition,
        ScanCommand.Definition,
        SensorCommand.Definition,
        ServeCommand.Definition,
        PeopleCommand.Definition,
        PlanCommand.Definition,
        SessionCommand.Definition,
        TestCommand.Definition,
        ProgressCommand.Definition,
        ExportCommand.Definition,
        BackupCommand.Definition,
        RestoreCommand.Definition,
        EvaluateCommand.Definition,
        CompareCommand.Definition,
        ColumnsCommand.Definition,
        SimulateCommand.Definition,
        ConvertCommand.Definition,
        DoctorCommand.Definition,
        CompletionCommand.Definition,
        HelpCommand.Definition,
    ];

    /// <summary>The names of all commands.</summary>
    public static IEnumerable<string> Names => All.Select(d => d.Create((_, _, _) => Task.FromResult(ExitCode.Done)).Name);
}
