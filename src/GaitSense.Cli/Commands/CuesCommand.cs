using System.CommandLine;
using System.Text;
using GaitSense.Cli.App;
using GaitSense.Feedback.Plan;
using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Sessions;
using Spectre.Console;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense cues</c>: a cue plan in words, its settings, a new one to begin with.</summary>
internal static class CuesCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense cues                                    what the walker hears by default, when and why
          gaitsense cues --new my-cues.json                 a plan with all defaults, to edit
          gaitsense cues my-cues.json                       what that plan does, in words; what is wrong with it, if anything is
          gaitsense cues my-cues.json --settings            every setting: its value, default and range, and where the default comes from
          gaitsense walk --simulate ms-mild --cues my-cues.json    a walk with it
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var file = CommonOptions.NoOptions(new Argument<string?>("FILE") { Description = "A cue plan. Default: the plan with all defaults.", Arity = ArgumentArity.ZeroOrOne });
        var settings = new Option<bool>("--settings") { Description = "Show every setting with its default, range and source." };
        var create = new Option<string?>("--new") { Description = "Write a plan with all defaults; an existing file stays.", HelpName = "FILE" };
        var json = CommonOptions.Json();
        var command = new Command("cues", "Explain a cue plan: what the walker hears, when and why.") { file, settings, create, json };
        command.SetAction((parsed, stop) => guard(
            (terminal, _) => Task.FromResult(Run(terminal, parsed.GetValue(file), parsed.GetValue(settings), parsed.GetValue(create), parsed.GetValue(json))),
            parsed,
            stop));
        return command;
    }

    private static int Run(Terminal terminal, string? path, bool settings, string? create, bool json)
    {
        if (create is not null)
        {
            if (path is not null || settings || json) throw new UsageException("--new writes a plan and shows none: give it alone.");
            Write(create);
            terminal.Out.WriteLine($"written: {create}; gaitsense cues {create} explains it");
            return ExitCode.Done;
        }

        CuePlan plan = path is null ? new CuePlan() : CuePlans.Read(path);
        if (json) terminal.Out.Write(CuePlanJson.Write(plan));
        else if (settings) WriteSettings(terminal.CreateConsole(), plan);
        else foreach (string line in CuePlanWords.Of(plan)) terminal.Out.WriteLine(line);
        return ExitCode.Done;
    }

    private static void Write(string path)
    {
        try
        {
            using FileStream file = PrivateFiles.Create(path);
            file.Write(Encoding.UTF8.GetBytes(CuePlanJson.Write(new CuePlan())));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RecordingWriteException(path, e);
        }
    }

    private static void WriteSettings(IAnsiConsole console, CuePlan plan)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string column in (string[])["setting", "value", "default", "range", "where it comes from"]) table.AddColumn(column);
        table.Columns[0].NoWrap(); // names are to be copied
        foreach (CueSetting setting in CueSetting.AllOf(plan))
            table.AddRow([.. new[] { setting.Name, setting.Value, setting.Default, setting.Range, setting.Source }.Select(Markup.Escape)]);
        console.Write(table);
    }
}
