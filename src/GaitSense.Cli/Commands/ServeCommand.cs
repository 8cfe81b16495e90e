using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Serve;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense serve</c>: the walker's page, for browsers of this computer.</summary>
internal static class ServeCommand
{
    private const int UsualPort = 5080;

    private static readonly string Examples =
        $"""
        Examples:
          gaitsense serve                                   then open http://localhost:5080/?demo in Chrome or Edge
          gaitsense serve --port 8080                       where another program has the usual port
          gaitsense serve --pages my-build                  another build than the one beside the program

        The page walks by itself: this command only hands out its files. What is walked stays in the browser, and leaves it by hand, as a file that gaitsense replay and gaitsense session import read.
        Only this computer is served. A phone needs https: put the same folder on any https host, and nothing else.
        The pages are made by two commands, where the sources are:
          {PageFolder.MadeBy[0]}
          {PageFolder.MadeBy[1]}
        Ctrl-C ends it.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var pages = new Option<string?>("--pages") { Description = "Folder of the built page. Default: pages beside the program, else src/GaitSense.Web/dist of the sources it was built in.", HelpName = "FOLDER" };
        pages.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && string.IsNullOrWhiteSpace(result.Tokens[0].Value)) result.AddError("--pages is empty. Give a folder.");
        });
        var port = new Option<int>("--port") { Description = "Where to serve; 0 takes a port that is free.", HelpName = "N", DefaultValueFactory = _ => UsualPort };
        NumberRule.Between(port, 0, 65535);
        var command = new Command("serve", "Serve the walker's page to browsers on this computer.") { pages, port };
        command.SetAction((parsed, stop) => guard((terminal, token) => RunAsync(terminal, parsed.GetValue(pages), parsed.GetValue(port), token), parsed, stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string? given, int port, CancellationToken stop)
    {
        if (PageFolder.Find(given, AppContext.BaseDirectory, out IReadOnlyList<string> looked) is not { } pages)
        {
            terminal.Report($"gaitsense: there are no pages to serve: no index.html in {string.Join(" or ", looked)}. Two commands make them, where the sources are:");
            foreach (string line in PageFolder.MadeBy) terminal.Error.WriteLine("  " + line);
            return ExitCode.WrongUsage;
        }

        if (!pages.HasWalk) terminal.Report($"warning: {pages.Path} has the page without the walk's own part, so no walk can begin: {PageFolder.MadeBy[0]}, then build the page again");
        await using PageServer server = await PageServer.StartAsync(pages, port, stop).ConfigureAwait(false);
        terminal.Out.WriteLine($"the walker's page:      {server.Address}");
        terminal.Out.WriteLine($"with simulated shoes:   {server.Address}?demo");
        terminal.Report("only this computer can open it; Ctrl-C ends it");
        try
        {
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(false);
        }
        finally
        {
            await server.StopAsync().ConfigureAwait(false);
        }

        return ExitCode.Done;
    }
}
