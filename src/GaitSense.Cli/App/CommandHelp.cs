using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace GaitSense.Cli.App;

/// <summary>The usual help, followed by what teaches: examples.</summary>
internal sealed class CommandHelp(HelpAction usual, IReadOnlyDictionary<Command, string> examples) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command, out string? text))
            parseResult.InvocationConfiguration.Output.WriteLine(text.ReplaceLineEndings("\n").TrimEnd() + "\n");
        return ExitCode.Done;
    }
}
