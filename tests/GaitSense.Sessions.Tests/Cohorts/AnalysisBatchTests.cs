using GaitSense.Analysis.Cohorts;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Files;

namespace GaitSense.Sessions.Tests;

/// <summary>Many recordings, analysed as a server would: a plan, a batch that is polled, outcomes.</summary>
public sealed class AnalysisBatchTests : IDisposable
{
    private static readonly AnalysisOptions Options = new();
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Run_OneFails_DoesTheOthers()
    {
        string[] recordings = [_folder.Recording("z"), _folder.Broken("gone"), _folder.Cut("cut"), _folder.Recording("a")];
        IReadOnlyList<AnalysisOutcome> outcomes = await new AnalysisBatch(AnalysisPlan.Of(recordings, _folder["out"]), Options).RunAsync(2, CancellationToken.None);
        outcomes.Select(o => o.Target.Name).ShouldBe(["z", "gone", "cut", "a"]);
        outcomes.Select(o => o.Status).ShouldBe([CohortStatus.Done, CohortStatus.Failed, CohortStatus.Failed, CohortStatus.Done]);
        (AnalysisOutcome gone, AnalysisOutcome cut) = (outcomes[1], outcomes[2]);
        gone.Failure.ShouldBeOfType<RecordingFormatException>().Message.ShouldBe(gone.Error);
        gone.Error!.ShouldStartWith(_folder["gone", "left.csv.gz"]);
        (gone.Result, gone.Summary).ShouldBe((null, null));
        cut.Result!.Failure.ShouldBeSameAs(cut.Failure);
        cut.Summary.ShouldNotBeNull("what came before the cut has its numbers");
        outcomes.Select(o => _folder.Has("out", o.Target.Name, FinishedStamp.FileName)).ShouldBe([true, false, false, true]);
        string table = await File.ReadAllTextAsync(_folder["out", CohortFolder.TableName], TestContext.Current.CancellationToken);
        table.ShouldContain("gone/left.csv.gz");
        table.ShouldNotContain(_folder["gone"], Case.Sensitive, "the table names no place of this machine");
        _folder.Has("out", CohortFolder.PageName).ShouldBeTrue();
    }

    [Fact]
    public async Task Progress_InTheMiddle_CountsWhatIsDone()
    {
        AnalysisBatch batch = null!;
        AnalysisProgress middle = default;
        string states = "";
        batch = new AnalysisBatch(AnalysisPlan.Of([_folder.Recording("a"), _folder.Cut("b"), _folder.Recording("c")], _folder["out"]), Options)
        {
            InOneLine = _ => // asked for when b is read as far as it goes
            {
                middle = batch.Progress;
                states = string.Join(' ', batch.Outcomes.Select(o => o?.Status.ToString() ?? "-"));
                return "b's words";
            },
        };
        batch.Progress.ShouldBe(new AnalysisProgress(Recordings: 3, Looked: 0, WereFinished: 0, Done: 0, Failed: 0, Share: 0));
        IReadOnlyList<AnalysisOutcome> outcomes = await batch.RunAsync(1, CancellationToken.None);
        states.ShouldBe("Done - -");
        (middle.Looked, middle.ToDo, middle.Done, middle.Failed).ShouldBe((3, 3, 1, 0));
        // By size: b has lost half of one of its two feet.
        middle.Share.ShouldBe(1.75 / 2.75, 0.03);
        batch.Progress.ShouldBe(new AnalysisProgress(Recordings: 3, Looked: 3, WereFinished: 0, Done: 2, Failed: 1, Share: 1));
        outcomes[1].Error.ShouldBe("b's words");
        batch.Outcomes.ShouldBe(outcomes);
    }

    [Fact]
    public async Task Progress_WhileRecordingsAreRead_NeverGoesBack()
    {
        for (int i = 0; i < 6; i++) _folder.Recording("walks", $"w{i}");
        var batch = new AnalysisBatch(Plan("out"), Options);
        List<double> shares = [0];
        Task<IReadOnlyList<AnalysisOutcome>> run = Task.Run(() => batch.RunAsync(2, CancellationToken.None));
        while (!run.IsCompleted)
        {
            shares.Add(batch.Progress.Share);
            await Task.Yield();
        }

        shares.Zip(shares.Skip(1)).Where(s => s.Second < s.First).ShouldBeEmpty();
        shares[^1].ShouldBeLessThanOrEqualTo(1);
        (await run).ShouldAllBe(o => o.Status == CohortStatus.Done);
    }

    [Fact]
    public async Task Run_Stopped_BeginsNoMoreAndTheNextRunGoesOn()
    {
        // While b fails, somebody asks for an end: a is done, c is not begun.
        foreach (string name in new[] { "a", "c" }) _folder.Recording("walks", name);
        string left = Path.Combine(_folder.Recording("walks", "b"), "left.csv.gz");
        File.Move(left, _folder["aside"]);
        using var stop = new CancellationTokenSource();
        IReadOnlyList<AnalysisOutcome> stopped = await new AnalysisBatch(Plan("out"), Options)
        {
            InOneLine = failure =>
            {
                stop.Cancel();
                return failure.Message;
            },
        }.RunAsync(1, stop.Token);
        stopped.Select(o => o.Status).ShouldBe([CohortStatus.Done, CohortStatus.Failed, CohortStatus.NotBegun]);
        (await File.ReadAllTextAsync(_folder["out", CohortFolder.TableName], TestContext.Current.CancellationToken)).ShouldContain("\nc,not_begun,");

        File.Move(_folder["aside"], left);
        IReadOnlyList<AnalysisOutcome> next = await Run(Plan("out"));
        next.ShouldAllBe(o => o.Status == CohortStatus.Done);
        next.Select(o => o.WasFinished).ShouldBe([true, false, false]);
        await Run(Plan("whole"));
        _folder.Contents("out").ShouldBe(_folder.Contents("whole"));
    }

    [Fact]
    public async Task Run_StoppedWithinARecording_IsNotFinishedUnlessItWasDone()
    {
        for (int i = 0; i < 4; i++) _folder.Recording("walks", $"w{i}");
        using var stop = new CancellationTokenSource();
        var batch = new AnalysisBatch(Plan("out"), Options);
        Task<IReadOnlyList<AnalysisOutcome>> run = Task.Run(() => batch.RunAsync(1, stop.Token));
        while (batch.Progress.Share == 0 && !run.IsCompleted) await Task.Yield();
        await stop.CancelAsync();
        foreach (AnalysisOutcome outcome in await run)
        {
            outcome.Error.ShouldBeNull();
            _folder.Has("out", outcome.Target.Name, FinishedStamp.FileName).ShouldBe(outcome.Status == CohortStatus.Done);
        }

        await Run(Plan("out"));
        await Run(Plan("whole"));
        _folder.Contents("out").ShouldBe(_folder.Contents("whole"));
    }

    [Fact]
    public async Task Look_Again_FindsWhatIsFinishedAndRunTakesItAsItIs()
    {
        foreach (string name in new[] { "a", "b" }) _folder.Recording("walks", name);
        IReadOnlyList<AnalysisOutcome> first = await Run(Plan("out"));
        SortedDictionary<string, string> files = _folder.Contents("out");
        File.Delete(_folder["out", "a", "strides.csv"]);
        DateTime written = File.GetLastWriteTimeUtc(_folder["out", "b", "strides.csv"]);

        var batch = new AnalysisBatch(Plan("out"), Options);
        await batch.LookAsync(2, CancellationToken.None);
        batch.Progress.ShouldBe(new AnalysisProgress(Recordings: 2, Looked: 2, WereFinished: 1, Done: 0, Failed: 0, Share: 0));
        IReadOnlyList<AnalysisOutcome> second = await batch.RunAsync(2, CancellationToken.None);
        batch.Progress.ShouldBe(new AnalysisProgress(Recordings: 2, Looked: 2, WereFinished: 1, Done: 1, Failed: 0, Share: 1));
        second.Select(o => o.WasFinished).ShouldBe([false, true]);
        second.Select(o => o.Summary!.ToJson()).ShouldBe(first.Select(o => o.Summary!.ToJson()), "numbers are those of the files, whoever made them");
        _folder.Contents("out").ShouldBe(files);
        File.GetLastWriteTimeUtc(_folder["out", "b", "strides.csv"]).ShouldBe(written);

        (await new AnalysisBatch(Plan("out"), Options) { Again = true }.RunAsync(2, CancellationToken.None)).ShouldAllBe(o => !o.WasFinished);
        (await new AnalysisBatch(Plan("out"), Options with { FullTrajectory = true }).RunAsync(2, CancellationToken.None)).ShouldAllBe(o => !o.WasFinished);
    }

    [Fact]
    public async Task Run_WithoutCohort_LeavesResultsOnly()
    {
        foreach (string name in new[] { "a", "b" }) _folder.Recording("walks", name);
        IReadOnlyList<AnalysisOutcome> outcomes = await Run(Plan("out").WithoutCohort());
        outcomes.ShouldAllBe(o => o.Status == CohortStatus.Done && o.Summary != null);
        Directory.GetFiles(_folder["out"]).ShouldBeEmpty();
        _folder.Has("out", "a", "summary.json").ShouldBeTrue();
        _folder.Has("out", "a", FinishedStamp.FileName).ShouldBeFalse();
    }

    [Fact]
    public async Task Run_TableThatCannotBeWritten_IsRefusedBeforeTheWorkWhereThatIsSeen_ElseAFailureAfterTheRecordings()
    {
        foreach (string name in new[] { "a", "b" }) _folder.Recording("walks", name);
        Directory.CreateDirectory(_folder["taken", CohortFolder.TableName]);
        await Should.ThrowAsync<OutputRefusedException>(() => new AnalysisBatch(Plan("taken"), Options).RunAsync(1, CancellationToken.None));
        _folder.Has("taken", "a").ShouldBeFalse();

        var batch = new AnalysisBatch(Plan("out"), Options);
        Task run = Task.Run(() => batch.RunAsync(1, CancellationToken.None));
        while (batch.Progress.Share == 0 && !run.IsCompleted) await Task.Yield();
        Directory.CreateDirectory(_folder["out", CohortFolder.TableName]);
        await Should.ThrowAsync<RecordingWriteException>(() => run);
        batch.Outcomes.ShouldAllBe(o => o!.Status == CohortStatus.Done);
    }

    [Fact]
    public async Task Batch_UsedInAWrongWay_IsTheCallersFault()
    {
        _folder.Recording("walks", "a");
        var batch = new AnalysisBatch(Plan("out"), Options);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => batch.RunAsync(0, CancellationToken.None));
        await batch.RunAsync(1, CancellationToken.None);
        await Should.ThrowAsync<InvalidOperationException>(() => batch.RunAsync(1, CancellationToken.None));
        await Should.ThrowAsync<InvalidOperationException>(() => batch.LookAsync(1, CancellationToken.None));
    }

    [Fact]
    public void InOneLine_ByItself_SaysWhatFailed()
    {
        Func<Exception, string> words = new AnalysisBatch(AnalysisPlan.Of([_folder.Recording("a")], _folder["out"]), Options).InOneLine;
        words(new GaitSenseException("left.csv:\r\n  is cut")).ShouldBe("left.csv: is cut");
        words(new InvalidOperationException("no\nway")).ShouldBe("unexpected InvalidOperationException: no way");
    }

    public void Dispose() => _folder.Dispose();

    private static Task<IReadOnlyList<AnalysisOutcome>> Run(AnalysisPlan plan) => new AnalysisBatch(plan, Options).RunAsync(2, CancellationToken.None);

    private AnalysisPlan Plan(string outDirectory) => AnalysisPlan.Of([_folder["walks"]], _folder[outDirectory]);
}
