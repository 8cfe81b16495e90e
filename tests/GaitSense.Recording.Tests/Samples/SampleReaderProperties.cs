using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Tests;

/// <summary>Whatever the bytes are: a result or one clear error, and the same for any block size.</summary>
public sealed class SampleReaderProperties
{
    private static readonly string[] Pieces =
    [
        "0", "1", "9.81", "-0.5", ".", "-", ",", ",,", "\n", "\r\n", "\"", "nan", "inf", "1e5", "1e999", " ", "\t", "\0", "é", ";",
        "0.01,1,2,3,4,5,6\n", "0.02,1,2,3,4,5,6\n", "0.5,,,,,,\n", "\uFEFF", "time_s", "#",
    ];

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void Read_AnyBytes_IsAResultOrAFormatError()
    {
        Check(Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().ToArbitrary(), Survives);
    }

    [Fact]
    public void Read_PiecesOfCsvInAnyOrder_IsAResultOrAFormatError()
    {
        Check(Text().ToArbitrary(), bytes => Survives(bytes) && Survives(Csv.Gzip(bytes)));
    }

    [Fact]
    public void Read_GzipCutOrDamagedAnywhere_IsAResultOrAFormatError()
    {
        byte[] packed = Csv.Gzip(Csv.Rows(400));
        Gen<byte[]> damaged = from cut in Gen.Choose(0, packed.Length)
                              from at in Gen.Choose(0, packed.Length - 1)
                              from to in Gen.Choose(0, 255)
                              select Damage(packed, cut, at, (byte)to);
        Check(damaged.ToArbitrary(), Survives);
    }

    [Fact]
    public void Read_AnyBlockSize_GivesTheSameSamplesAndTheSameEnd()
    {
        Gen<(byte[] Bytes, int Block)> cases = from bytes in Text() from block in Gen.Choose(1, 40) select (bytes, block);
        Check(cases.ToArbitrary(), c => string.Equals(Outcome(c.Bytes, c.Block), Outcome(c.Bytes, 1000), StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AnyDecimal_IsTheDoubleThatTheLibraryReads()
    {
        Gen<string> numbers = from sign in Gen.Elements("", "-", "+")
                              from whole in Gen.Choose(1, 10).SelectMany(n => Gen.Choose(0, 9).ArrayOf(n))
                              from part in Gen.Choose(0, 10).SelectMany(n => Gen.Choose(0, 9).ArrayOf(n))
                              from exponent in Gen.Frequency((5, Gen.Constant("")), (1, Gen.Choose(-320, 320).Select(e => "e" + e.ToString(CultureInfo.InvariantCulture))))
                              select sign + string.Concat(whole) + "." + string.Concat(part) + exponent;
        Check(numbers.ToArbitrary(), text =>
        {
            double expected = double.Parse(text, CultureInfo.InvariantCulture);
            double actual = Csv.Read(Csv.Header + $"0,{text},0,0,0,0,0\n").Samples[0].AccelMps2.X;
            return actual.Equals(expected);
        });
    }

    [Fact]
    public void Parse_AnySessionText_IsADescriptionOrAFormatError()
    {
        string[] pieces =
        [
            "{", "}", "[", "]", ":", ",", "\"format\"", "\"gaitsense-plain-recording\"", "\"sensors\"", "\"foot\"", "\"left\"", "\"file\"", "\"a.csv\"",
            "\"mounting\"", "\"forward\"", "1", "-1e999", "null", "true", "\"\\ud800\"", "\u0000", "\n", "{\"format\":\"gaitsense-plain-recording\",\"sensors\":[{\"foot\":\"left\",\"file\":\"a\"",
        ];
        using var folder = new TestFolder();
        folder.Write("a.csv", Csv.Rows(1));
        Check(Gen.Elements(pieces).ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            folder.Write("session.json", text);
            try
            {
                return PlainRecording.Open(folder.Path).Sensors.Count > 0;
            }
            catch (RecordingFormatException e)
            {
                return OneLine(e);
            }
        });
    }

    private static Gen<byte[]> Text() =>
        from header in Gen.Frequency((4, Gen.Constant(Csv.Header)), (1, Gen.Constant("")))
        from pieces in Gen.Elements(Pieces).ArrayOf()
        select Csv.Bytes(header + string.Concat(pieces));

    private static byte[] Damage(byte[] bytes, int cut, int at, byte to)
    {
        byte[] damaged = [.. bytes];
        damaged[at] = to;
        return damaged[..cut];
    }

    private static void Check<T>(Arbitrary<T> values, Func<T, bool> holds) => Prop.ForAll(values, holds).Check(Many);

    private static bool Survives(byte[] bytes)
    {
        try
        {
            return Csv.Read(bytes).Samples.TrueForAll(s => s.Time.Microseconds is > long.MinValue and < long.MaxValue);
        }
        catch (RecordingFormatException e)
        {
            return OneLine(e);
        }
    }

    private static bool OneLine(RecordingFormatException e) => !e.Message.Any(char.IsControl) && e.Message.Length < 600;

    private static string Outcome(byte[] bytes, int block)
    {
        List<ImuSample> samples = [];
        string end;
        try
        {
            end = string.Join('|', Csv.ReadInto(samples, bytes, block));
        }
        catch (RecordingFormatException e)
        {
            end = e.Message;
        }

        return string.Join(' ', samples) + end;
    }
}
