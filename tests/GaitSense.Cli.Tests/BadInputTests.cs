using System.Globalization;
using System.IO.Compression;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>Whatever is given, the answer is one clear line and exit code 1.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    private string Out => _folder["out"];

    [Fact]
    public async Task Analyze_MissingColumn_NamesIt() =>
        (await AnalyzeAsync(_folder.Spoiled("left.csv", t => t.Replace("gyr_y_radps", "gyro_y", StringComparison.Ordinal)))).ShouldFailInOneLine("left.csv", "gyr_y_radps");

    [Fact]
    public async Task Analyze_TextInANumber_NamesLineColumnAndText() =>
        (await AnalyzeAsync(_folder.Spoiled("right.csv", t => RecordingsFolder.Rows(t, (row, i) => i == 98 ? [row[0], "lots", .. row[2..]] : row))))
            .ShouldFailInOneLine("right.csv", "line 100", "acc_x_mps2", "lots");

    [Fact]
    public async Task Analyze_TimeRunningBackward_NamesTheLine() =>
        (await AnalyzeAsync(_folder.Spoiled("left.csv", t => RecordingsFolder.Rows(t, (row, i) => i == 48 ? ["0.1", .. row[1..]] : row)))).ShouldFailInOneLine("left.csv", "line 50", "backward");

    [Fact]
    public async Task Analyze_EmptyFile_SaysSo() => (await AnalyzeAsync(_folder.Spoiled("left.csv", _ => ""))).ShouldFailInOneLine("left.csv", "empty");

    [Fact]
    public async Task Analyze_EmptyDescription_SaysSo() => (await AnalyzeAsync(_folder.Spoiled("session.json", _ => ""))).ShouldFailInOneLine("session.json", "empty");

    [Fact]
    public async Task Analyze_BrokenJson_SaysWhere() =>
        (await AnalyzeAsync(_folder.Spoiled("session.json", t => t[..(t.Length / 2)]))).ShouldFailInOneLine("session.json", "line", "JSON");

    [Fact]
    public async Task Analyze_OtherJson_SaysThatItIsNoRecording() =>
        (await AnalyzeAsync(_folder.Spoiled("session.json", _ => "{\"format\": \"else\"}"))).ShouldFailInOneLine("session.json", "no plain recording");

    [Fact]
    public async Task Analyze_FolderThatIsNoRecording_SaysSo()
    {
        Directory.CreateDirectory(_folder["empty"]);
        (await AnalyzeAsync(_folder["empty"])).ShouldFailInOneLine("empty", "no recording");
    }

    [Fact]
    public async Task Analyze_FileThatIsNoRecording_SaysSo()
    {
        await File.WriteAllBytesAsync(_folder["photo.jpg"], [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[100]], TestContext.Current.CancellationToken);
        (await AnalyzeAsync(_folder["photo.jpg"])).ShouldFailInOneLine("photo.jpg", "no recording");
    }

    [Fact]
    public async Task Analyze_NothingThere_SaysSo() => (await AnalyzeAsync(_folder["nowhere"])).ShouldFailInOneLine("nowhere", "not there");

    [Fact]
    public async Task Analyze_SensorFileMissing_NamesIt()
    {
        string recording = _folder.Recording();
        File.Delete(Path.Combine(recording, "right.csv"));
        (await AnalyzeAsync(recording)).ShouldFailInOneLine("right.csv", "not there");
    }

    [Fact]
    public async Task Analyze_GzipCutShort_FailsButAnalysesWhatCameBefore()
    {
        string recording = _folder.Recording();
        foreach (string foot in new[] { "left", "right" })
        {
            byte[] plain = await File.ReadAllBytesAsync(Path.Combine(recording, foot + ".csv"), TestContext.Current.CancellationToken);
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(plain);
            byte[] bytes = packed.ToArray();
            await File.WriteAllBytesAsync(Path.Combine(recording, foot + ".csv.gz"), foot is "left" ? bytes[..(bytes.Length * 2 / 3)] : bytes, TestContext.Current.CancellationToken);
        }

        RecordingsFolder.Edit(Path.Combine(recording, "session.json"), t => t.Replace(".csv", ".csv.gz", StringComparison.Ordinal));
        (await AnalyzeAsync(recording)).ShouldFailInOneLine("left.csv.gz");
        File.Exists(_folder["out", "incomplete.txt"]).ShouldBeTrue();
        (await File.ReadAllLinesAsync(_folder["out", "strides.csv"], TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData(1, 1 / 9.80665, "g")]
    [InlineData(1, 9.80665, "9.8 twice")]
    [InlineData(4, 180 / Math.PI, "degrees")]
    [InlineData(4, Math.PI / 180, "gyr")]
    public async Task Analyze_UnitSlip_IsNamedAndGivesNoResults(int firstColumn, double factor, string says)
    {
        string recording = _folder.Spoiled("left.csv", t => RecordingsFolder.Rows(t, (row, _) =>
            [.. row.Select((cell, c) => c >= firstColumn && c < firstColumn + 3 ? (double.Parse(cell, CultureInfo.InvariantCulture) * factor).ToString("R", CultureInfo.InvariantCulture) : cell)]));
        (await AnalyzeAsync(recording)).ShouldFailInOneLine("left.csv", says);
        _folder.Files("out").ShouldBeEmpty();
    }

    [Fact]
    public async Task Analyze_OutThatIsAFile_FailsInOneLine()
    {
        await File.WriteAllTextAsync(Out, "in the way", TestContext.Current.CancellationToken);
        (await AnalyzeAsync(_folder.Recording())).ShouldFailInOneLine("out");
    }

    [Fact]
    public async Task Evaluate_WithoutReference_SaysSo()
    {
        string recording = _folder.Recording();
        Directory.Delete(Path.Combine(recording, "reference"), recursive: true);
        Cli.Outcome outcome = await Cli.RunAsync("evaluate", recording);
        outcome.ShouldFailInOneLine("walk", "reference", "gaitsense analyze");
        outcome.Out.ShouldContain("end to origin");
        (await Cli.RunAsync("evaluate", recording, "--out", Out)).ShouldFailInOneLine("walk", "reference", "gaitsense analyze");
        Directory.Exists(Out).ShouldBeFalse("what would be written is about nothing");
    }

    [Fact]
    public async Task Evaluate_SeveralWithoutReference_SaysSoInOneLine()
    {
        string[] recordings = [_folder.Recording("one"), _folder.Recording("two")];
        foreach (string recording in recordings) Directory.Delete(Path.Combine(recording, "reference"), recursive: true);
        (await Cli.RunAsync(["evaluate", .. recordings])).ShouldFailInOneLine("none of the 2 recordings", "reference");
    }

    [Theory, InlineData("replay"), InlineData("doctor"), InlineData("evaluate"), InlineData("walk", "--replay")]
    public async Task OtherCommands_NoRecording_FailInOneLine(params string[] command) =>
        (await Cli.RunAsync([.. command, _folder["nowhere"]])).ShouldFailInOneLine("nowhere", "not there");

    [Fact]
    public async Task Errors_WithVerbose_ShowTheDetails()
    {
        Cli.Outcome outcome = await Cli.RunAsync("doctor", _folder["nowhere"], "--verbose");
        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain("   at ");
    }

    [Fact]
    public void Line_OfAnUnexpectedException_IsOneLineThatSaysHowToReport()
    {
        string line = Errors.Line(new InvalidOperationException("first\r\n  second"));
        line.ShouldContain("first second");
        line.ShouldContain("--verbose");
        line.ShouldNotContain("\n");
    }

    public void Dispose() => _folder.Dispose();

    private Task<Cli.Outcome> AnalyzeAsync(string recording) => Cli.RunAsync("analyze", recording, "--out", Out);
}
