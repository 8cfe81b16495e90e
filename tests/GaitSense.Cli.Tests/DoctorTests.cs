using System.Globalization;
using System.Text.Json;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>What <c>doctor</c> says of recordings, good and bad.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Doctor_GoodRecording_HasNoProblem()
    {
        using JsonDocument report = await JsonAsync(ExitCode.Done, _folder.Recording());
        report.RootElement.GetProperty("format").GetString().ShouldBe("plain recording");
        report.RootElement.GetProperty("clock").GetString().ShouldBe("shared");
        JsonElement left = report.RootElement.GetProperty("sensors")[0];
        left.GetProperty("foot").GetString().ShouldBe("left");
        left.GetProperty("rate_hz").GetDouble().ShouldBe(100, 0.01);
        left.GetProperty("gaps").GetInt32().ShouldBe(0);
        left.GetProperty("rest_share").GetDouble().ShouldBeInRange(0.01, 1);
        left.GetProperty("rest_accel_mps2").GetDouble().ShouldBe(9.81, 0.6);
        Kinds(report, onlyProblems: true).ShouldBeEmpty();
    }

    [Fact]
    public async Task Doctor_WhatIsNotThere_HasNoFormat()
    {
        Cli.Outcome outcome = await Cli.RunAsync("doctor", _folder["nothing"]);
        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Out.ShouldNotContain("format");
        outcome.Error.ShouldContain("or another program's file");
    }

    // Five strides do not tell whether a sensor is on a foot: that nothing was found must not read as if it had been looked for.
    [Fact]
    public async Task Doctor_ShortWalk_SaysWhatWasNotChecked()
    {
        string recording = _folder.Recording();
        foreach (string foot in new[] { "left.csv", "right.csv" }) RecordingsFolder.Edit(Path.Combine(recording, foot), t => string.Join('\n', t.Split('\n').Take(700)) + "\n");
        Cli.Outcome outcome = await Cli.RunAsync("doctor", recording);
        outcome.Out.ShouldContain("unchecked left: whether it is on a foot");
        outcome.Out.ShouldContain("nothing looks wrong in what was checked");
        using JsonDocument report = await JsonAsync(ExitCode.Done, recording);
        report.RootElement.GetProperty("unchecked").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Doctor_RecordingInG_NamesTheUnitsAndFails()
    {
        string recording = _folder.Spoiled("left.csv", t => RecordingsFolder.Rows(t, (row, _) =>
            [.. row.Select((cell, c) => c is >= 1 and <= 3 ? (double.Parse(cell, CultureInfo.InvariantCulture) / 9.80665).ToString("R", CultureInfo.InvariantCulture) : cell)]));
        using JsonDocument report = await JsonAsync(ExitCode.Failed, recording);
        Kinds(report, onlyProblems: true).ShouldBe("units");
        Cli.Outcome outcome = await Cli.RunAsync("doctor", recording);
        outcome.Out.ShouldContain("PROBLEM   left: ");
        outcome.Out.ShouldContain("is this in g?");
        outcome.ShouldFailInOneLine("units are wrong");
    }

    [Fact]
    public async Task Doctor_GapAndTimeRunningBackward_AreBothNamed()
    {
        string recording = _folder.Spoiled("left.csv", t => RecordingsFolder.Rows(string.Join('\n', t.Split('\n').Where((_, i) => i is < 300 or > 340)), (row, i) => i == 900 ? ["0.1", .. row[1..]] : row));
        using JsonDocument report = await JsonAsync(ExitCode.Failed, recording);
        Kinds(report).ShouldContain("gaps");
        Kinds(report, onlyProblems: true).ShouldContain("unreadable");
        report.RootElement.GetProperty("sensors")[0].GetProperty("longest_gap_s").GetDouble().ShouldBe(0.42, 1e-6);
        report.RootElement.GetProperty("sensors")[0].GetProperty("samples").GetInt64().ShouldBe(900);
        report.RootElement.GetProperty("error").GetString()!.ShouldContain("backward");
    }

    [Fact]
    public async Task Doctor_FeetSwapped_SaysSo()
    {
        string recording = _folder["walk"];
        (await Cli.RunAsync("simulate", "there-and-back", "--out", recording, "--seed", "2", "--duration", "120")).Code.ShouldBe(ExitCode.Done);
        using JsonDocument asWorn = await JsonAsync(ExitCode.Done, recording);
        (asWorn.RootElement.GetProperty("sides").GetString() is "swapped").ShouldBeFalse();
        File.Move(Path.Combine(recording, "left.csv.gz"), Path.Combine(recording, "x"));
        File.Move(Path.Combine(recording, "right.csv.gz"), Path.Combine(recording, "left.csv.gz"));
        File.Move(Path.Combine(recording, "x"), Path.Combine(recording, "right.csv.gz"));
        using JsonDocument swapped = await JsonAsync(ExitCode.Done, recording);
        if (asWorn.RootElement.GetProperty("sides").GetString() is "as_worn")
        {
            swapped.RootElement.GetProperty("sides").GetString().ShouldBe("swapped");
            Kinds(swapped).ShouldContain("sides");
        }
    }

    [Fact]
    public async Task Doctor_OneFootCopiedToTheOther_IsAProblem()
    {
        string recording = _folder.Recording();
        File.Copy(Path.Combine(recording, "left.csv"), Path.Combine(recording, "right.csv"), overwrite: true);
        using JsonDocument report = await JsonAsync(ExitCode.Done, recording);
        Kinds(report, onlyProblems: true).ShouldContain("same_data");
    }

    [Fact]
    public async Task Doctor_ForeignFile_SaysItsFormatAndWhatWasAssumed()
    {
        string bids = _folder["bids"];
        (await Cli.RunAsync("convert", _folder.Recording(), "--to", "bids", "--out", bids)).Code.ShouldBe(ExitCode.Done);
        using JsonDocument report = await JsonAsync(ExitCode.Done, bids);
        report.RootElement.GetProperty("format").GetString().ShouldBe("BIDS-motion");
        report.RootElement.GetProperty("assumed").GetArrayLength().ShouldBeGreaterThan(4);
        (await Cli.RunAsync("doctor", bids)).Out.ShouldContain("assumed   ");
    }

    [Fact]
    public async Task Doctor_WhatCannotBeOpened_IsJsonToo()
    {
        using JsonDocument report = await JsonAsync(ExitCode.Failed, _folder["nowhere"]);
        report.RootElement.GetProperty("error").GetString()!.ShouldContain("is not there");
        (await Cli.RunAsync("doctor", "--json")).Code.ShouldBe(ExitCode.WrongUsage);
    }

    public void Dispose() => _folder.Dispose();

    private static string Kinds(JsonDocument report, bool onlyProblems = false) => string.Join(
        ' ', report.RootElement.GetProperty("findings").EnumerateArray().Where(f => !onlyProblems || f.GetProperty("problem").GetBoolean()).Select(f => f.GetProperty("kind").GetString()!));

    private static async Task<JsonDocument> JsonAsync(int code, string path)
    {
        Cli.Outcome outcome = await Cli.RunAsync("doctor", path, "--json");
        outcome.Code.ShouldBe(code, outcome.Error);
        return JsonDocument.Parse(outcome.Out);
    }
}
