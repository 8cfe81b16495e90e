using GaitSense.Clinic.Timed;
using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Sessions;
using GaitSense.Storage;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;
using GaitSense.Training.TimedTests;
using GaitSense.Walk;

namespace GaitSense.Clinic.Live;

internal sealed partial class LiveSession
{
    private async Task RunAsync()
    {
        IReadOnlyList<string> lines;
        try
        {
            await using (_source.ConfigureAwait(false))
            {
                // A walk that goes as fast as it can would be over before anybody looks.
                if (_start.Request.IsFast) await _watchers.FirstAsync(WatchWait, _stop.Token).ConfigureAwait(false);
                await WalkAsync().ConfigureAwait(false);
            }

            await _keeping.ConfigureAwait(false);
            SessionStatus status = _walk.Outcome;
            await CompleteAsync(status, status == SessionStatus.CutOff ? StopReason.Technical : status == SessionStatus.EndedEarly ? _why : StopReason.None).ConfigureAwait(false);
            lines = await LinesAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Whatever ended it, its person is free again.
            lines = [InWords(e)];
        }

        try
        {
            await _walk.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            lines = [.. lines, "the session is not kept as it ended: " + InWords(e)];
        }

        Ended = new EndedEvent(Id, Words.InFiles(_walk.Session.Status), [.. lines.Select(_texts.Said)]);
        if (Test is { } test) Tell("test", test.View());
        _watchers.Tell(Snapshot());
        Tell("ended", Ended);
        await _watchers.EndAsync().ConfigureAwait(false);
    }

    // A database that is restarted is waited for.
    private async Task CompleteAsync(SessionStatus status, StopReason why)
    {
        for (long since = _setup.Time.GetTimestamp(), tries = 0; ; tries++)
        {
            try
            {
                await _walk.CompleteAsync(status, why, []).ConfigureAwait(false);
                return;
            }
            catch (StoreException e) when (e.Failure == StoreFailure.Unavailable && _setup.Time.GetElapsedTime(since) < StorePatience)
            {
                if (tries == 0) Notice("store", $"{e.Message}; the walk waits here until it answers");
                await Task.Delay(StoreAgain, _setup.Time).ConfigureAwait(false);
            }
        }
    }

    private static string InWords(Exception failure) => failure switch
    {
        OperationCanceledException => "stopped before the walk began",
        GaitSenseException or IOException or UnauthorizedAccessException => failure.Message,
        _ => $"a fault of the program ended the walk ({failure.GetType().Name})",
    };

    private async Task WalkAsync()
    {
        CancellationToken stop = _stop.Token;
        CuePlan? plan = HasCues ? LiveCues.PlanOf(_walk.Offer, _start.Request.Minutes, _start.Day.Request.History, _texts.Tag) : null;
        IDeskSound? sound = _start.Request.Sound is "desk" ? _setup.Sound : null;
        if (_start.Request.Sound is "desk" && sound is null && plan is not null) Notice("sound", "no sound here: cues are shown only");
        using LiveCues? cues = plan is null ? null : await LiveCues.PrepareAsync(Id, plan, sound, Tell, stop).ConfigureAwait(false);
        IWalkSource source = await _source.OpenAsync(_start.Test?.Test.Id ?? "walk", _walk.RecordTo, _walk.Person.Code, plan, stop).ConfigureAwait(false);
        bool isConfirmed = _start.Request.ChecklistConfirmed;
        WalkCues? heard = cues?.For(source, isConfirmed);
        WalkClock clock = new(source, _source.Time, _source.Time is HurriedTime { Factor: var hurry } ? hurry : 1);
        LiveTest? test = _start.Test is { } setting ? TestOf(setting, source, clock) : null;
        using WalkResults results = new(directory: null, heard) { EndsItself = () => !stop.IsCancellationRequested }; // by its dose, or its test's end
        await using WalkFeed feed = new(MaxWaiting, source is IRealTimeSource ? FeedOverflow.DropOldest : FeedOverflow.Wait);
        if (heard is not null) heard.Published = feed.OnCues;
        using LiveView view = new(Id, feed, source, _texts, Tell);
        _ask = source switch
        {
            BleSource sensors => sensors.Ask,
            PacedSource paced => paced.Ask,
            _ => null,
        };
        if (isConfirmed && source is BleSource) _ask!(WalkRequests.ConfirmChecklist);
        if (_walk.Offer is { } offer && OfferText.Rests(offer, _texts) is { } rests) _walk.RestDue = () => Notice("rest", rests);
        Volatile.Write(ref _view, begun => view.On(begun, clock.SampleS, foot => _source.View(foot, source.Feet)));
        (Clock, Test) = (clock, test);
        if (test is not null) Tell("test", test.View());
        WalkEnd end = await WalkToEndAsync(source, clock, test, [heard, _source.Recording?.Recorder, results, test, _walk.Observer, clock, feed], stop).ConfigureAwait(false);
        _walk.Take(results.Summary, end);
        _last = Snapshot();
        Volatile.Write(ref _view, null);
        _ask = null;
    }

    private async Task<WalkEnd> WalkToEndAsync(IWalkSource source, WalkClock clock, LiveTest? test, IReadOnlyList<IWalkObserver?> told, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop, _walk.DoseDone);
        if (test is not null) _ = test.Over.ContinueWith(_ => over.Cancel(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        using ITimer? passing = test is null ? null : _source.Time.CreateTimer(_ => test.Pass(clock.Now), null, Tick, Tick);
        WalkEnd end = await new WalkRunner(source, [.. told.OfType<IWalkObserver>()], new WalkRunnerOptions()).RunAsync(over.Token).ConfigureAwait(false);
        if (test is null) return end;
        test.SamplesEnded();
        // Whoever has still to look at a trial may take their time.
        if (test.AwaitsReview && !stop.IsCancellationRequested) await Task.WhenAny(test.Over, Task.Delay(Timeout.InfiniteTimeSpan, stop)).ConfigureAwait(false);
        test.End(stop.IsCancellationRequested ? "stopped at the desk" : end.Failure is not null ? "the sensors failed" : "the samples ended");
        _walk.Take(ResultOf(test));
        return end;
    }

    private LiveTest TestOf(TestSetting setting, IWalkSource source, WalkClock clock)
    {
        TestConductOptions options = new(setting, TestScripts.Of(_start.Language), () => Guid.CreateVersion7(_setup.Time.GetUtcNow()))
        {
            Course = _source.Course,
            Truth = _source.Course is { } course ? course.At : null,
            Kept = trial => _keeping = KeepAsync(_keeping, trial), // one at a time: the test holds its lock
            Marked = _source.Recording is { } recording ? recording.Mark : null,
        };
        return new LiveTest(Id, options, source, clock, _texts, Tell);
    }

    private TestResult ResultOf(LiveTest test) => test.Result with { IsSimulated = _source.Kind == Training.Records.SessionSource.Simulation };

    private async Task KeepAsync(Task before, Trial trial)
    {
        // The walk's thread waits for no disk.
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await _walk.KeepAsync(trial).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            Notice("store", $"{e.Message}; the trial is kept with the session");
        }
    }

    private async Task<IReadOnlyList<string>> LinesAsync()
    {
        IReadOnlyList<string> warnings = _walk.Summary?.Warnings ?? [];
        if (Test is not { } test) return [_walk.Walked(_texts), .. warnings];
        TestResult result = ResultOf(test);
        return [.. TestLines.Of(result), .. await _walk.EarlierAsync(result).ConfigureAwait(false), .. warnings];
    }
}
