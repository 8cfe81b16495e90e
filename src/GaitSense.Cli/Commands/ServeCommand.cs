using System.CommandLine;
using System.Net;
using GaitSense.Cli.App;
using GaitSense.Cli.Serve;
using GaitSense.Cli.Training;
using GaitSense.Clinic.Hosting;
using GaitSense.Clinic.Pages;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense serve</c>: the walker's page, the clinician's desk and its API, for browsers of this computer.</summary>
internal static class ServeCommand
{
    private const int UsualPort = 5080;

    private static readonly string Examples =
        $"""
        Examples:
          gaitsense serve                                   then open http://localhost:5080/desk.html, or /?demo, in Chrome or Edge
          gaitsense serve --store clinic.db --port 8080     another store, another port
          gaitsense serve --pages my-build                  another build than the one beside the program
          gaitsense serve --listen 192.168.1.20 --cert clinic.pem    for other computers too, over TLS

        The desk begins with a code that is printed here: whoever has it becomes the administrator. The walker's page walks by itself; what is walked there stays in the browser.
        Only this computer is served, until --listen says otherwise. Without TLS (--insecure-lan) only walkers sign in from elsewhere; a clinician's password is refused there.
        The pages are made by two commands, where the sources are; without them the API is served all the same:
          {PageFolder.MadeBy[0]}
          {PageFolder.MadeBy[1]}
        Ctrl-C ends it.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples) { Parts = [ServeResetCommand.Definition] };

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        var pages = new Option<string?>("--pages") { Description = "Folder of the built page. Default: pages beside the program, else src/GaitSense.Web/dist of the sources it was built in.", HelpName = "FOLDER" };
        pages.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && string.IsNullOrWhiteSpace(result.Tokens[0].Value)) result.AddError("--pages is empty. Give a folder.");
        });
        var port = new Option<int>("--port") { Description = "Where to serve; 0 takes a port that is free.", HelpName = "N", DefaultValueFactory = _ => UsualPort };
        NumberRule.Between(port, 0, 65535);
        var listen = new Option<string?>("--listen") { Description = "An address of this computer that others reach; 0.0.0.0: all. Needs --cert or --insecure-lan.", HelpName = "ADDRESS" };
        AddressRule(listen);
        var certificate = new Option<string?>("--cert") { Description = "Certificate with its key for TLS: PEM, or PKCS 12 without a password.", HelpName = "FILE" };
        var insecure = new Option<bool>("--insecure-lan") { Description = "Serve others without TLS: walkers alone may sign in there." };
        var names = new Option<string[]>("--host") { Description = "A name by which browsers call this computer, beside localhost; may be repeated.", HelpName = "NAME" };
        var proxies = new Option<string[]>("--proxy") { Description = "Address of a proxy whose forwarded headers are believed; may be repeated.", HelpName = "ADDRESS" };
        AddressRule(proxies);
        var log = new Option<string?>("--log") { Description = "A file that receives what is written here, with its time: for a service of Windows, which has no screen.", HelpName = "FILE" };
        var recordings = new Option<string?>("--recordings") { Description = "A folder whose recordings can be walked again at the desk.", HelpName = "FOLDER" };
        var command = new Command("serve", "Serve the walker's page, the clinician's desk and its API.") { pages, port, store.Store, recordings, listen, certificate, insecure, names, proxies, log };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => ServeLog.KeepAsync(
                terminal,
                parsed.GetValue(log),
                kept => RunAsync(
                    kept,
                    parsed.GetValue(pages),
                    new ClinicOptions
                    {
                        Store = store.Location(parsed),
                        Port = parsed.GetValue(port),
                        Listen = parsed.GetValue(listen) is { } address ? IPAddress.Parse(address) : null,
                        Certificate = parsed.GetValue(certificate),
                        InsecureLan = parsed.GetValue(insecure),
                        Names = parsed.GetValue(names) ?? [],
                        Proxies = [.. (parsed.GetValue(proxies) ?? []).Select(IPAddress.Parse)],
                        IdentityKeyFile = terminal.IdentityKeyFile,
                        Clock = terminal.Time,
                        Sensors = new DeskSensors(terminal),
                        Sound = new DeskOutput(terminal),
                        ImportFolder = parsed.GetValue(recordings),
                        Log = line => kept.Report(line),
                    },
                    token),
                token),
            parsed,
            stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string? given, ClinicOptions options, CancellationToken stop)
    {
        PageFolder? pages = PageFolder.Find(given, AppContext.BaseDirectory, out IReadOnlyList<string> looked);
        if (pages is null)
        {
            string why = $"there are no pages to serve: no index.html in {string.Join(" or ", looked)}. Two commands make them, where the sources are:";
            terminal.Report(given is null ? $"warning: {why}" : $"gaitsense: {why}");
            foreach (string line in PageFolder.MadeBy) terminal.Error.WriteLine("  " + line);
            // A folder that somebody named is meant.
            if (given is not null) return ExitCode.WrongUsage;
        }

        if (pages is { HasWalk: false }) terminal.Report($"warning: {pages.Path} has the page without the walk's own part, so no walk can begin: {PageFolder.MadeBy[0]}, then build the page again");
        await using ClinicServer server = await ClinicServer.StartAsync(options with { Pages = pages }, stop).ConfigureAwait(false);
        Say(terminal, server, pages);
        using CancellationTokenSource ends = CancellationTokenSource.CreateLinkedTokenSource(stop, server.Stopping);
        try
        {
            await Task.Delay(Timeout.Infinite, ends.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Windows stops its service.
        }
        finally
        {
            await server.StopAsync().ConfigureAwait(false);
        }

        return ExitCode.Done;
    }

    private static void Say(Terminal terminal, ClinicServer server, PageFolder? pages)
    {
        if (server.KeptBeforeMigration is { } kept) terminal.Report($"the store was of an older version: it was kept as {kept}, and brought to this one");
        if (pages is not null)
        {
            terminal.Out.WriteLine($"the walker's page:      {server.Address}");
            terminal.Out.WriteLine($"with simulated shoes:   {server.Address}?demo");
        }

        if (pages is { HasDesk: true }) terminal.Out.WriteLine($"the clinician's desk:   {server.Address}desk.html");
        terminal.Out.WriteLine($"the desk's API:         {server.Address}api/v1/");
        terminal.Out.WriteLine($"the store:              {server.Options.Store.Name}");
        if (server.SetupCode is { } code) terminal.Out.WriteLine($"first run, with code:   {code}   (whoever types it at the desk becomes the administrator)");
        terminal.Report(
            server.Options.Listen is not { } address || IPAddress.IsLoopback(address) ? "only this computer can open it; Ctrl-C ends it"
            : server.Options.Certificate is null ? "warning: others can open it without TLS; only walkers sign in there; Ctrl-C ends it" : "others can open it over TLS; Ctrl-C ends it");
    }

    private static void AddressRule(Option option) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens)
            if (!IPAddress.TryParse(token.Value, out _)) result.AddError($"{option.Name} is {token.Value}; it should be an address like 192.168.1.20.");
    });
}
