using System.Globalization;
using GaitSense.Core;
using GaitSense.Recording.Import;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Tests;

/// <summary>Sensors in several files, several sensors in one file, and what sensor fusion made: taken, or left out with a word.</summary>
public sealed class SplitFileTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly double[][] _rows = Tables.Rows(200);

    [Fact]
    public void Convert_SensorLogger_IsMergedByTime()
    {
        SensorLogger("phone/left", "Accelerometer.csv", [1, 2, 3], 9.80665, 0);
        SensorLogger("phone/left", "Gyroscope.csv", [4, 5, 6], Math.PI / 180, 0.003);
        SensorLogger("phone/left", "Magnetometer.csv", [4, 5, 6], 1, 0);
        ImportResult result = RecordingImport.Convert([_folder["phone/left"]], _folder["out"], new ImportOptions(), stop: TestContext.Current.CancellationToken);
        result.Feet.ShouldBe([Foot.Left]);
        List<ImuSample> samples = Imports.Read(result, Foot.Left);
        samples.Count.ShouldBe(199);
        samples[150].GyroRadPerS.X.ShouldBe(_rows[150][4] * Math.PI / 180, 1e-5);
        samples[150].AccelMps2.X.ShouldBe(((0.7 * _rows[150][1]) + (0.3 * _rows[151][1])) * 9.80665, 1e-4);
        result.Assumptions.ShouldContain(a => a.Contains("Magnetometer.csv", StringComparison.Ordinal));
        PlainRecording.Open(result.Folder).Info.StartedAt!.Value.Year.ShouldBe(2024);
    }

    [Fact]
    public void Convert_Phyphox_IsMergedByTime()
    {
        _folder.Write("p/Accelerometer.csv", Tables.Text(["\"Time (s)\",\"Acceleration x (m/s^2)\",\"Acceleration y (m/s^2)\",\"Acceleration z (m/s^2)\"", .. _rows.Select(r => FormattableString.Invariant($"{r[0]:E9},{r[1] * 9.80665:E9},{r[2] * 9.80665:E9},{r[3] * 9.80665:E9}"))]));
        string gyro = _folder.Write("p/Gyroscope.csv", Tables.Text(["\"Time (s)\",\"Gyroscope x (rad/s)\",\"Gyroscope y (rad/s)\",\"Gyroscope z (rad/s)\"", .. _rows.Select(r => FormattableString.Invariant($"{r[0]:E9},{r[4] * Math.PI / 180:E9},{r[5] * Math.PI / 180:E9},{r[6] * Math.PI / 180:E9}"))]));
        foreach (string[] inputs in new string[][] { [_folder["p"]], [gyro] })
            Imports.Read(RecordingImport.Convert(inputs, _folder["out" + inputs[0].Length], new ImportOptions(), stop: TestContext.Current.CancellationToken), Foot.Right)[120].AccelMps2.Z.ShouldBe(_rows[120][3] * 9.80665, 1e-4);
    }

    [Fact]
    public void Convert_OnlyLinearAcceleration_IsRefused()
    {
        _folder.Write("p/Linear Acceleration.csv", Tables.Text(["Time (s),X (m/s^2),Y (m/s^2),Z (m/s^2)", .. Tables.Lines([.. _rows.Select(r => r[..4])])]));
        _folder.Write("p/Gyroscope.csv", Tables.Text(["Time (s),X (rad/s),Y (rad/s),Z (rad/s)", .. Tables.Lines([.. _rows.Select(r => r[..4])])]));
        Should.Throw<RecordingFormatException>(() => RecordingImport.Convert([_folder["p"]], _folder["out"], new ImportOptions(), stop: TestContext.Current.CancellationToken)).Message.ShouldContain("without gravity");
    }

    [Fact]
    public void Convert_MetaBaseWithFusionFiles_LeavesThemOutAndSaysSo()
    {
        foreach (string word in new[] { "Accelerometer", "Gravity", "LinearAcceleration" }) _folder.Write($"m/Right_X_{word}_100Hz.csv", Foreign.MetaBaseAccel(0));
        _folder.Write("m/Right_X_Gyroscope_100Hz.csv", Foreign.MetaBaseGyro());
        ImportResult result = RecordingImport.Convert([_folder["m"]], _folder["out"], new ImportOptions(), stop: TestContext.Current.CancellationToken);
        result.Samples.ShouldBe(Foreign.Rows);
        foreach (string word in new[] { "gravity", "without gravity" }) result.Assumptions.ShouldContain(a => a.StartsWith("Left out", StringComparison.Ordinal) && a.Contains(word, StringComparison.Ordinal));
        File.Delete(_folder["m/Right_X_Accelerometer_100Hz.csv"]);
        Should.Throw<RecordingFormatException>(() => RecordingImport.Convert([_folder["m"]], _folder["out2"], new ImportOptions(), stop: TestContext.Current.CancellationToken)).Message.ShouldContain("gravity");
        Directory.Exists(_folder["out2"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Convert_MetaBaseJoinedIntoOneTable_IsRead(bool isOuterJoin)
    {
        string[] accel = Foreign.MetaBaseAccel(0).TrimEnd('\n').Split('\n'), gyro = Foreign.MetaBaseGyro().TrimEnd('\n').Split('\n');
        string header = accel[0] + "," + string.Join(',', gyro[0].Split(',')[3..]);
        IEnumerable<string> rows = accel.Skip(1).Zip(gyro.Skip(1), (a, w) => (a, w)).SelectMany(x => isOuterJoin
            ? new[] { x.a + ",,,", string.Join(',', x.w.Split(',')[..3]) + ",,,," + string.Join(',', x.w.Split(',')[3..]) }
            : [x.a + "," + string.Join(',', x.w.Split(',')[3..])]);
        _folder.Write("right.csv", Tables.Text([header, .. rows]));
        Imports.One(_folder, "right.csv").Samples.Count.ShouldBe(Foreign.Rows);
    }

    [Fact]
    public void Convert_ShimmerWithTwoSensors_ReadsBoth()
    {
        string[] lines = Foreign.Shimmer().TrimEnd('\n').Split('\n');
        string right = lines[1].Replace("LeftFoot", "RightFoot", StringComparison.Ordinal);
        _folder.Write("both.csv", Tables.Text([lines[0], lines[1] + right, .. lines[2..].Select(l => l + l)]));
        ImportResult result = RecordingImport.Convert([_folder["both.csv"]], _folder["out"], new ImportOptions(), stop: TestContext.Current.CancellationToken);
        result.Feet.ShouldBe([Foot.Left, Foot.Right]);
        result.Clock.ShouldBe(RecordingClock.Shared);
    }

    [Theory]
    [InlineData(166.667, true)]
    [InlineData(83.333, true)]
    [InlineData(100, false)]
    public void Convert_DotInTicksOf100Us_IsReadWhereItsRateIsADots(double step, bool isRead)
    {
        string text = Tables.Text(["PacketCounter,SampleTimeFine,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z", .. Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"{i},{Math.Round(340546 + (i * step))},0.1,-0.2,9.7,1,2,3"))]);
        _folder.Write("dot.csv", text);
        if (isRead)
        {
            ImportResult result = Imports.One(_folder, "dot.csv").Result;
            PlainRecording.Open(result.Folder).Sensors[0].RateHz!.Value.ShouldBe(10_000 / step, 0.2);
            result.Assumptions.ShouldContain(a => a.Contains("ticks of 100 µs", StringComparison.Ordinal));
            return;
        }

        Imports.Fails(_folder, "dot.csv").ShouldContain("10 000 Hz");
        Imports.One(_folder, "dot.csv", new ImportOptions { Units = "time=100us" }).Samples[100].Time.Microseconds.ShouldBe(1_000_000);
    }

    [Fact]
    public void Convert_SyncedDots_ShareAClockAndKeepTheirOffset()
    {
        string Dot(string name, uint start, string status) => _folder.Write(name, Foreign.Dot(start).Replace("StartTime:", $"SyncStatus:,{status}\nStartTime:", StringComparison.Ordinal));
        ImportResult synced = RecordingImport.Convert([Dot("left.csv", 1_200_000, "Synced"), Dot("right.csv", 1_000_000, "Synced")], _folder["a"], new ImportOptions(), stop: TestContext.Current.CancellationToken);
        synced.Clock.ShouldBe(RecordingClock.Shared);
        Imports.Read(synced, Foot.Left)[0].Time.Microseconds.ShouldBe(200_000);
        RecordingImport.Convert([Dot("left.csv", 1_200_000, "Unsynced"), Dot("right.csv", 1_000_000, "Unsynced")], _folder["b"], new ImportOptions(), stop: TestContext.Current.CancellationToken).Clock.ShouldBe(RecordingClock.Separate);
    }

    [Fact]
    public void Convert_PackedAxivity_IsTheSameAsUnpacked()
    {
        _folder.Write("left.cwa", Foreign.Axivity());
        List<ImuSample> unpacked = Imports.One(_folder, "left.cwa").Samples;
        _folder.Write("left.cwa.gz", Csv.Gzip(Foreign.Axivity()));
        Imports.One(_folder, "left.cwa.gz").Samples.ShouldBe(unpacked);
    }

    [Theory]
    [InlineData("GYRO", "")]
    [InlineData("ANGVEL", "left_acc_x\tleft_acc_y")]
    public void Convert_BidsBelowItsSessionFolder_IsRead(string gyro, string header)
    {
        string folder = "ds/sub-01/ses-T1/motion/";
        string names = header.Length == 0 ? "" : string.Join('\t', Enumerable.Range(0, 13).Select(i => "c" + i)) + "\n";
        _folder.Write(folder + "sub-01_ses-T1_task-walk_tracksys-imu_motion.tsv", names + Foreign.BidsMotion());
        _folder.Write(folder + "sub-01_ses-T1_task-walk_tracksys-imu_channels.tsv", Foreign.BidsChannels("left_foot", "right_foot").Replace("GYRO", gyro, StringComparison.Ordinal));
        RecordingImport.Convert([_folder["ds"]], _folder["out"], new ImportOptions(), stop: TestContext.Current.CancellationToken).Feet.ShouldBe([Foot.Left, Foot.Right]);
    }

    public void Dispose() => _folder.Dispose();

    private void SensorLogger(string folder, string name, int[] columns, double scale, double laterS) => _folder.Write($"{folder}/{name}", Tables.Text([
        "time,seconds_elapsed,z,y,x",
        .. _rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{1_714_557_600_000_000_000 + (long)Math.Round((r[0] + laterS) * 1e9)},{r[0] + laterS + 0.05:F9},{r[columns[2]] * scale:R},{r[columns[1]] * scale:R},{r[columns[0]] * scale:R}"))]));
}
