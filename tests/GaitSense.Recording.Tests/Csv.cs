using System.IO.Compression;
using System.Text;
using GaitSense.Core;
using GaitSense.Recording.Samples;

namespace GaitSense.Recording.Tests;

/// <summary>CSV text for tests, and what the reader makes of it.</summary>
internal static class Csv
{
    public const string Header = "time_s,acc_x_mps2,acc_y_mps2,acc_z_mps2,gyr_x_radps,gyr_y_radps,gyr_z_radps\n";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Rows(int count) => Bytes(Header + string.Concat(Enumerable.Range(0, count).Select(i =>
        FormattableString.Invariant($"{i * 0.01:F6},{i % 7 * 0.1:F5},-0.20000,9.81000,{i * 0.001:F6},0.000000,-0.012345\n"))));

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal)) zip.Write(bytes);
        return packed.ToArray();
    }

    public static (List<ImuSample> Samples, IReadOnlyList<RecordingWarning> Warnings) Read(string text) => Read(Bytes(text));

    public static (List<ImuSample> Samples, IReadOnlyList<RecordingWarning> Warnings) Read(byte[] bytes, int block = 100)
    {
        List<ImuSample> samples = [];
        IReadOnlyList<RecordingWarning> warnings = ReadInto(samples, bytes, block);
        return (samples, warnings);
    }

    public static IReadOnlyList<RecordingWarning> ReadInto(List<ImuSample> samples, byte[] bytes, int block = 100)
    {
        using SampleReader reader = SampleReader.Open(new MemoryStream(bytes), "left.csv");
        var buffer = new ImuSample[block];
        for (int n; (n = reader.Read(buffer)) > 0;) samples.AddRange(buffer.AsSpan(0, n));
        reader.Fraction.ShouldBe(1);
        return reader.Warnings;
    }

    public static RecordingFormatException Fails(string text) => Should.Throw<RecordingFormatException>(() => Read(text));
}
