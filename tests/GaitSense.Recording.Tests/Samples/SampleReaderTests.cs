using System.Text;
using GaitSense.Core;
using GaitSense.Recording.Samples;

namespace GaitSense.Recording.Tests;

public sealed class SampleReaderTests
{
    [Fact]
    public void Read_WholeFile_GivesEverySampleToTheMicrosecond()
    {
        (List<ImuSample> samples, var warnings) = Csv.Read(Csv.Header + "0.004883,0.88501,2.74645,9.46590,0.001290,0.001765,-0.012559\n");
        samples.ShouldBe([new ImuSample(new(4883), new(0.88501, 2.74645, 9.46590), new(0.001290, 0.001765, -0.012559))]);
        warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Read_ColumnsInAnyOrderWithOthersBetween_FindsThemByName()
    {
        (List<ImuSample> samples, _) = Csv.Read(
            "note, gyr_z_radps,gyr_y_radps,gyr_x_radps,acc_z_mps2,acc_y_mps2,acc_x_mps2,mag,time_s\r\n\"a, b\", 6 ,5,4,3,2,1,x,0.5\r\n");
        samples.ShouldBe([new ImuSample(new(500_000), new(1, 2, 3), new(4, 5, 6))]);
    }

    [Theory]
    [InlineData("", "nan", "NaN")]
    [InlineData("inf", "-Infinity", "+inf")]
    public void Read_ValueMissingOrNoFiniteNumber_IsPassedOnAsNotFinite(string x, string y, string z)
    {
        (List<ImuSample> samples, var warnings) = Csv.Read(Csv.Header + $"0,{x},{y},{z},1,2,3\n0.01,1,2,3,{x},5,6\n");
        samples.Count.ShouldBe(2);
        samples[0].AccelMps2.IsFinite.ShouldBeFalse();
        double.IsFinite(samples[0].AccelMps2.Y).ShouldBeFalse();
        samples[1].AccelMps2.ShouldBe(new Vector3D(1, 2, 3));
        samples[1].GyroRadPerS.IsFinite.ShouldBeFalse();
        warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1e-3", 0.001)]
    [InlineData("+2.5", 2.5)]
    [InlineData("12345678901234567890", 12345678901234567890.0)]
    [InlineData("0.30000000000000004", 0.30000000000000004)]
    [InlineData("-.5", -0.5)]
    [InlineData("123456789.123456", 123456789.123456)]
    [InlineData("000.100", 0.1)]
    public void Read_AnyWayToWriteANumber_GivesTheNearestDouble(string text, double expected) =>
        Csv.Read(Csv.Header + $"0,{text},0,0,0,0,0\n").Samples[0].AccelMps2.X.ShouldBe(expected);

    [Fact]
    public void Read_ColumnMissing_NamesItAndWhatIsThere()
    {
        RecordingFormatException e = Csv.Fails(Csv.Header.Replace("acc_z_mps2", "acc_z_g", StringComparison.Ordinal) + "0,1,2,3,4,5,6\n");
        e.Column.ShouldBe("acc_z_mps2");
        e.Message.ShouldStartWith("left.csv, line 1, column acc_z_mps2: the column acc_z_mps2 is missing (there are: time_s, acc_x_mps2, acc_y_mps2, acc_z_g");
    }

    [Fact]
    public void Read_SemicolonsForCommas_SaysSo() =>
        Csv.Fails(Csv.Header.Replace(',', ';') + "0;1;2;3;4;5;6\n").Message.ShouldContain("comma should separate");

    [Fact]
    public void Read_ColumnTwice_SaysSo() => Csv.Fails("time_s," + Csv.Header).Message.ShouldContain("time_s is there twice");

    [Fact]
    public void Read_TextInANumber_NamesLineColumnAndText()
    {
        RecordingFormatException e = Csv.Fails(Csv.Header + "0,1,2,3,4,5,6\n\n0.01,1,2,3,o.5,5,6\n");
        e.Line.ShouldBe(4);
        e.Column.ShouldBe("gyr_x_radps");
        e.Text.ShouldBe("o.5");
        e.Message.ShouldBe("left.csv, line 4, column gyr_x_radps: \"o.5\" is no number");
    }

    [Fact]
    public void Read_DecimalCommas_AreNotTakenForThousands()
    {
        Csv.Fails(Csv.Header + "0,1,2,3,4,5,\"0,5\"\n").Text.ShouldBe("0,5");
        Csv.Fails(Csv.Header + "0,0,1,2,3,4,5,6\n1,1,1,1,1,1,1\n").Message.ShouldContain("has 8 fields, the header 7");
    }

    [Fact]
    public void Read_RowTooShortInTheMiddle_NamesTheLine() =>
        Csv.Fails(Csv.Header + "0,1,2,3\n0.01,1,2,3,4,5,6\n").Message.ShouldStartWith("left.csv, line 2: the row has 4 fields, the header 7");

    [Fact]
    public void Read_CommaAtEveryLineEnd_IsAccepted() => Csv.Read(Csv.Header + "0,1,2,3,4,5,6,\n").Samples.Count.ShouldBe(1);

    [Fact]
    public void Read_TimeBackward_NamesTheLine()
    {
        List<ImuSample> before = [];
        var e = Should.Throw<RecordingFormatException>(() => Csv.ReadInto(before, Csv.Bytes(Csv.Header + "1,1,2,3,4,5,6\n1,1,2,3,4,5,6\n0.9,1,2,3,4,5,6\n")));
        e.Line.ShouldBe(4);
        e.Message.ShouldContain("time goes backward, from 1.000000 s to 0.900000 s");
        before.Count.ShouldBe(2, "a repeated time is no error, and the rows before the error are delivered");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("1e400")]
    public void Read_TimeNotFinite_NamesTheLine(string time)
    {
        RecordingFormatException e = Csv.Fails(Csv.Header + $"{time},1,2,3,4,5,6\n");
        e.Line.ShouldBe(2);
        e.Column.ShouldBe("time_s");
    }

    [Fact]
    public void Read_TimeInMicrosecondsOfTheEpoch_Asks() => Csv.Fails(Csv.Header + "1763683561000000,1,2,3,4,5,6\n").Message.ShouldContain("microseconds?");

    [Fact]
    public void Read_NothingAtAll_IsAnError()
    {
        Csv.Fails("").Message.ShouldBe("left.csv: is empty; a recording has at least a header line");
        Should.Throw<RecordingFormatException>(() => Csv.Read(Csv.Gzip([]))).Message.ShouldContain("is empty");
    }

    [Theory]
    [InlineData(Csv.Header)]
    [InlineData("time_s,acc_x_mps2,acc_y_mps2,acc_z_mps2,gyr_x_radps,gyr_y_radps,gyr_z_radps")]
    public void Read_HeaderOnly_IsAResultWithoutSamplesAndAWarning(string text)
    {
        (List<ImuSample> samples, var warnings) = Csv.Read(text);
        samples.ShouldBeEmpty();
        warnings.ShouldHaveSingleItem().Message.ShouldBe("holds no samples");
    }

    [Fact]
    public void Read_ByteOrderMark_IsNotPartOfTheFirstColumn() => Csv.Read("\uFEFF" + Csv.Header + "0,1,2,3,4,5,6\n").Samples.Count.ShouldBe(1);

    [Fact]
    public void Read_Utf16_IsRead() =>
        Csv.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Csv.Header + "0,1,2,3,4,5,6\n")]).Samples.Count.ShouldBe(1);

    [Theory]
    [InlineData("0.02,1,2,3,4,5,6.5", 3, false)]
    [InlineData("0.02,1,2,3,4,5,6.", 2, true)]
    [InlineData("0.02,1,2,3,4,5,6", 2, true)]
    [InlineData("0.02,1,2,3,4,5,-", 2, true)]
    [InlineData("0.02,1,2,3,4,5,", 2, true)]
    [InlineData("0.02,1,2,3,4", 2, true)]
    [InlineData("0.02,1,2,-", 2, true)]
    [InlineData("0", 2, true)]
    public void Read_LastRowWithoutLineEnd_CountsOnlyWhereItIsWhole(string last, int expected, bool warns)
    {
        (List<ImuSample> samples, var warnings) = Csv.Read(Csv.Header + "0,1,2,3,4,5,6.1\n0.01,1,2,3,4,5,6.2\n" + last);
        samples.Count.ShouldBe(expected);
        if (!warns) warnings.ShouldBeEmpty();
        else warnings.ShouldHaveSingleItem().ToString().ShouldBe("left.csv, line 4: the last row is cut short; the whole rows before are used");
    }

    [Fact]
    public void Read_OneRowWithoutLineEnd_IsOneSample() => Csv.Read(Csv.Header + "0,1,2,3,4,5,6").Samples.Count.ShouldBe(1);

    [Fact]
    public void Read_GzipCutAnywhere_GivesTheWholeRowsBeforeTheCutAndAWarning()
    {
        byte[] plain = Csv.Rows(3000);
        byte[] packed = Csv.Gzip(plain);
        List<ImuSample> whole = Csv.Read(plain).Samples;
        Csv.Read(packed).Samples.SequenceEqual(whole).ShouldBeTrue();
        Csv.Read(packed).Warnings.ShouldBeEmpty();
        for (int cut = packed.Length - 1; cut > packed.Length / 3; cut -= 97)
        {
            (List<ImuSample> samples, var warnings) = Csv.Read(packed[..cut]);
            samples.SequenceEqual(whole[..samples.Count]).ShouldBeTrue($"cut at {cut}");
            samples.Count.ShouldBeGreaterThan(100);
            warnings.ShouldHaveSingleItem().Message.ShouldBe("the compressed data is cut short; the whole rows before are used");
            warnings[0].Line.ShouldNotBeNull();
        }
    }

    [Fact]
    public void Read_GzipDamaged_NeverThrowsAnythingElse()
    {
        byte[] packed = Csv.Gzip(Csv.Rows(3000));
        packed[^6] ^= 0x55; // the check sum
        (List<ImuSample> samples, var warnings) = Csv.Read(packed);
        samples.Count.ShouldBeGreaterThan(2900);
        warnings.ShouldHaveSingleItem().Message.ShouldContain("damaged");
    }

    [Fact]
    public void Read_GzipWithAnyByteOfItsDataWrong_BlamesTheDataAndNotTheirCommas()
    {
        byte[] packed = Csv.Gzip(Csv.Rows(3000));
        for (int at = packed.Length / 4; at < packed.Length - 8; at += 61)
        {
            byte[] wrong = [.. packed];
            wrong[at] ^= 0x55;
            Csv.Read(wrong).Warnings.ShouldContain(w => w.IsDamage && w.Message.StartsWith("the compressed data is", StringComparison.Ordinal), $"byte {at}");
        }
    }

    [Fact]
    public void Read_GzipOfSeveralMembers_IsWhole()
    {
        byte[] first = Csv.Rows(500);
        byte[] packed = [.. Csv.Gzip(first), .. Csv.Gzip(Csv.Bytes("5.000000,1,2,3,4,5,6.000000\n"))];
        (List<ImuSample> samples, var warnings) = Csv.Read(packed);
        samples.Count.ShouldBe(501);
        warnings.ShouldBeEmpty();
        Csv.Read(packed[..^3]).Warnings.ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_NameSaysNothing_ContentDecides()
    {
        using var folder = new TestFolder();
        using (SampleReader plain = SampleReader.Open(folder.Write("left.csv.gz", Csv.Rows(3)))) plain.Read(new ImuSample[9]).ShouldBe(3);
        using (SampleReader packed = SampleReader.Open(folder.Write("left.csv", Csv.Gzip(Csv.Rows(3))))) packed.Read(new ImuSample[9]).ShouldBe(3);
    }

    [Fact]
    public void Read_LineWithoutEnd_IsNoCsv() => Csv.Fails(new string('x', 300_000)).Message.ShouldContain("no CSV");

    [Fact]
    public void Open_FileMissing_SaysSo() =>
        Should.Throw<RecordingFormatException>(() => SampleReader.Open("/nowhere/left.csv")).Message.ShouldBe("/nowhere/left.csv: is not there");

    [Fact]
    public void Read_LongFile_AllocatesNothingPerRow()
    {
        byte[] bytes = Csv.Rows(20_000);
        Measure(bytes);
        long one = Measure(bytes);
        one.ShouldBeLessThan(50_000, "the reader's own buffers, and nothing for each of the 20 000 rows");
    }

    private static long Measure(byte[] bytes)
    {
        var block = new ImuSample[256];
        long before = GC.GetAllocatedBytesForCurrentThread();
        using SampleReader reader = SampleReader.Open(new MemoryStream(bytes), "left.csv");
        while (reader.Read(block) > 0)
        {
        }

        reader.SamplesRead.ShouldBe(20_000);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
