using GaitSense.Core;
using GaitSense.Recording.Import;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Tests;

/// <summary>Each format, as its makers' programs write it: values, units, axes and times to the last printed digit.</summary>
public sealed class ImporterTests : IDisposable
{
    private const double G = 9.80665, Degree = Math.PI / 180;

    private readonly TestFolder _folder = new();

    public static TheoryData<string> Formats() => [.. Foreign.One.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Convert_EachFormat_IsToldByItsContentAlone(string id)
    {
        ImportProbe probe = ImportProbe.Read(_folder.Write("without-a-telling-name.bin", Foreign.One[id]()));
        Importers.For(probe)!.Id.ShouldBe(id);
        Importers.All.Where(i => i.Id is not ("csv" or "csv-parts") && i.CanRead(probe)).Select(i => i.Id).ShouldBe(id is "csv" ? [] : [id]);
    }

    [Fact]
    public void Convert_MovellaDot_IsReadInItsUnits()
    {
        _folder.Write("dot.csv", Foreign.Dot());
        (ImportResult result, List<ImuSample> samples) = Imports.One(_folder, "dot.csv");
        samples.Count.ShouldBe(Foreign.Rows);
        samples[3].ShouldBe(Imports.AsWritten(30_000, new(0.155, -0.25, 9.75), new(90 * Degree, -45 * Degree, 3 * Degree)));
        result.Assumptions.ShouldContain(a => a.Contains("°/s", StringComparison.Ordinal));
        result.Assumptions.ShouldContain(a => a.Contains("Foot A", StringComparison.Ordinal) && a.Contains("right", StringComparison.Ordinal));
        PlainRecording.Open(result.Folder).Sensors[0].RateHz.ShouldBe(100);
    }

    [Fact]
    public void Convert_DotWhoseCounterWraps_GoesOnInTime()
    {
        _folder.Write("dot.csv", Foreign.Dot(startUs: uint.MaxValue - 95_000));
        (ImportResult result, List<ImuSample> samples) = Imports.One(_folder, "dot.csv");
        samples.Select(s => s.Time.Microseconds).ShouldBe(Enumerable.Range(0, Foreign.Rows).Select(i => i * 10_000L));
        result.Assumptions.ShouldContain(a => a.Contains("no gaps", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_RowMissing_StaysAGapAndIsSaid()
    {
        _folder.Write("dot.csv", string.Concat(Foreign.Dot().Split('\n').Where((_, i) => i is < 20 or > 24).Select(l => l + "\n")));
        (ImportResult result, List<ImuSample> samples) = Imports.One(_folder, "dot.csv");
        samples.Max(s => s.Time.Microseconds).ShouldBe((Foreign.Rows - 1) * 10_000);
        result.Assumptions.ShouldContain(a => a.Contains("1 gap longer than 2.5 sample periods, the longest 0.06 s; they stay gaps", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_DotServer_HoldsSensorsByAddress()
    {
        _folder.Write("server.csv", Foreign.DotServer("D4:22:CD:00:00:01", "D4:22:CD:00:00:02"));
        (ImportResult result, _) = Imports.One(_folder, "server.csv", new ImportOptions { Left = "d4:22:cd:00:00:02" });
        result.Feet.ShouldBe([Foot.Left, Foot.Right]);
        Imports.Read(result, Foot.Left)[5].AccelMps2.X.ShouldBe(1);
        Imports.Read(result, Foot.Right)[5].AccelMps2.X.ShouldBe(0);
        result.Clock.ShouldBe(RecordingClock.Separate);
    }

    [Fact]
    public void Convert_DotWithoutRates_SaysWhichModeToUse()
    {
        _folder.Write("dot.csv", "PacketCounter,SampleTimeFine,Euler_X,Euler_Y,Euler_Z,FreeAcc_X,FreeAcc_Y,FreeAcc_Z,Status\n1,2,3,4,5,6,7,8,0\n");
        Imports.Fails(_folder, "dot.csv").ShouldContain("without gravity");
        _folder.Write("dot.csv", "PacketCounter,SampleTimeFine,dq_W,dq_X,dq_Y,dq_Z,dv[1],dv[2],dv[3]\n1,2,3,4,5,6,7,8,0\n");
        Imports.Fails(_folder, "dot.csv").ShouldContain("record in a mode with Acc_X and Gyr_X");
    }

    [Fact]
    public void Convert_MtwByPacketCounter_WrapsAndKeepsLostPacketsAsGaps()
    {
        string text = Foreign.Mtw();
        _folder.Write("mtw.txt", string.Concat(text.TrimEnd('\n').Split('\n').Where((_, i) => i is < 20 or > 24).Select(l => l + "\n")));
        (ImportResult result, List<ImuSample> samples) = Imports.One(_folder, "mtw.txt");
        samples[^1].ShouldBe(Imports.AsWritten(390_000, new(0.5, -0.25, 9.75), new(0.001, -0.002, 0.039)));
        result.Assumptions.ShouldContain(a => a.Contains("1 gap", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_MtwBySampleTimeFine_CountsTenthsOfMilliseconds()
    {
        _folder.Write("mtw.txt", Foreign.Mtw(counter: "4294967000"));
        _folder.Write("mtw.txt", Foreign.Mtw(counter: "500"));
        Imports.One(_folder, "mtw.txt").Samples[7].Time.Microseconds.ShouldBe(70_000);
    }

    [Theory]
    [InlineData("65530", RecordingClock.Shared)]
    [InlineData("100", RecordingClock.Separate)]
    public void Convert_TwoMtws_ShareAClockWhereTheirCountersDo(string otherFirst, RecordingClock expected)
    {
        string left = _folder.Write("left.txt", Foreign.Mtw()), right = _folder.Write("right.txt", Foreign.Mtw(first: otherFirst));
        RecordingImport.Convert([left, right], _folder["out"], new ImportOptions(), stop: TestContext.Current.CancellationToken).Clock.ShouldBe(expected);
    }

    [Fact]
    public void Convert_MetaBase_MergesByTheTimesOfTheGyroscope()
    {
        _folder.Write("in/Meta_left_Accelerometer_100Hz.csv", Foreign.MetaBaseAccel(shiftMs: 4));
        _folder.Write("in/Meta_left_Gyroscope_100Hz.csv", Foreign.MetaBaseGyro());
        (ImportResult result, List<ImuSample> samples) = Imports.One(_folder, "in");
        result.Feet.ShouldBe([Foot.Left]);
        samples.Count.ShouldBe(Foreign.Rows - 1, "after the last acceleration nothing is known of it");
        samples[2].ShouldBe(Imports.AsWritten(20_000, new(0.0024 * G, 0, G), new(180 * Degree, -90 * Degree, 2 * Degree)));
        result.Assumptions.ShouldContain(a => a.Contains("39 of 39", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_MetaBaseWithOneFileNamed_FindsTheOtherBesideIt()
    {
        _folder.Write("in/M_Accelerometer_12.5Hz.csv", Foreign.MetaBaseAccel(shiftMs: 0));
        _folder.Write("in/M_Gyroscope_100Hz.csv", Foreign.MetaBaseGyro());
        Imports.One(_folder, "in/M_Accelerometer_12.5Hz.csv").Samples[2].AccelMps2.X.ShouldBe(Math.Round(0.002 * G, 5, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public void Convert_MetaBaseWithAHoleInOneFile_InventsNothing()
    {
        string accel = string.Concat(Foreign.MetaBaseAccel(shiftMs: 4).TrimEnd('\n').Split('\n').Where((_, i) => i is < 10 or > 19).Select(l => l + "\n"));
        _folder.Write("in/M_Accelerometer.csv", accel);
        _folder.Write("in/M_Gyroscope.csv", Foreign.MetaBaseGyro());
        (ImportResult result, List<ImuSample> samples) = Imports.One(_folder, "in");
        samples.Zip(samples.Skip(1), (a, b) => b.Time.SecondsSince(a.Time)).Max().ShouldBe(0.12, 1e-9);
        result.Assumptions.ShouldContain(a => a.Contains("left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_MetaBaseAlone_AsksForTheOtherFile()
    {
        _folder.Write("M_Gyroscope.csv", Foreign.MetaBaseGyro());
        Imports.Fails(_folder, "M_Gyroscope.csv").ShouldContain("no accelerometer file beside it");
    }

    [Theory]
    [InlineData("ngimu")]
    [InlineData("x-imu3")]
    [InlineData("physilog")]
    [InlineData("csv")]
    public void Convert_TablesInGAndDegrees_AreReadInTheirUnits(string id)
    {
        _folder.Write("left.csv", Foreign.One[id]());
        (ImportResult result, List<ImuSample> samples) = Imports.One(_folder, "left.csv");
        result.Feet.ShouldBe([Foot.Left]);
        samples.Count.ShouldBe(Foreign.Rows);
        samples[4].ShouldBe(Imports.AsWritten(40_000, new(0.5 * G, -0.25 * G, 0.75 * G), new(180 * Degree, -90 * Degree, 4 * Degree)));
    }

    [Fact]
    public void Convert_Shimmer_TakesTheWideRangeAndTheUnitsOfTheThirdLine()
    {
        _folder.Write("shimmer.csv", Foreign.Shimmer());
        (ImportResult result, List<ImuSample> samples) = Imports.One(_folder, "shimmer.csv");
        result.Feet.ShouldBe([Foot.Left], "by the sensor's name");
        samples[4].ShouldBe(Imports.AsWritten(40_000, new(0.5, -0.25, 9.75), new(180 * Degree, -90 * Degree, 4 * Degree)));
        _folder.Write("shimmer.csv", Foreign.Shimmer().Replace("deg/s,deg/s,deg/s", "furlong,deg/s,deg/s", StringComparison.Ordinal));
        Directory.Delete(_folder["out"], recursive: true);
        Imports.Fails(_folder, "shimmer.csv").ShouldContain("furlong");
    }

    [Fact]
    public void Convert_Axivity_ReadsBothSensorsAndTheFractionsOfSeconds()
    {
        _folder.Write("a.cwa", Foreign.Axivity());
        (ImportResult result, List<ImuSample> samples) = Imports.One(_folder, "a.cwa");
        samples.Count.ShouldBe(120);
        samples[0].ShouldBe(Imports.AsWritten(0, new(0.5 * G, -0.25 * G, 0.75 * G), new(1000 * Degree, -500 * Degree, 0)));
        samples[^1].GyroRadPerS.Z.ShouldBe(Math.Round(119 * 2000 * Degree / 32768, 6, MidpointRounding.AwayFromZero));
        for (int i = 0; i < samples.Count; i++) samples[i].Time.Seconds.ShouldBe(i * 0.01, 5e-5, $"sample {i}");
        result.Assumptions.ShouldContain(a => a.Contains("no gaps", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_AxivityWithABlockLost_LeavesAGap()
    {
        _folder.Write("a.cwa", Foreign.Axivity(missing: 1));
        (ImportResult result, List<ImuSample> samples) = Imports.One(_folder, "a.cwa");
        samples.Count.ShouldBe(80);
        samples[40].Time.Seconds.ShouldBe(0.8, 5e-5);
        result.Assumptions.ShouldContain(a => a.Contains("1 gap", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_AxivityWithoutGyroscope_SaysSo()
    {
        _folder.Write("ax3.cwa", Foreign.Axivity(hardware: 0x17));
        Imports.Fails(_folder, "ax3.cwa").ShouldContain("no gyroscope");
        _folder.Write("ax6.cwa", Foreign.Axivity(gyro: 0));
        Imports.Fails(_folder, "ax6.cwa").ShouldContain("gyroscope off");
    }

    [Fact]
    public void Convert_BidsMotion_HoldsBothFeetOnOneClock()
    {
        _folder.Write("sub-1_task-walk_tracksys-imu_channels.tsv", Foreign.BidsChannels("right_foot", "left_foot"));
        _folder.Write("sub-1_task-walk_tracksys-imu_motion.tsv", Foreign.BidsMotion());
        (ImportResult result, List<ImuSample> left) = Imports.One(_folder, "sub-1_task-walk_tracksys-imu_motion.tsv");
        result.Feet.ShouldBe([Foot.Left, Foot.Right]);
        result.Clock.ShouldBe(RecordingClock.Shared);
        left[3].ShouldBe(Imports.AsWritten(30_000, new(0.25 * G, -0.5 * G, 0.75 * G), new(1 * Degree, 2 * Degree, 3 * Degree)));
        left[9].AccelMps2.IsFinite.ShouldBeFalse("n/a is missing, not a number");
        Imports.Read(result, Foot.Right)[3].ShouldBe(Imports.AsWritten(30_000, new(0.5 * G, -0.25 * G, 0.75 * G), new(180 * Degree, -90 * Degree, 3 * Degree)));
    }

    [Fact]
    public void Convert_BidsOfAWholeBody_TakesTheFeetOrAsks()
    {
        string[] body = ["pelvis", "left_foot", "right_foot", "left_shank"];
        _folder.Write("a_channels.tsv", Foreign.BidsChannels(body));
        string row = "0\t" + string.Join('\t', Enumerable.Range(0, 24).Select(i => i % 6 == 2 ? "1" : "0")) + "\n";
        _folder.Write("a_motion.tsv", row + row);
        Imports.One(_folder, "a_channels.tsv").Result.Feet.ShouldBe([Foot.Left, Foot.Right]);
        Directory.Delete(_folder["out"], recursive: true);
        _folder.Write("a_channels.tsv", Foreign.BidsChannels("one", "two", "three", "four"));
        Imports.Fails(_folder, "a_motion.tsv").ShouldContain("holds 4 sensors (one, two, three, four): say which");
    }

    [Fact]
    public void Convert_BidsWithoutTimes_NeedsARate()
    {
        _folder.Write("a_channels.tsv", Foreign.BidsChannels("left_foot", "right_foot").Replace("LATENCY", "MISC", StringComparison.Ordinal));
        _folder.Write("a_motion.tsv", Foreign.BidsMotion());
        Imports.Fails(_folder, "a_motion.tsv").ShouldContain("--rate HZ");
        _folder.Write("a_motion.json", "{\"SamplingFrequency\": 50}");
        Imports.One(_folder, "a_motion.tsv").Samples[1].Time.Microseconds.ShouldBe(20_000);
    }

    [Fact]
    public void Convert_PhysilogWithoutUnits_SaysWhatItTook()
    {
        _folder.Write("left.csv", Foreign.Physilog().Replace("s,deg/s,deg/s,deg/s,g,g,g\n", "", StringComparison.Ordinal));
        (ImportResult result, List<ImuSample> samples) = Imports.One(_folder, "left.csv");
        samples[0].AccelMps2.X.ShouldBe(Math.Round(0.5 * G, 5, MidpointRounding.AwayFromZero));
        result.Assumptions.ShouldContain(a => a.Contains("does not say all; taken: acceleration in g", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
