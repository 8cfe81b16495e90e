using GaitSense.Analysis.Cohorts;
using GaitSense.Cli.App;
using GaitSense.Cli.Cues;
using GaitSense.Cli.Training;
using GaitSense.Cli.View;
using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Walk;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GaitSense.Cli.Commands;

/// <summary>A walk under way with its view: what <c>replay</c> and <c>walk</c> share.</summary>
/// <param name="terminal">Where it is shown.</param>
/// <param name="source">Where the samples come from.</param>
/// <param name="pace">How fast it is shown, or how its links are, in words; asked for each frame.</param>
/// <param name="output">Where its files go.</param>
/// <param name="observer">A further observer: a recorder, or a comparison with one; null: none.</param>
/// <param name="cues">Cues; told before everybody else. Null: none.</param>
internal sealed class WalkRun(Terminal terminal, IWalkSource source, Func<string> pace, WalkOutput output, IWalkObserver? observer = null, CueRun? cues = null)
{
    // Things that may wait for the screen: some seconds of two feet.
    private const int MaxWaiting = 4096;

    private static readonly TimeSpan FramePeriod = TimeSpan.FromMilliseconds(80);

    /// <summary>Whose walk it is, as those say who know more than its source.</summary>
    public PersonVisit Person { get; init; } = PersonVisit.Unknown;

    /// <summary>The session of a person of the store that the walk is; null: none.</summary>
    public PersonSession? Session { get; init; }

    /// <summary>Runs the walk to its end or to Ctrl-C.</summary>
    /// <param name="plain">Whether lines are wanted even on a terminal.</param>
    /// <param name="stop">Ends the walk cleanly.</param>
    public async Task<int> RunAsync(bool plain, CancellationToken stop)
    {
        IAnsiConsole console = terminal.CreateConsole();
        bool live = !plain && terminal.OutIsTerminal && console.Profile.Capabilities is { Ansi: true, Interactive: true };
        WalkCues? heard = cues?.For(source, output);
        using var results = new WalkResults(output.Folder, heard)
        {
            Person = Person,
            Note = output.Note,
            // The end of a dose is the end of the walk.
            EndsItself = () => Session is { DoseDone.IsCancellationRequested: true } && !stop.IsCancellationRequested,
        };
        results.Failed += (_, _) => terminal.Report($"RESULTS STOPPED: {Errors.Line(results.Failure!)}. The walk goes on.");
        // A screen drops what it cannot show. Lines in a file are a record: there, this recorded walk waits, unless somebody walks to its cues.
        bool drops = live || (heard is not null && source is IRealTimeSource);
        await using var feed = new WalkFeed(MaxWaiting, drops ? FeedOverflow.DropOldest : FeedOverflow.Wait);
        if (heard is not null) heard.Published = feed.OnCues;
        IWalkObserver?[] told = [heard, observer, results, Session?.Observer, feed];
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop, Session?.DoseDone ?? CancellationToken.None);
        Task<WalkEnd> Walk() => WalkRunnerServices.RunHostedAsync(source, [.. told.OfType<IWalkObserver>()], enough.Token);
        WalkEnd result = live ? await ShowLiveAsync(console, feed, Walk).ConfigureAwait(false) : await ShowLinesAsync(feed, Walk).ConfigureAwait(false);
        Session?.Take(results.Summary, result);

        if (results is { Summary: not null, Failure: null }) output.EndResults();
        if (results.Summary is { } summary)
        {
            OutcomeTable.WriteOne(console, summary);
            foreach (string warning in summary.Warnings) terminal.Report($"warning: {warning}");
        }

        if (results.Summary is { } walked) OutcomeTable.WriteCues(terminal, walked);
        foreach (string line in cues?.Lines() ?? []) terminal.Out.WriteLine(line);
        if (results is { ReportPath: { } report, Summary: not null, Failure: null }) terminal.Out.WriteLine($"report: {report}");
        if (results.Failure is not null) return ExitCode.Failed; // said when it happened
        // Sensors that were waited for in vain: it is no walk, however the waiting ended.
        if (result is { Failure: null, Samples: 0 } && (!result.Interrupted || source is IRealTimeSource)) return Errors.Report(terminal, new GaitSenseException(WalkEnd.NoSamples));
        if (result.Interrupted && (stop.IsCancellationRequested || Session is null)) return ExitCode.Interrupted;
        return result.Failure is { } failure ? Errors.Report(terminal, failure) : ExitCode.Done;
    }

    private async Task<WalkEnd> ShowLinesAsync(WalkFeed feed, Func<Task<WalkEnd>> walk)
    {
        await terminal.Out.WriteLineAsync($"{source.Name}, {pace()}").ConfigureAwait(false);
        using var view = new PlainView(feed, terminal.Out);
        return await walk().ConfigureAwait(false);
    }

    private async Task<WalkEnd> ShowLiveAsync(IAnsiConsole console, WalkFeed feed, Func<Task<WalkEnd>> walk)
    {
        using var state = new WalkState(feed);
        IRenderable Frame() => LiveView.Frame(source, pace(), state.Take(), console.Profile.Capabilities.Unicode, cues is not null);
        return await console.Live(Frame()).Overflow(VerticalOverflow.Crop).Cropping(VerticalOverflowCropping.Bottom).StartAsync(async context =>
        {
            Task<WalkEnd> walking = walk();
            while (!walking.IsCompleted)
            {
                await Task.WhenAny(walking, Task.Delay(FramePeriod, terminal.Time, CancellationToken.None)).ConfigureAwait(false);
                context.UpdateTarget(Frame());
            }

            return await walking.ConfigureAwait(false);
        }).ConfigureAwait(false);
    }
}
