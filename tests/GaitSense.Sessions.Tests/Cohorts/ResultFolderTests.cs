using GaitSense.Recording.Files;

namespace GaitSense.Sessions.Tests;

/// <summary>Results that lost their note, as copies without hidden files do, or whose note is of an older form: their stamp proves whose they are, if it can.</summary>
public sealed class ResultFolderTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task ResultsWithoutTheirNote_AreProvenByTheirStamp_UnlessOneWasChanged()
    {
        MadeNote made = await AnalyseAsync();
        File.Delete(Note);
        Check(made).Had("strides.csv").ShouldBeTrue();
        Should.Throw<OutputRefusedException>(() => Check(new MadeNote(AnalysisTarget.ResultKind, null, ["another input"])));
        File.AppendAllText(_folder["out", "a", "strides.csv"], "a remark\n");
        Should.Throw<OutputRefusedException>(() => Check(made)).Message.ShouldContain("strides.csv: was changed");
    }

    [Fact]
    public async Task AStampThatDoesNotSayOfWhichInput_ProvesThatFilesAreUnchanged_AndTheNoteOfWhichTheyAre()
    {
        MadeNote made = await AnalyseAsync();
        string stamp = _folder["out", "a", FinishedStamp.FileName];
        File.WriteAllText(stamp, File.ReadAllText(stamp).Replace("\"inputs\"", "\"nothing\"", StringComparison.Ordinal));
        File.WriteAllText(Note, $$"""{"format":"gaitsense-made","version":1,"kind":"results","place":null,"inputs":["{{made.Inputs[0]}}"],"files":["strides.csv"]}""");
        Check(made).Had("strides.csv").ShouldBeTrue();
        File.Delete(Note);
        Should.Throw<OutputRefusedException>(() => Check(made)).Message.ShouldContain("--force");
    }

    [Fact]
    public async Task NewNumbers_TakeAwayTheSignalsAndTheTablesOfBefore_AndNothingThatSomebodyChanged()
    {
        _folder.Recording("walks", "a");
        AnalysisPlan plan = AnalysisPlan.Of([_folder["walks"]], _folder["out"]);
        await new AnalysisBatch(plan, new AnalysisOptions(SignalPage: true)).RunAsync(1, TestContext.Current.CancellationToken);
        OutputNote tables = new OutputRule([]).Check(_folder["out", "a"], ParquetFiles.Names, MadeNote.Of(ParquetFiles.Kind, _folder["walks", "a"]));
        string[] names = [.. ParquetFiles.Names.Take(2)];
        tables.Begin(names);
        foreach (string name in names) File.WriteAllText(_folder["out", "a", name], "columns");
        tables.Settle();
        File.AppendAllText(_folder["out", "a", names[1]], "a remark");
        _folder.Has("out", "a", "signal.html").ShouldBeTrue();
        await new AnalysisBatch(plan, new AnalysisOptions()).RunAsync(1, TestContext.Current.CancellationToken);
        _folder.Has("out", "a", "signal.html").ShouldBeFalse();
        names.Select(n => _folder.Has("out", "a", n)).ShouldBe([false, true]);
    }

    public void Dispose() => _folder.Dispose();

    private string Note => _folder["out", "a", MadeNote.NameOf(FinishedStamp.AllNames[0])];

    private OutputNote Check(MadeNote made) => ResultFolder.Check(new OutputRule([]), _folder["out", "a"], made);

    private async Task<MadeNote> AnalyseAsync()
    {
        foreach (string name in new[] { "a", "b" }) _folder.Recording("walks", name);
        await new AnalysisBatch(AnalysisPlan.Of([_folder["walks"]], _folder["out"]), new AnalysisOptions()).RunAsync(2, TestContext.Current.CancellationToken);
        return MadeNote.Of(AnalysisTarget.ResultKind, _folder["walks", "a"]);
    }
}
