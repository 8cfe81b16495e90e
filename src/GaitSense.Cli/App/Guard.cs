using System.CommandLine;

namespace GaitSense.Cli.App;

/// <summary>Runs a command's work inside the guard that turns failures into lines and exit codes.</summary>
internal delegate Task<int> Guard(Func<Terminal, CancellationToken, Task<int>> work, ParseResult parsed, CancellationToken stop);
