using GaitSense.Core;
using GaitSense.Recording.Import;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Tests;

/// <summary>Any CSV, told or read by its header; what is refused, and who is on which foot.</summary>
public sealed class GenericCsvTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static readonly string Bare = string.Concat(Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($"{i},0.5,-0.25,9.75,1,-2,{i}\n")));

    [Fact]
    public void Convert_ColumnsUnitsAndRateTold_AreTaken()
    {
        _folder.Write("x.csv", "n,a1,a2,a3,w1,w2,w3\n" + Bare);
        (ImportResult result, List<ImuSample> samples) = Imports.One(_folder, "x.csv", new ImportOptions { Columns = "acc_x=a3,acc_y=-a2,acc_z=a1,gyr_x=w1,gyr_y=w2,gyr_z=-w3", Units = "acc=m/s2,gyr=rad/s", RateHz = 200, Left = _folder["x.csv"] });
        samples[3].ShouldBe(new ImuSample(new DeviceTime(15_000), new(9.75, 0.25, 0.5), new(1, -2, -3)));
        result.Feet.ShouldBe([Foot.Left]);
        result.Assumptions.ShouldContain(a => a.Contains("acc_y = -a2", StringComparison.Ordinal));
        result.Assumptions.ShouldContain(a => a.Contains("200", StringComparison.Ordinal) && a.Contains("--rate", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_ColumnsByNumberWithoutAHeader_StartsAtTheFirstNumbers()
    {
        _folder.Write("x.csv", "some words, and more\n" + Bare);
        Imports.One(_folder, "x.csv", new ImportOptions { Columns = "1,2,3,4,5,6,7", Units = "acc=m/s2,gyr=deg/s,time=ms" }).Samples[7]
            .ShouldBe(Imports.AsWritten(7_000, new(0.5, -0.25, 9.75), new Vector3D(1, -2, 7) * (Math.PI / 180)));
    }

    [Fact]
    public void Convert_OnePlainSensorFile_IsReadByItsOwnHeader()
    {
        _folder.Write("left.csv", Csv.Rows(50));
        Imports.One(_folder, "left.csv").Samples.ShouldBe(Csv.Read(Csv.Rows(50)).Samples);
    }

    [Fact]
    public void IsForeign_FilesOfAPlainRecording_AreReadThroughTheirSession()
    {
        _folder.Write("walks/one/left.csv", "");
        _folder.Write("walks/one/left.csv", Csv.Rows(50));
        RecordingImport.IsForeign(_folder["walks/one/left.csv"]).ShouldBeTrue();
        RecordingImport.IsForeign(_folder["walks"]).ShouldBeTrue();
        _folder.Write("walks/one/session.json", "{}");
        foreach (string path in new[] { "walks", "walks/one", "walks/one/left.csv", "walks/one/session.json", "nowhere" }) RecordingImport.IsForeign(_folder[path]).ShouldBeFalse(path);
    }

    [Fact]
    public void Convert_PackedFile_IsTheSameAsUnpacked()
    {
        _folder.Write("left.csv.gz", Csv.Gzip(Foreign.One["movella-dot"]()));
        (_, List<ImuSample> packed) = Imports.One(_folder, "left.csv.gz");
        _folder.Write("right.csv", Foreign.Dot());
        Imports.One(_folder, "right.csv").Samples.ShouldBe(packed);
    }

    [Theory]
    [InlineData("t,ax,ay,az,gx,gy,gz\n0,1,2,3,4,5,6\n", null, null, "nothing states the units")]
    [InlineData("t,ax,ay,az,gx,gy,gz\n0,1,2,3,4,5,6\n", null, "acc=stone,gyr=rad/s", "stone")]
    [InlineData("ax,ay,az,gx,gy,gz\n1,2,3,4,5,6\n", null, "acc=g,gyr=rad/s", "--rate HZ")]
    [InlineData("t,ax,ay,az,gx,gy,gz\n0,1,2,3,4,5,6\n", "time=t,acc_x=ax", "acc=g,gyr=rad/s", "acc_y")]
    [InlineData("t,ax,ay,az,gx,gy,gz\n0,1,2,3,4,5,6\n", "time=t,acc_x=nothere,acc_y=ay,acc_z=az,gyr_x=gx,gyr_y=gy,gyr_z=gz", "acc=g,gyr=rad/s", "nothere")]
    [InlineData("t,ax,ax,ay,az,gx,gy,gz\n0,1,1,2,3,4,5,6\n", null, "acc=g,gyr=rad/s", "several columns look like acc_x")]
    [InlineData("t,ax,ay,az,gx,gy,gz\n0,1,2,3,4,5,6\n0.01,1,2,lots,4,5,6\n", null, "acc=g,gyr=rad/s", ", line 3, column az: \"lots\" is no number")]
    [InlineData("t,ax,ay,az,gx,gy,gz\n1,1,2,3,4,5,6\n0.5,1,2,3,4,5,6\n", null, "acc=g,gyr=rad/s", ", line 3, column t: time goes backward")]
    [InlineData("t;ax;ay;az;gx;gy;gz\n0,5;1.5;2;3;4;5;6\n", null, "acc=g,gyr=rad/s", "a point, not a comma")]
    [InlineData("t,ax,ay,az,gx,gy,gz\n0,1,2,3\n", null, "acc=g,gyr=rad/s", ", line 2: the row has 4 fields")]
    [InlineData("a,b\n1,2\n", null, null, "no recording that gaitsense knows")]
    [InlineData("", null, null, "is empty")]
    public void Convert_WhatCannotBeRead_IsOneLineThatSaysWhatToDo(string text, string? columns, string? units, string expected)
    {
        _folder.Write("x.csv", text);
        Imports.Fails(_folder, "x.csv", new ImportOptions { Columns = columns, Units = units }).ShouldContain(expected);
    }

    [Fact]
    public void Convert_UnitsThatTheNumbersContradict_IsRefused()
    {
        string rows = string.Concat(Enumerable.Range(0, 400).Select(i => FormattableString.Invariant($"{i * 0.01},0,0,1.0,0,0,0\n")));
        _folder.Write("x.csv", "time_s,acc_x_mps2,acc_y_mps2,acc_z_mps2,gyr_x_radps,gyr_y_radps,gyr_z_radps\n" + rows);
        Imports.Fails(_folder, "x.csv").ShouldContain("is this in g?");
    }

    [Fact]
    public void Convert_TwoFiles_GoToTheFeetOfTheirNames()
    {
        string a = _folder.Write("walk_r.csv", Foreign.Dot()), b = _folder.Write("walk_LeftFoot.csv", Foreign.Dot(startUs: 77));
        ImportResult result = RecordingImport.Convert([a, b], _folder["out"], new ImportOptions(), stop: TestContext.Current.CancellationToken);
        result.Feet.ShouldBe([Foot.Left, Foot.Right]);
        result.Clock.ShouldBe(RecordingClock.Separate);
        result.Assumptions.Count(x => x.Contains("by its name", StringComparison.Ordinal)).ShouldBe(2);
        Imports.Read(result, Foot.Left)[0].Time.ShouldBe(default);
    }

    [Fact]
    public void Convert_SharedClockSaid_KeepsTheOffsetBetweenTheFeet()
    {
        string left = _folder.Write("left.csv", Foreign.Dot(startUs: 1_500_000)), right = _folder.Write("right.csv", Foreign.Dot());
        ImportResult result = RecordingImport.Convert([left, right], _folder["out"], new ImportOptions { Clock = RecordingClock.Shared }, stop: TestContext.Current.CancellationToken);
        Imports.Read(result, Foot.Left)[0].Time.Microseconds.ShouldBe(500_000);
        Imports.Read(result, Foot.Right)[0].Time.Microseconds.ShouldBe(0);
    }

    [Fact]
    public void Convert_IntoTheFolderOfItsInput_IsRefusedBeforeAnythingIsWritten()
    {
        string file = _folder.Write("left.csv", Foreign.Dot());
        Should.Throw<RecordingFormatException>(() => RecordingImport.Convert([file], _folder.Path, new ImportOptions(), stop: TestContext.Current.CancellationToken)).Message.ShouldContain("choose another folder");
        File.ReadAllText(file).ShouldBe(Foreign.Dot());
    }

    [Fact]
    public void Convert_LastRowCut_IsLeftOutAndSaid()
    {
        _folder.Write("left.csv", Foreign.Dot()[..^3]);
        (ImportResult result, List<ImuSample> samples) = Imports.One(_folder, "left.csv");
        samples.Count.ShouldBe(Foreign.Rows - 1);
        result.Assumptions.ShouldContain(a => a.Contains("may be cut short", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_Assumptions_StandInTheRecording()
    {
        _folder.Write("left.csv", Foreign.Dot());
        (ImportResult result, _) = Imports.One(_folder, "left.csv");
        string session = File.ReadAllText(System.IO.Path.Combine(result.Folder, "session.json"));
        session.ShouldContain("\"assumptions\"");
        result.Assumptions.Count.ShouldBeGreaterThanOrEqualTo(4);
    }

    public void Dispose() => _folder.Dispose();
}
