using System.Globalization;
using System.Text.Json;
using GaitSense.Cli.App;
using GaitSense.Recording.Plain;

namespace GaitSense.Cli.Tests;

/// <summary>The small files that went wrong in the field (<c>../shared/cases/files</c>), with the real command. The kinds they stand for are tested where they are read.</summary>
public sealed class FileCaseTests : IDisposable
{
    private static readonly string? Cases = Repository.Shared("cases", "files");

    private readonly RecordingsFolder _folder = new();

    [Theory]
    [InlineData("repeated-times/batch3.csv")]
    [InlineData("repeated-times/batch8.csv")]
    public async Task Analyze_BatchesWithOneTime_GiveTheWalk(string file)
    {
        Cli.Outcome outcome = await Cli.RunAsync("analyze", Case(file), "--out", _folder["out"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        double[] lengths = [.. (await File.ReadAllLinesAsync(_folder["out", "strides.csv"], TestContext.Current.CancellationToken)).Skip(1).Select(l => l.Split(',')).Where(r => r.Contains("true", StringComparer.Ordinal)).Select(r => double.Parse(r[9], CultureInfo.InvariantCulture)).Order()];
        lengths.Length.ShouldBe(35);
        lengths[17].ShouldBe(1.373, 0.01373);
        (await Session("convert", file)).Assumptions.ShouldContain(a => a.Contains("100 Hz", StringComparison.Ordinal) && a.Contains("share each", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("decimal_comma_semicolon.csv", "a comma separates decimals")]
    [InlineData("excel_empty_rows.csv", "302, 303, 304: empty rows")]
    [InlineData("header_again.csv", "Line 151: the header once more")]
    [InlineData("iso_times.csv", "dates and clock times")]
    [InlineData("latin1_units.csv", "Latin-1")]
    [InlineData("r_NA.csv", "1 rows without all numbers")]
    [InlineData("units_row.csv", "row of units")]
    [InlineData("utf16_tab.txt", "UTF-16")]
    public async Task Convert_TextForms_AreTheCleanFilesFirstThreeSeconds(string file, string says)
    {
        (string[] said, List<double[]> rows) = await Session("convert", "text-forms/" + file);
        said.ShouldContain(a => a.Contains(says, StringComparison.Ordinal));
        rows.Count.ShouldBe(300);
        string[] clean = [.. File.ReadLines(Case("clip-2g/clean.csv")).Skip(1).Take(300)];
        for (int i = 0; i < rows.Count; i++)
        {
            double[] expected = [.. clean[i].Split(',').Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
            for (int k = 0; k < 7; k++)
                if (!double.IsNaN(rows[i][k])) rows[i][k].ShouldBe(expected[k], k == 0 ? 1e-6 : 1e-3, $"row {i}, column {k}");
        }
    }

    [Theory]
    [InlineData("repeated-times/all_equal_excel.csv", "equal", "--rate")]
    [InlineData("dot-10kHz-ticks/dot_pc_sdk.csv", "10 000 Hz", "--units time=100us")]
    [InlineData("dot-10kHz-ticks/dot_pc_sdk_no_counter.csv", "10 000 Hz", "--units time=100us")]
    [InlineData("metabase-gravity-as-accel", "gravity", "acceleration")]
    [InlineData("raw-counts/int16.csv", "micros, ax, ay, az, gx, gy, gz", "--scale \"acc=2048/g,gyr=16.4/(deg/s)\"")]
    public async Task AnyCommand_FileThatCannotBeTold_IsRefusedWithTheWayOut(string file, string says, string advises)
    {
        foreach (string command in new[] { "convert", "analyze", "doctor" })
        {
            string[] to = command is "doctor" ? [] : ["--out", _folder["out"]];
            Cli.Outcome outcome = await Cli.RunAsync([command, Case(file), .. to]);
            outcome.Code.ShouldBe(ExitCode.Failed, command);
            outcome.Error.ShouldContain(says);
            outcome.Error.ShouldContain(advises);
            File.Exists(_folder["out", "session.json"]).ShouldBeFalse();
            if (command is "convert") Directory.Exists(_folder["out"]).ShouldBeFalse("a refusal leaves no empty folder");
        }
    }

    [Theory]
    [InlineData("two-feet-one-csv/both.csv", "Clock: shared", 2)]
    [InlineData("metabase-fusion-files", "Gravity_100.000Hz_1.4.4.csv (gravity)", 1)]
    [InlineData("unit-check-too-early/six_fast_samples.csv", "6 samples, 1.50 to 1.55 s", 1)]
    [InlineData("unit-check-too-early/zeros_first_1s.csv", "100 samples, 0.00 to 0.99 s", 1)]
    [InlineData("bids-header-row/ds", "Line 1 names the columns", 2)]
    [InlineData("bids-session-root/ds", "LATENCY", 2)]
    [InlineData("physilog-unnamed/LF.csv", "row of units", 1)]
    public async Task Convert_FileThatIsUnambiguous_IsReadAndSaid(string file, string says, int feet)
    {
        (string[] said, List<double[]> rows) = await Session("convert", file);
        said.ShouldContain(a => a.Contains(says, StringComparison.Ordinal));
        PlainRecording.Open(_folder["convert"]).Sensors.Count.ShouldBe(feet);
        rows.Count.ShouldBeGreaterThanOrEqualTo(300);
    }

    public void Dispose() => _folder.Dispose();

    private static string Case(string file)
    {
        Assert.SkipWhen(Cases is null, "The files of the field (../shared/cases/files) are not here.");
        return Path.Combine([Cases!, .. file.Split('/')]);
    }

    private async Task<(string[] Assumptions, List<double[]> Rows)> Session(string name, string file)
    {
        Cli.Outcome outcome = await Cli.RunAsync("convert", Case(file), "--out", _folder[name]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        using JsonDocument session = JsonDocument.Parse(await File.ReadAllBytesAsync(_folder[name, "session.json"], TestContext.Current.CancellationToken));
        string[] said = [.. session.RootElement.GetProperty("assumptions").EnumerateArray().Select(a => a.GetString()!)];
        foreach (string one in said) outcome.Out.ShouldContain(one);
        string csv = session.RootElement.GetProperty("sensors")[0].GetProperty("file").GetString()!;
        return (said, [.. File.ReadLines(_folder[name, csv]).Skip(1).Select(l => (double[])[.. l.Split(',').Select(f => f.Length == 0 ? double.NaN : double.Parse(f, CultureInfo.InvariantCulture))])]);
    }
}
