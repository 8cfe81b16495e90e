using System.Diagnostics;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Sessions;

namespace GaitSense.Cli.Tests;

/// <summary>A study of other programs' files from the command line: trees in, trees out, and people told apart.</summary>
public sealed class StudyTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Convert_Study_GivesTheTreeOfRecordingsThatAnalyzeReadsAlike()
    {
        Study("P01/T1", "P01/T2", "P02/T1");
        Cli.Outcome converted = await Cli.RunAsync("convert", _folder["study"], "--out", _folder["rec"]);
        converted.Code.ShouldBe(ExitCode.Done, converted.Error);
        converted.Out.ShouldContain("recordings: 3 of 3");
        (await Cli.RunAsync("analyze", _folder["rec"], "--out", _folder["a"])).Code.ShouldBe(ExitCode.Done);
        Cli.Outcome direct = await Cli.RunAsync("analyze", _folder["study"], "--out", _folder["b"]);
        direct.Code.ShouldBe(ExitCode.Done, direct.Error);
        foreach (string visit in new[] { "P01/T1", "P01/T2", "P02/T1" })
            (await Text("b", visit, "strides.csv")).ShouldBe(await Text("a", visit, "strides.csv"), visit);
        string[] table = (await Text("b", "", "cohort.csv")).TrimEnd('\n').Split('\n');
        table[0].ShouldEndWith(",participant,visit,group");
        table[1].ShouldEndWith(",P01,T1,");
    }

    // Converted, a recording has left its study's table behind.
    [Fact]
    public async Task Convert_StudyWithATable_KeepsWhoseEachRecordingIs()
    {
        Study("a/one", "a/two");
        await File.WriteAllTextAsync(_folder["study", "participants.csv"], "folder;participant;visit;group\na/one;17;pre;MS\na/two;17;post;MS\n", TestContext.Current.CancellationToken);
        (await Cli.RunAsync("convert", _folder["study"], "--out", _folder["rec"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("analyze", _folder["rec"], "--out", _folder["a"])).Code.ShouldBe(ExitCode.Done);
        string[] table = (await Text("a", "", "cohort.csv")).TrimEnd('\n').Split('\n');
        table[1].ShouldEndWith(",17,pre,MS");
        table[2].ShouldEndWith(",17,post,MS");
    }

    // Who walked, when and of which group stands beside the numbers themselves, and a comparison says it first.
    [Fact]
    public async Task Compare_TwoVisitsOfAStudy_NamesThePerson()
    {
        Study("P01/T1", "P01/T2");
        await File.WriteAllTextAsync(_folder["study", "participants.csv"], "participant;group\nP01;MS\n", TestContext.Current.CancellationToken);
        (await Cli.RunAsync("analyze", _folder["study"], "--out", _folder["a"])).Code.ShouldBe(ExitCode.Done);
        string summary = await Text("a", "P01/T2", "summary.json");
        foreach (string line in new[] { "\"participant\": \"P01\"", "\"visit\": \"T2\"", "\"group\": \"MS\"" }) summary.ShouldContain(line);
        (await Text("a", "P01/T2", "report.html")).ShouldContain("Participant P01, visit T2, group MS");
        Cli.Outcome compared = await Cli.RunAsync("compare", _folder["a", "P01", "T1"], _folder["a", "P01", "T2"], "--out", _folder["c"]);
        compared.Out.ShouldContain("P01: T1 -> T2");
        (await Text("c", "", "compare.html")).ShouldContain("<h1>P01: T1 → T2</h1>");

        // The folder above is no result, and which were meant is not guessed.
        Cli.Outcome above = await Cli.RunAsync("compare", _folder["a", "P01"], _folder["a", "P01", "T2"]);
        above.Code.ShouldBe(ExitCode.WrongUsage);
        above.Error.ShouldContain("holds 2 results (T1, T2)");

        // A new group makes the results anew: it stands in them.
        await File.WriteAllTextAsync(_folder["study", "participants.csv"], "participant;group\nP01;PD\n", TestContext.Current.CancellationToken);
        (await Cli.RunAsync("analyze", _folder["study"], "--out", _folder["a"])).Code.ShouldBe(ExitCode.Done);
        (await Text("a", "P01/T2", "summary.json")).ShouldContain("\"group\": \"PD\"");
    }

    [Fact]
    public async Task Analyze_StudyInShards_GivesTheSameBytes()
    {
        Study("P01/T1", "P01/T2", "P02/T1");
        await File.WriteAllTextAsync(_folder["study", "participants.csv"], "participant;group;age\nP01;MS;57\nP02;HC;61\n", TestContext.Current.CancellationToken);
        (await Cli.RunAsync("analyze", _folder["study"], "--out", _folder["whole"])).Code.ShouldBe(ExitCode.Done);
        foreach (string shard in new[] { "1/2", "2/2" }) (await Cli.RunAsync("analyze", _folder["study"], "--out", _folder["parts"], "--shard", shard)).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("merge", _folder["parts"])).Code.ShouldBe(ExitCode.Done);
        foreach (string file in new[] { CohortFolder.TableName, CohortFolder.PageName, CohortFolder.PeopleName, CohortFolder.ChangeName })
            (await Text("parts", "", file)).ShouldBe(await Text("whole", "", file), file);
        string[] table = (await Text("whole", "", "cohort.csv")).TrimEnd('\n').Split('\n');
        table[0].ShouldEndWith(",participant,visit,group,age");
        table[3].ShouldEndWith(",P02,T1,HC,61");
    }

    [Fact]
    public async Task Convert_StudyWithOneBadVisit_DoesTheOthers()
    {
        Study("P01/T1", "P01/T2", "P02/T1");
        RecordingsFolder.Edit(_folder["study", "P01", "T2", "left.csv"], t => t.Replace("\n0.1000,", "\n0.1000,oops", StringComparison.Ordinal));
        Cli.Outcome outcome = await Cli.RunAsync("convert", _folder["study"], "--out", _folder["rec"]);
        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain("P01/T2");
        outcome.Out.ShouldContain("recordings: 2 of 3");
        Directory.Exists(_folder["rec", "P01", "T2"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Convert_AStudyAgain_DoesWhatIsNewOrWasLeftHalf_AndKeepsWhatSomebodyChanged()
    {
        Study("P01/T1", "P01/T2");
        (await Cli.RunAsync("convert", _folder["study"], "--out", _folder["rec"])).Out.ShouldContain("recordings: 2 of 2 in");
        Study("P02/T1");
        DateTime written = File.GetLastWriteTimeUtc(_folder["rec", "P01", "T1", "left.csv"]);
        // As a run leaves them that was killed between the names of two files.
        File.Delete(_folder["rec", "P01", "T2", "session.json"]);
        Cli.Outcome again = await Cli.RunAsync("convert", _folder["study"], "--out", _folder["rec"]);
        again.Out.ShouldContain("recordings: 3 of 3 in");
        again.Out.ShouldContain("(1 of them earlier)");
        File.GetLastWriteTimeUtc(_folder["rec", "P01", "T1", "left.csv"]).ShouldBe(written);
        File.Exists(_folder["rec", "P01", "T2", "session.json"]).ShouldBeTrue();

        RecordingsFolder.Edit(_folder["rec", "P01", "T1", "session.json"], t => t.Replace("\"version\"", "\"description\": \"mine\", \"version\"", StringComparison.Ordinal));
        File.Delete(_folder["study", "P01", "T2", "right.csv"]);
        Cli.Outcome third = await Cli.RunAsync("convert", _folder["study"], "--out", _folder["rec"]);
        third.ShouldFailInOneLine("P01/T1", "session.json: was changed since gaitsense made it", "move it away");
        third.Error.ShouldNotContain("--force");
        third.Out.ShouldContain("recordings: 2 of 3");
        (await Text("rec", "P01/T1", "session.json")).ShouldContain("mine");
        File.Exists(_folder["rec", "P01", "T2", "right.csv"]).ShouldBeFalse("that foot is in no file any more");
    }

    [Fact]
    public async Task AFolderThatCannotBeRead_AndASessionAstray_HideNothingOfAStudy()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Names that are no text are a matter of Linux.");
        Study("P01/T1", "P01/T2");
        using (Process mkdir = Process.Start("sh", ["-c", $"mkdir \"{_folder["study"]}/$(printf 'P03\\377')\""])) await mkdir.WaitForExitAsync(TestContext.Current.CancellationToken);
        Cli.Outcome converted = await Cli.RunAsync("convert", _folder["study"], "--out", _folder["rec"]);
        converted.ShouldFailInOneLine("P03");
        converted.Out.ShouldContain("recordings: 2 of 3");
        foreach (string tree in new[] { "study", "rec" })
        {
            File.WriteAllText(_folder[tree, "session.gait"], "astray");
            Cli.Outcome analysed = await Cli.RunAsync("analyze", _folder[tree], "--out", _folder["a"]);
            analysed.Code.ShouldBe(ExitCode.WrongUsage);
            analysed.Error.ShouldContain("is a recording itself, and");
        }

        (await Cli.RunAsync("convert", _folder["study"], "--out", _folder["b"])).Code.ShouldBe(ExitCode.WrongUsage);
        Directory.Exists(_folder["b"]).ShouldBeFalse();
        using Process remove = Process.Start("sh", ["-c", $"rmdir \"{_folder["study"]}\"/P03*"]);
        await remove.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Analyze_OptionsThatTheAdviceNames_AreTaken()
    {
        Study("P01/T1");
        string left = _folder["study", "P01", "T1", "left.csv"], right = _folder["study", "P01", "T1", "right.csv"];
        File.Delete(_folder["study", "gaitsense.json"]);
        foreach (string command in new[] { "analyze", "doctor" })
        {
            string[] to = command is "analyze" ? ["--out", _folder["x"]] : [];
            Cli.Outcome refused = await Cli.RunAsync([command, left, .. to]);
            refused.Code.ShouldBe(ExitCode.Failed);
            (refused.Error + refused.Out).ShouldContain("--units acc=g,gyr=deg/s");
            (await Cli.RunAsync([command, left, "--units", "acc=g,gyr=deg/s", .. to])).Code.ShouldBe(ExitCode.Done);
        }

        Cli.Outcome both = await Cli.RunAsync("analyze", "--left", right, "--right", left, "--clock", "shared", "--units", "acc=g,gyr=deg/s", "--out", _folder["y"]);
        both.Code.ShouldBe(ExitCode.Done, both.Error);
        (await Text("y", "", "summary.json")).ShouldContain("right.csv is the left foot, as said");
        (await Cli.RunAsync("analyze", _folder.Recording("own"), "--units", "acc=g", "--out", _folder["z"])).Code.ShouldBe(ExitCode.WrongUsage);
        (await Cli.RunAsync("analyze")).Code.ShouldBe(ExitCode.WrongUsage);
    }

    [Fact]
    public async Task Settings_Mistyped_AreRefusedWithWhatWasMeant()
    {
        Study("P01/T1", "P01/T2");
        await File.WriteAllTextAsync(_folder["study", "gaitsense.json"], "{\"unit\":\"acc=g\"}", TestContext.Current.CancellationToken);
        foreach (string command in new[] { "convert", "analyze" })
            (await Cli.RunAsync(command, _folder["study"], "--out", _folder["o"])).ShouldFailInOneLine("did you mean units?");
    }

    public void Dispose() => _folder.Dispose();

    private Task<string> Text(string root, string visit, string file) => File.ReadAllTextAsync(Path.Combine([_folder[root], .. visit.Split('/'), file]), TestContext.Current.CancellationToken);

    /// <summary>A simulated walk, in g and °/s, in a file a foot.</summary>
    private void Study(params string[] visits)
    {
        string walk = _folder.Recording("walk");
        foreach (string visit in visits)
        {
            string folder = Path.Combine([_folder["study"], .. visit.Split('/')]);
            Directory.CreateDirectory(folder);
            foreach (string foot in new[] { "left", "right" })
            {
                IEnumerable<string> rows = File.ReadLines(Path.Combine(walk, foot + ".csv")).Skip(1).Select(line =>
                {
                    double[] v = [.. line.Split(',').Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
                    return string.Create(CultureInfo.InvariantCulture, $"{v[0]:F4},{string.Join(',', v[1..4].Select(a => (a / 9.80665).ToString("F5", CultureInfo.InvariantCulture)))},{string.Join(',', v[4..7].Select(w => (w * 180 / Math.PI).ToString("F4", CultureInfo.InvariantCulture)))}");
                });
                File.WriteAllLines(Path.Combine(folder, foot + ".csv"), ["Time,ax,ay,az,gx,gy,gz", .. rows]);
            }
        }

        File.WriteAllText(_folder["study", "gaitsense.json"], """{ "units": "acc=g,gyr=deg/s", "clock": "shared" }""");
        Directory.Delete(walk, recursive: true);
    }
}
