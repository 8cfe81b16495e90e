using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Recording.Import;
using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Tests;

/// <summary>Names of columns as people and programs write them, sensors side by side and below each other, and the command that reads what cannot be told.</summary>
public sealed class HeaderFormTests : IDisposable
{
    private static readonly ImportOptions Units = new() { Units = "acc=g,gyr=deg/s" };

    private readonly TestFolder _folder = new();
    private readonly double[][] _rows = Tables.Rows(200);

    [Theory]
    [InlineData("t,ax,ay,az,gx,gy,gz")]
    [InlineData("Time,AccX,AccY,AccZ,GyrX,GyrY,GyrZ")]
    [InlineData("time,x-acc,y-acc,z-acc,x-gyro,y-gyro,z-gyro")]
    [InlineData("time,acc0,acc1,acc2,gyro0,gyro1,gyro2")]
    [InlineData("time,acc_1,acc_2,acc_3,gyr_1,gyr_2,gyr_3")]
    [InlineData("timestamp,pelvis_ACCEL_x,pelvis_ACCEL_y,pelvis_ACCEL_z,pelvis_GYRO_x,pelvis_GYRO_y,pelvis_GYRO_z")]
    [InlineData("elapsed,Accelerometer X,Accelerometer Y,Accelerometer Z,Angular Velocity X,Angular Velocity Y,Angular Velocity Z")]
    [InlineData("seconds_elapsed,accelerationX,accelerationY,accelerationZ,rotationRateX,rotationRateY,rotationRateZ")]
    [InlineData("Time,Acc (X),Acc (Y),Acc (Z),Gyro (X),Gyro (Y),Gyro (Z)")]
    [InlineData("Time,a_x,a_y,a_z,w_x,w_y,w_z")]
    [InlineData("time,imu_accX,imu_accY,imu_accZ,imu_gyroX,imu_gyroY,imu_gyroZ")]
    public void Convert_Names_AreUnderstood(string header) => Tables.Gives(_folder, Tables.Text([header, .. Tables.Lines(_rows)]), _rows, Units);

    [Theory]
    [InlineData("time_s,acc_x_g,acc_y_g,acc_z_g,gyr_x_dps,gyr_y_dps,gyr_z_dps")]
    [InlineData("t [s],Acc.X [g],Acc.Y [g],Acc.Z [g],Gyr.X [deg/s],Gyr.Y [deg/s],Gyr.Z [deg/s]")]
    [InlineData("Time(s),Accel_X(g),Accel_Y(g),Accel_Z(g),Gyro_X(°/s),Gyro_Y(°/s),Gyro_Z(°/s)")]
    public void Convert_NamesWithUnits_NeedNothingSaid(string header) => Tables.Gives(_folder, Tables.Text([header, .. Tables.Lines(_rows)]), _rows);

    [Theory]
    [InlineData("left_acc_x,left_acc_y,left_acc_z,left_gyr_x,left_gyr_y,left_gyr_z", "right_acc_x,right_acc_y,right_acc_z,right_gyr_x,right_gyr_y,right_gyr_z")]
    [InlineData("LF_AccX,LF_AccY,LF_AccZ,LF_GyrX,LF_GyrY,LF_GyrZ", "RF_AccX,RF_AccY,RF_AccZ,RF_GyrX,RF_GyrY,RF_GyrZ")]
    [InlineData("imu_accX_left,imu_accY_left,imu_accZ_left,imu_gyroX_left,imu_gyroY_left,imu_gyroZ_left", "imu_accX_right,imu_accY_right,imu_accZ_right,imu_gyroX_right,imu_gyroY_right,imu_gyroZ_right")]
    [InlineData("Left Foot/Accelerometer/X,Left Foot/Accelerometer/Y,Left Foot/Accelerometer/Z,Left Foot/Gyroscope/X,Left Foot/Gyroscope/Y,Left Foot/Gyroscope/Z", "Right Foot/Accelerometer/X,Right Foot/Accelerometer/Y,Right Foot/Accelerometer/Z,Right Foot/Gyroscope/X,Right Foot/Gyroscope/Y,Right Foot/Gyroscope/Z")]
    [InlineData("Left Foot Acceleration X,Left Foot Acceleration Y,Left Foot Acceleration Z,Left Foot Angular Velocity X,Left Foot Angular Velocity Y,Left Foot Angular Velocity Z", "Right Foot Acceleration X,Right Foot Acceleration Y,Right Foot Acceleration Z,Right Foot Angular Velocity X,Right Foot Angular Velocity Y,Right Foot Angular Velocity Z")]
    public void Convert_BothFeetSideBySide_AreTwoFeetOnOneClock(string left, string right)
    {
        string lumbar = string.Join(',', left.Split(',').Select(n => n.Replace("left", "lumbar", StringComparison.Ordinal).Replace("Left Foot", "Lumbar", StringComparison.Ordinal).Replace("LF", "LB", StringComparison.Ordinal)));
        _folder.Write("both.csv", Tables.Text([$"time,{lumbar},{right},{left}", .. Tables.Lines(_rows).Select(l => Beside(l, l, l, 2))]));
        ImportResult result = RecordingImport.Convert([_folder["both.csv"]], _folder["out"], Units, stop: TestContext.Current.CancellationToken);
        result.Feet.ShouldBe([Foot.Left, Foot.Right]);
        result.Clock.ShouldBe(RecordingClock.Shared);
        Imports.Read(result, Foot.Left)[5].GyroRadPerS.Z.ShouldBe(Imports.Read(result, Foot.Right)[5].GyroRadPerS.Z * 2, 1e-5);
        result.Assumptions.ShouldContain(a => a.Contains("Left out", StringComparison.Ordinal), "the third sensor is not dropped without a word");
    }

    [Theory]
    [InlineData("R2-walk/both.csv", "lumbar")]
    [InlineData("trial/right_and_more.csv", "lumbar")]
    [InlineData("l/both.csv", "pelvis")]
    [InlineData("trial/both.csv", "L5")]
    public void Convert_WhatAFileOfSeveralSensorsIsCalled_TellsNoFoot(string file, string third)
    {
        string six = "acc_x,{0}_acc_y,{0}_acc_z,{0}_gyr_x,{0}_gyr_y,{0}_gyr_z";
        string Of(string name) => name + "_" + string.Format(CultureInfo.InvariantCulture, six, name);
        _folder.Write(file, Tables.Text([$"time,{Of(third)},{Of("right")},{Of("left")}", .. Tables.Lines(_rows).Select(l => Beside(l, l, l, 2))]));
        ImportResult result = RecordingImport.Convert([_folder[file]], _folder["out"], Units, stop: TestContext.Current.CancellationToken);
        result.Feet.ShouldBe([Foot.Left, Foot.Right]);
        Imports.Read(result, Foot.Left)[5].GyroRadPerS.Z.ShouldBe(Imports.Read(result, Foot.Right)[5].GyroRadPerS.Z * 2, 1e-5);
    }

    [Theory]
    [InlineData("R2YjPP", null)]
    [InlineData("tmp-L4x", null)]
    [InlineData("R2", Foot.Right)]
    [InlineData("s01_l", Foot.Left)]
    [InlineData("Trial 3 L", Foot.Left)]
    [InlineData("left12", Foot.Left)]
    public void Convert_AFolderOfOneFile_TellsAFootByAWordOnly(string folder, Foot? told)
    {
        _folder.Write(folder + "/data.csv", Tables.Text([Tables.Header, .. Tables.Lines(_rows)]));
        ImportResult result = RecordingImport.Convert([_folder[folder + "/data.csv"]], _folder["out"], new ImportOptions(), stop: TestContext.Current.CancellationToken);
        result.Feet.ShouldBe([told ?? Foot.Right]);
        result.Assumptions.Any(a => a.Contains("nothing says on which foot", StringComparison.Ordinal)).ShouldBe(told is null);
    }

    [Fact]
    public void Convert_SensorNamesInALineAboveTheColumns_TellTheFeet()
    {
        string six = "AccX,AccY,AccZ,GyrX,GyrY,GyrZ";
        _folder.Write("both.csv", Tables.Text([",Right foot,,,,,,Left foot,,,,,", $"Time,{six},{six}", .. Tables.Lines(_rows).Select(l => Beside(l, l, null, 2))]));
        ImportResult result = RecordingImport.Convert([_folder["both.csv"]], _folder["out"], Units, stop: TestContext.Current.CancellationToken);
        result.Feet.ShouldBe([Foot.Left, Foot.Right]);
        Imports.Read(result, Foot.Left)[5].GyroRadPerS.Z.ShouldBe(Imports.Read(result, Foot.Right)[5].GyroRadPerS.Z * 2, 1e-5);
    }

    [Theory]
    [InlineData("sensor", "left_shoe", "right_shoe")]
    [InlineData("foot", "L", "R")]
    [InlineData("location", "Left Foot", "Right Foot")]
    [InlineData("where", "left", "right")]
    public void Convert_FeetBelowEachOther_AreToldByTheirColumn(string column, string left, string right)
    {
        _folder.Write("both.csv", Tables.Text([Tables.Header + "," + column, .. Tables.Lines(_rows).SelectMany(l => new[] { $"{l},{right}", $"{l},{left}" })]));
        ImportResult result = RecordingImport.Convert([_folder["both.csv"]], _folder["out"], new ImportOptions(), stop: TestContext.Current.CancellationToken);
        result.Feet.ShouldBe([Foot.Left, Foot.Right]);
        result.Clock.ShouldBe(RecordingClock.Shared);
        Imports.Read(result, Foot.Left).Count.ShouldBe(200);
    }

    [Fact]
    public void Convert_BothFeetToldByColumns_AreTaken()
    {
        _folder.Write("both.csv", Tables.Text(["a,b,c,d,e,f,g,h,i,j,k,l,m", .. Tables.Lines(_rows).Select(l => Beside(l, l, null, 2))]));
        RecordingImport.Convert([_folder["both.csv"]], _folder["out"], Units with { Columns = "1,2,3,4,5,6,7,8,9,10,11,12,13" }, stop: TestContext.Current.CancellationToken).Feet.ShouldBe([Foot.Left, Foot.Right]);
        RecordingImport.Convert([_folder["both.csv"]], _folder["out2"], Units with { Columns = "time=a,right_acc_x=b,right_acc_y=c,right_acc_z=d,right_gyr_x=e,right_gyr_y=f,right_gyr_z=-g" }, stop: TestContext.Current.CancellationToken).Feet.ShouldBe([Foot.Right]);
    }

    [Theory]
    [InlineData("time,LinAccX,LinAccY,LinAccZ,GyrX,GyrY,GyrZ", "without gravity")]
    [InlineData("time,linear_acceleration_x,linear_acceleration_y,linear_acceleration_z,gyro_x,gyro_y,gyro_z", "without gravity")]
    [InlineData("time,userAccelerationX,userAccelerationY,userAccelerationZ,rotationRateX,rotationRateY,rotationRateZ", "without gravity")]
    [InlineData("time,gravity_x,gravity_y,gravity_z,gyro_x,gyro_y,gyro_z", "gravity")]
    public void Convert_AccelerationThatIsNone_IsRefused(string header, string says)
    {
        _folder.Write("x.csv", Tables.Text([header, .. Tables.Lines(_rows)]));
        Imports.Fails(_folder, "x.csv", Units).ShouldContain(says);
    }

    [Fact]
    public void Convert_GravityUnderAnAccelerationsName_IsRefusedByItsNumbers()
    {
        double[][] rows = [.. Tables.Rows(400).Select(r => (double[])[r[0], Math.Round(Math.Sin(r[0]), 5), 0, Math.Round(Math.Cos(r[0]), 5), 200, r[5], r[6]])];
        _folder.Write("x.csv", Tables.Text([Tables.Header, .. Tables.Lines(rows)]));
        Imports.Fails(_folder, "x.csv").ShouldContain("direction of gravity");
    }

    [Fact]
    public void Convert_NothingNamed_AdvisesACommandThatReadsIt()
    {
        string path = _folder.Write("walk x.csv", Tables.Text(["some,odd,words,over,the,columns,here", .. Tables.Lines(_rows)]));
        string refusal = Imports.Fails(_folder, "walk x.csv");
        refusal.ShouldContain("some, odd, words");
        refusal.ShouldContain($"gaitsense convert '{path}' --columns time=some,acc_x=odd,acc_y=words,acc_z=over,gyr_x=the,gyr_y=columns,gyr_z=here --units acc=g,gyr=deg/s --out");
        Tables.Gives(_folder, File.ReadAllBytes(path), _rows, Units with { Columns = "time=some,acc_x=odd,acc_y=words,acc_z=over,gyr_x=the,gyr_y=columns,gyr_z=here" }, "walk x.csv");
    }

    [Fact]
    public void Convert_NoHeaderAtAll_AdvisesColumnsByNumber()
    {
        _folder.Write("x.csv", Tables.Text(Tables.Lines([.. _rows.Select(r => (double[])[r[0], r[4], r[5], r[6], r[1], r[2], r[3]])])));
        Imports.Fails(_folder, "x.csv").ShouldContain("--columns time=1,acc_x=5,acc_y=6,acc_z=7,gyr_x=2,gyr_y=3,gyr_z=4 --units acc=g,gyr=deg/s");
    }

    [Fact]
    public void Convert_RawCounts_AreReadWithTheScaleThatIsAdvised()
    {
        string text = Tables.Text(["micros,ax,ay,az,gx,gy,gz", .. Tables.Lines(_rows, ',', (v, c) => Math.Round(c == 0 ? v * 1e6 : v * (c < 4 ? 2048 : 16.4)).ToString("F0", CultureInfo.InvariantCulture))]);
        _folder.Write("x.csv", text);
        Imports.Fails(_folder, "x.csv").ShouldContain("--scale \"acc=2048/g,gyr=16.4/(deg/s)\"");
        List<ImuSample> samples = Imports.One(_folder, "x.csv", new ImportOptions { Scale = "acc=2048/g,gyr=16.4/(deg/s)" }).Samples;
        samples[130].AccelMps2.X.ShouldBe(_rows[130][1] * 9.80665, 0.005);
        samples[130].GyroRadPerS.X.ShouldBe(_rows[130][4] * Math.PI / 180, 0.001);
        Imports.One(_folder, "x.csv", new ImportOptions { Scale = "acc=0.48828125mg,gyr=60.9756mdps" }).Samples[130].AccelMps2.X.ShouldBe(samples[130].AccelMps2.X, 1e-4);
    }

    [Fact]
    public void Of_AnyOrderAndCaseOfTheWords_IsTheSameColumn()
    {
        string[] accel = ["acc", "Accel", "ACCELERATION", "accelerometer"], gyro = ["gyr", "Gyro", "GYROSCOPE", "angular velocity", "rotation_rate"], joints = [" ", "_", "-", ".", "/"];
        var any = from quantity in Gen.Elements(accel.Concat(gyro).ToArray()) from axis in Gen.Elements("x", "Y", "z") from place in Gen.Elements("", "left", "Right Foot") from joint in Gen.Elements(joints) from order in Gen.Choose(0, 2) select (quantity, axis, place, joint, order);
        Prop.ForAll(any.ToArbitrary(), x =>
        {
            string[] parts = x.order switch { 0 => [x.place, x.quantity, x.axis], 1 => [x.quantity, x.axis, x.place], _ => [x.axis, x.quantity, x.place] };
            HeaderGuess? guess = HeaderGuess.Of(string.Join(x.joint, parts.Where(p => p.Length > 0)));
            return guess is { } g && g.Kind == (accel.Contains(x.quantity, StringComparer.Ordinal) ? HeaderKind.Accel : HeaderKind.Gyro) && g.Axis == "xyz".IndexOf(char.ToLowerInvariant(x.axis[0]), StringComparison.Ordinal) && string.Equals(g.Place, x.place.ToLowerInvariant(), StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    public void Dispose() => _folder.Dispose();

    // Two or three sensors in a row; the last one's numbers are a multiple of the first's.
    private static string Beside(string first, string second, string? third, double factor)
    {
        string[] values = first.Split(',')[1..];
        string[] last = [.. (third ?? second).Split(',')[1..].Select((v, i) => i < 3 ? v : (factor * double.Parse(v, CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture))];
        string[] all = [first.Split(',')[0], .. values, .. third is null ? [] : second.Split(',')[1..], .. last];
        return string.Join(',', all);
    }
}
