using GaitSense.Cli.App;
using GaitSense.Clinic.Courses;
using GaitSense.Clinic.Timed;
using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Training.TimedTests;
using GaitSense.Walk;

namespace GaitSense.Cli.Training.Timed;

/// <summary>A walk that is a timed test: the test's screen in place of that of strides, its keys, and no cues.</summary>
/// <param name="terminal">Where it is shown.</param>
/// <param name="keys">The keyboard; null: <paramref name="hand"/> presses.</param>
/// <param name="setting">The test.</param>
/// <param name="scripts">What is read aloud.</param>
/// <param name="hand">Presses known beforehand; null: a person presses.</param>
internal sealed class TestWalk(Terminal terminal, KeyThread? keys, TestSetting setting, TestScripts scripts, TestHand? hand)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.5);

    /// <summary>The simulated person; null: somebody walks, or a recording.</summary>
    public CourseSource? Course { get; init; }

    /// <summary>Whether nobody walks: a simulated person, or a recording that says so.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>The session of a person of the store; null: none, and nothing is kept.</summary>
    public PersonSession? Session { get; init; }

    /// <summary>What came of it; null: it has not ended.</summary>
    public TestResult? Result { get; private set; }

    /// <summary>Runs the test to its end, or to that of its samples, or to Ctrl-C; what there is is kept.</summary>
    /// <param name="source">The walk.</param>
    /// <param name="recorder">Records it; null: nobody.</param>
    /// <param name="stop">Ctrl-C.</param>
    public async Task<int> RunAsync(IWalkSource source, SessionRecording? recorder, CancellationToken stop)
    {
        await using TestVoice voice = new(terminal);
        TestConductOptions options = new(setting, scripts, () => Guid.CreateVersion7(terminal.Time.GetUtcNow()))
        {
            Course = hand is null ? Course : null,
            Truth = Course is { } course ? course.At : null,
            Kept = Session is { } session ? trial => voice.Do(() => session.KeepAsync(trial)) : null,
            Marked = recorder is null ? null : recorder.Mark,
        };
        TestDesk desk = new(options, source, voice, hand);
        using var results = new WalkResults(directory: null) { EndsItself = () => !stop.IsCancellationRequested }; // its own end is no interruption
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _ = desk.Over.ContinueWith(_ => over.Cancel(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await using ITimer timer = terminal.Time.CreateTimer(_ => desk.Pass(HostTime.FromTicks(terminal.Time.GetTimestamp(), terminal.Time.TimestampFrequency)), null, Tick, Tick);
        keys?.Begin(desk.Press);
        WalkEnd end;
        try
        {
            IWalkObserver?[] told = [recorder?.Recorder, results, desk];
            end = await WalkRunnerServices.RunHostedAsync(source, [.. told.OfType<IWalkObserver>()], over.Token).ConfigureAwait(false);
            desk.SamplesEnded();
            // Whoever has still to look at a trial may take their time.
            if (keys is not null && desk.AwaitsReview && !stop.IsCancellationRequested) await Task.WhenAny(desk.Over, Task.Delay(Timeout.InfiniteTimeSpan, stop)).ConfigureAwait(false);
        }
        finally
        {
            keys?.End();
        }

        desk.End(stop.IsCancellationRequested ? "stopped with Ctrl-C" : end.Failure is not null ? "the sensors failed" : "the samples ended");
        Result = desk.Result with { IsSimulated = IsSimulated };
        Session?.Take(results.Summary, end);
        Session?.Take(Result);
        foreach (string line in TestLines.Of(Result)) voice.Write(line);
        foreach (string warning in results.Summary?.Warnings ?? []) voice.Say($"warning: {warning}");
        if (end is { Failure: null, Samples: 0 } && !stop.IsCancellationRequested) return Errors.Report(terminal, new GaitSenseException(WalkEnd.NoSamples));
        if (stop.IsCancellationRequested) return ExitCode.Interrupted;
        if (end.Failure is { } failure) return Errors.Report(terminal, failure);
        if (Result.HasCounted) return ExitCode.Done;
        voice.Say($"gaitsense: {setting.Test.Id}: no trial counts, so there is no result; do it again");
        return ExitCode.Failed;
    }
}
