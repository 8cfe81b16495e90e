using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using GaitSense.Cli.Commands;

namespace GaitSense.Cli.App;

/// <summary>The <c>gaitsense</c> command as a function of its arguments: what the process runs and what tests run.</summary>
internal static class CommandLineApp
{
    private const string About =
        """
        GaitSense: gait analysis from two foot-worn motion sensors, sample by sample, while the person walks.

        It measures; it does not diagnose. It is no medical device.
        """;

    private const string RootExamples =
        """
        Examples:
          gaitsense replay samples/there-and-back                   watch a recorded walk
          gaitsense analyze my-walk --out out/my-walk               events, strides, steps, summary and a report page
          gaitsense doctor my-walk                                  what is in this recording, and what looks wrong
          gaitsense analyze --help                                  more about one command

        Exit codes: 0 done, 1 the input or the world failed, 2 wrong usage, 130 stopped with Ctrl-C (what was done is saved).
        """;

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments after the command's name.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="stop">Ctrl-C.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken stop)
    {
        var verbose = new Option<bool>("--verbose") { Description = "Show the details of an error.", Recursive = true };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Write results and errors only: no progress, no warnings, no remarks.", Recursive = true };
        var root = new RootCommand(About) { verbose, quiet };
        var examples = new Dictionary<Command, string> { [root] = RootExamples };
        foreach (CommandDefinition definition in CommandDefinition.All) Add(root, definition);
        void Add(Command parent, CommandDefinition definition)
        {
            Command command = definition.Create((work, parsed, token) => GuardAsync(work, terminal with { Out = new OneDoorWriter(terminal.Out), Error = new OneDoorWriter(terminal.Error), Verbose = parsed.GetValue(verbose), Quiet = parsed.GetValue(quiet) }, token));
            NumberRule.AddTo(command);
            EmptyRule.AddTo(command);
            parent.Add(command);
            examples[command] = definition.Examples;
            foreach (CommandDefinition part in definition.Parts) Add(command, part);
        }

        if (root.Options.OfType<HelpOption>().FirstOrDefault() is { Action: HelpAction usual } help)
        {
            usual.MaxWidth = terminal.OutIsTerminal ? Math.Clamp(terminal.CreateConsole().Profile.Width, 40, Terminal.PlainWidth) : Terminal.PlainWidth;
            help.Action = new CommandHelp(usual, examples);
        }

        if (args is [HelpCommand.Name, { Length: > 0 } about, ..] && !about.StartsWith('-') && !root.Subcommands.Any(c => string.Equals(c.Name, about, StringComparison.Ordinal)))
        {
            terminal.Report($"gaitsense: {UnknownCommand(root, about)}");
            return ExitCode.WrongUsage;
        }

        ParseResult result = root.Parse(Turned(args));
        if (result.Action is ParseErrorAction)
        {
            string[] path = [.. Path(result.CommandResult.Command)];
            foreach (string message in WhatIsWrong(result)) terminal.Report($"gaitsense: {message}");
            terminal.Report($"Try: {string.Join(' ', path)} --help");
            return ExitCode.WrongUsage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // the process's own signal handler feeds `stop`
        };
        return await result.InvokeAsync(configuration, stop).ConfigureAwait(false);
    }

    private static async Task<int> GuardAsync(Func<Terminal, CancellationToken, Task<int>> work, Terminal terminal, CancellationToken stop)
    {
        try
        {
            return await work(terminal, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            terminal.Report("gaitsense: stopped.");
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            return Errors.Report(terminal, e);
        }
    }

    // No word at all asks for help, and so does the word.
    private static IReadOnlyList<string> Turned(IReadOnlyList<string> args) => args switch
    {
        [] => ["--help"],
        [HelpCommand.Name, ..] => [.. args.Skip(1).Where(a => a is not "--help"), "--help"],
        _ => args,
    };

    // An unknown word is what is wrong, not what is missing because of it.
    private static IEnumerable<string> WhatIsWrong(ParseResult result)
    {
        IEnumerable<string> usual = NumberRule.OneOfEach(result.Errors.Select(e => ParserWords.Of(e.Message, result.CommandResult.Command)));
        if (result.UnmatchedTokens is not [var word, ..]) return usual;
        if (word.StartsWith('-')) return [DidYouMean.NoOption(word, result.CommandResult)];
        return result.CommandResult.Command is { Subcommands.Count: > 0 } group ? [UnknownCommand(group, word)] : usual;
    }

    private static string UnknownCommand(Command group, string word) =>
        $"unknown command {(group is RootCommand ? "" : string.Join(' ', Path(group).Skip(1)) + " ")}{word}{DidYouMean.Argument(word, group) ?? DidYouMean.Ending(word, group.Subcommands.Select(c => c.Name))}";

    private static IEnumerable<string> Path(Command command) =>
        command is RootCommand ? ["gaitsense"] : [.. command.Parents.OfType<Command>().SelectMany(Path), command.Name];
}
