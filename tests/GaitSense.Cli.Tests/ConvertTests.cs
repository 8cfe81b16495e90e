using System.Globalization;
using System.Text;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>Other programs' files from the command line: converted, or analysed as they are.</summary>
public sealed class ConvertTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Convert_TwoFeet_MakesARecordingThatAnalyzeReads()
    {
        (string left, string right) = Dots();
        Cli.Outcome converted = await Cli.RunAsync("convert", right, left, "--out", _folder["walk2"]);
        converted.Code.ShouldBe(ExitCode.Done, converted.Error);
        converted.Out.ShouldStartWith("Movella (Xsens) DOT CSV: ");
        foreach (string said in new[] { "Side: ", "Clock: ", "Units: ", "Axes: ", "100 Hz", "no gaps" }) converted.Out.ShouldContain(said);
        converted.Out.ShouldContain($"recording: {_folder["walk2"]}");

        Cli.Outcome analyzed = await Cli.RunAsync("analyze", _folder["walk2"], "--out", _folder["out"]);
        analyzed.Code.ShouldBe(ExitCode.Done, analyzed.Error);
        Strides(_folder["out"]).ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task Analyze_ForeignFile_GivesTheNumbersOfTheConvertedOne()
    {
        (string left, _) = Dots();
        (await Cli.RunAsync("convert", left, "--out", _folder["converted"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("analyze", _folder["converted"], "--out", _folder["out", "a"])).Code.ShouldBe(ExitCode.Done);
        Cli.Outcome direct = await Cli.RunAsync("analyze", left, "--out", _folder["out", "b"]);
        direct.Code.ShouldBe(ExitCode.Done, direct.Error);
        Strides(_folder["out", "b"]).ShouldBeGreaterThan(4);
        foreach (string file in new[] { "strides.csv", "events.csv", "trajectory.csv" })
            (await File.ReadAllTextAsync(_folder["out", "b", file], TestContext.Current.CancellationToken)).ShouldBe(await File.ReadAllTextAsync(_folder["out", "a", file], TestContext.Current.CancellationToken));
        string summary = await File.ReadAllTextAsync(_folder["out", "b", "summary.json"], TestContext.Current.CancellationToken);
        summary.ShouldContain("Imported: Movella (Xsens) DOT CSV.");
        summary.ShouldContain("taken for the left foot by its name");
    }

    [Fact]
    public async Task Analyze_StoppedWhileAFileIsImported_LeavesNothing()
    {
        (string left, _) = Dots();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        foreach (string command in new[] { "analyze", "convert", "doctor" })
        {
            string[] args = command is "doctor" ? [command, left] : [command, left, "--out", _folder["out"]];
            (await Cli.RunAsync(args, TimeProvider.System, stop.Token)).Code.ShouldBe(ExitCode.Interrupted, command);
            Directory.Exists(_folder["out"]).ShouldBeFalse(command);
        }
    }

    [Fact]
    public async Task Evaluate_ForeignFileBesideARecordingWithReference_IsListedWithoutOne()
    {
        (string left, _) = Dots();
        Cli.Outcome outcome = await Cli.RunAsync("evaluate", _folder["simulated"], left);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Out.ShouldContain("left_foot");
    }

    [Fact]
    public async Task Analyze_ForeignFolderAndFile_EachGetTheirOwnName()
    {
        (string left, _) = Dots();
        Cli.Outcome outcome = await Cli.RunAsync("analyze", left, Path.GetDirectoryName(left)!, "--out", _folder["out"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        _folder.Files("out", "left_foot").Contains("strides.csv", StringComparer.Ordinal).ShouldBeTrue();
        _folder.Files("out", "dots").Contains("strides.csv", StringComparer.Ordinal).ShouldBeTrue();
    }

    [Fact]
    public async Task Convert_FileThatIsNothing_IsOneLineThatTeaches()
    {
        await File.WriteAllTextAsync(_folder["shopping.csv"], "milk,eggs\n1,12\n", TestContext.Current.CancellationToken);
        (await Cli.RunAsync("convert", _folder["shopping.csv"], "--out", _folder["x"])).ShouldFailInOneLine("shopping.csv", "--columns");
        (await Cli.RunAsync("analyze", _folder["shopping.csv"], "--out", _folder["y"])).ShouldFailInOneLine("shopping.csv", "no recording");
        Directory.Exists(_folder["x"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Convert_IntoItsOwnFolder_LeavesTheInputAlone()
    {
        (string left, _) = Dots();
        string before = await File.ReadAllTextAsync(left, TestContext.Current.CancellationToken);
        (await Cli.RunAsync("convert", left, "--out", Path.GetDirectoryName(left)!)).ShouldFailInOneLine("choose another folder");
        (await File.ReadAllTextAsync(left, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    public void Dispose() => _folder.Dispose();

    private static int Strides(string folder) => File.ReadAllLines(Path.Combine(folder, "strides.csv")).Length - 1;

    /// <summary>A simulated walk as a DOT's app would write it: m/s², deg/s, microseconds.</summary>
    private (string Left, string Right) Dots()
    {
        string recording = _folder.Recording("simulated");
        return (Dot("left"), Dot("right"));

        string Dot(string foot)
        {
            var text = new StringBuilder("sep=,\nDeviceTag:,D\n\nPacketCounter,SampleTimeFine,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z,Status\n");
            foreach (string line in File.ReadLines(Path.Combine(recording, foot + ".csv")).Skip(1))
            {
                double[] v = [.. line.Split(',').Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
                long us = (long)Math.Round(v[0] * 1e6) + 12_345;
                double[] degrees = [.. v[4..7].Select(w => w * 180 / Math.PI)];
                text.Append(CultureInfo.InvariantCulture, $"0,{us},{v[1]},{v[2]},{v[3]},{degrees[0]:R},{degrees[1]:R},{degrees[2]:R},0\n");
            }

            Directory.CreateDirectory(_folder["dots"]);
            string path = _folder["dots", foot + "_foot.csv"];
            File.WriteAllText(path, text.ToString());
            return path;
        }
    }
}
