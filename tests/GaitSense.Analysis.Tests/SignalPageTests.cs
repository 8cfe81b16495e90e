using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using GaitSense.Analysis.Signal;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

public sealed class SignalPageTests
{
    private const int Channels = SignalTrack.Channels;

    [Theory]
    [InlineData(25, 70)]
    [InlineData(200, 70)]
    [InlineData(2000, 45)]
    public void Stretches_AnyRate_HoldEverySampleToHalfAStep(double rateHz, double seconds)
    {
        using SignalTrack track = new();
        List<ImuSample> samples = [.. Samples(rateHz, seconds)];
        foreach (ImuSample sample in samples) track.Push(in sample);
        track.Complete();

        List<(double Time, double[] Values)> read = [.. track.Stretches.SelectMany(Unpack)];
        read.Count.ShouldBe(samples.Count);
        for (int i = 0; i < samples.Count; i++)
        {
            read[i].Time.ShouldBe(samples[i].Time.Seconds, 1e-9);
            for (int c = 0; c < Channels; c++) read[i].Values[c].ShouldBe(Value(samples[i], c), 0.5001 * Step(c));
        }
    }

    [Fact]
    public void Stretches_HoleInTheSamples_IsNeverInsideOne()
    {
        using SignalTrack track = new();
        foreach (ImuSample sample in Samples(100, 20).Where(s => s.Time.Seconds is < 5 or > 6.5)) track.Push(in sample);
        track.Complete();

        track.Stretches.ShouldAllBe(s => s.End.Seconds < 5 || s.Start.Seconds > 6.5);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3000)]
    public void Overview_AnyLength_HoldsTheLeastAndTheGreatestOfEachSpan(double seconds)
    {
        using SignalTrack track = new();
        List<ImuSample> samples = [.. Samples(50, seconds)];
        foreach (ImuSample sample in samples) track.Push(in sample);
        track.Complete();
        byte[] bytes = track.Overview();
        short[][] read = [.. Enumerable.Range(0, 2 * Channels).Select(c => Enumerable.Range(0, track.Spans).Select(i => BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(2 * ((c * track.Spans) + i)))).ToArray())];

        track.Spans.ShouldBeLessThanOrEqualTo(8192);
        foreach (IGrouping<int, ImuSample> span in samples.GroupBy(s => (int)(s.Time.SecondsSince(samples[0].Time) / track.SpanS)))
        {
            for (int c = 0; c < Channels; c++)
            {
                (read[c][span.Key] * Step(c)).ShouldBe(span.Min(s => Value(s, c)), 0.5001 * Step(c));
                (read[Channels + c][span.Key] * Step(c)).ShouldBe(span.Max(s => Value(s, c)), 0.5001 * Step(c));
            }
        }
    }

    [Fact]
    public void Push_BeyondSixteenBits_StaysAtTheEndOfTheScale()
    {
        using SignalTrack track = new();
        track.Push(new ImuSample(DeviceTime.FromSeconds(1), new Vector3D(1e6, -1e6, double.NaN), new Vector3D(1e9, -1e9, 0)));
        track.Complete();

        Unpack(track.Stretches[0]).Single().Values.ShouldBe([32767 * 0.01, -32768 * 0.01, 0, 32767 * 0.0012, -32768 * 0.0012, 0], 1e-9);
    }

    [Fact]
    public void Write_HostileNameAndReject_AreEscapedAndNothingComesFromOutside()
    {
        using SignalCollector signal = new();
        foreach (ImuSample sample in Samples(100, 3)) signal.Push(new FootedSample(Foot.Left, sample));
        signal.OnStride(new Stride { Foot = Foot.Left, TerminalContact = DeviceTime.FromSeconds(1), End = DeviceTime.FromSeconds(1.4), RejectReason = RejectReason.Gap });
        string page = Page(signal, new WalkContext { Recording = "</script><script>alert(1)</script>" });

        page.ShouldNotContain("alert(1)</script>");
        page.ShouldContain("1 of 1 strides");
        page.ShouldContain("Samples were missing");
        page.ShouldNotContain("http");
        page.ShouldNotContain("src=");
    }

    [Fact]
    public void Write_NoSample_IsAPageThatSaysSo()
    {
        using SignalCollector signal = new();
        Page(signal, new WalkContext { Recording = "empty" }).ShouldContain("\"feet\":[]");
    }

    private static string Page(SignalCollector signal, WalkContext context)
    {
        StringBuilder page = new();
        SignalPage.Write(signal, context, bytes => page.Append(Encoding.UTF8.GetString(bytes.Span)));
        return page.ToString();
    }

    private static IEnumerable<ImuSample> Samples(double rateHz, double seconds)
    {
        for (int i = 0; i < rateHz * seconds; i++)
        {
            double t = i / rateHz;
            yield return new ImuSample(
                DeviceTime.FromSeconds(12.5 + t), new Vector3D(150 * Math.Sin(3 * t), 9.81 + Math.Cos(40 * t), -0.004 * t), new Vector3D(Math.Sin(7 * t), 30 * Math.Cos(t), i % 3));
        }
    }

    private static double Step(int channel) => channel < 3 ? SignalTrack.AccelStepMps2 : SignalTrack.GyroStepRadPerS;

    private static double Value(in ImuSample s, int channel) => channel switch
    {
        0 => s.AccelMps2.X,
        1 => s.AccelMps2.Y,
        2 => s.AccelMps2.Z,
        3 => s.GyroRadPerS.X,
        4 => s.GyroRadPerS.Y,
        _ => s.GyroRadPerS.Z,
    };

    // What the page's script does, written anew from the format in words.
    private static IEnumerable<(double Time, double[] Values)> Unpack(SignalTrack.Stretch stretch)
    {
        byte[] bytes = Inflate(stretch.Packed);
        short[][] channels = Channelwise(bytes, 4 * stretch.Count, Channels, stretch.Count);
        long us = stretch.Start.Microseconds;
        for (int i = 0; i < stretch.Count; i++)
        {
            us += BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4 * i));
            yield return (us / 1e6, [.. Enumerable.Range(0, Channels).Select(c => channels[c][i] * Step(c))]);
        }
    }

    private static short[][] Channelwise(byte[] bytes, int at, int count, int n)
    {
        short[][] all = new short[count][];
        for (int c = 0; c < count; c++, at += 2 * n)
        {
            all[c] = new short[n];
            short sum = 0;
            for (int i = 0; i < n; i++) all[c][i] = sum = unchecked((short)(sum + (short)(bytes[at + i] | (bytes[at + n + i] << 8))));
        }

        return all;
    }

    private static byte[] Inflate(byte[] packed)
    {
        using DeflateStream inflate = new(new MemoryStream(packed), CompressionMode.Decompress);
        using MemoryStream bytes = new();
        inflate.CopyTo(bytes);
        return bytes.ToArray();
    }
}
