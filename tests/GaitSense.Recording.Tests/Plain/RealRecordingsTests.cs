using System.IO.Compression;
using GaitSense.Core;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Samples;
using GaitSense.Reference;

namespace GaitSense.Recording.Tests;

public sealed class RealRecordingsTests
{
    [Fact]
    public void Open_EveryRealRecording_GivesEveryRowOfItsFiles()
    {
        int recordings = 0;
        foreach (string folder in RealRecordings.All())
        {
            PlainRecording recording = PlainRecording.Open(folder);
            recording.Clock.ShouldBe(recording.Name is "gaitmap-ms" ? RecordingClock.Separate : RecordingClock.Shared, recording.Name);
            foreach (PlainSensor sensor in recording.Sensors)
            {
                sensor.File.ShouldStartWith(sensor.Foot == Foot.Left ? "left" : "right");
                string[] lines = Lines(recording.PathOf(sensor));
                using SampleReader reader = recording.OpenSensor(sensor);
                var samples = new ImuSample[lines.Length + 10];
                reader.Read(samples).ShouldBe(lines.Length - 1, sensor.File);
                reader.Read(samples.AsSpan(lines.Length)).ShouldBe(0);
                reader.Warnings.ShouldBeEmpty(sensor.File);
                for (int i = 1; i < lines.Length; i += 501) Line(samples[i - 1]).ShouldBe(lines[i]);
            }

            recordings++;
        }

        recordings.ShouldBeGreaterThanOrEqualTo(60);
    }

    [Fact]
    public void OpenSamples_EveryRealRecording_GivesBothFeetInOrder()
    {
        foreach (string folder in RealRecordings.All())
        {
            PlainRecording recording = PlainRecording.Open(folder);
            List<FootedSample> bySample = [], byRun = [];
            using (MergedSampleReader reader = recording.OpenSamples()) bySample.AddRange(reader);
            using (MergedSampleReader reader = recording.OpenSamples())
            {
                while (reader.ReadRun(out Foot foot) is { IsEmpty: false } run)
                {
                    foreach (ImuSample sample in run) byRun.Add(new(foot, sample));
                }

                reader.SamplesRead.ShouldBe(reader.SamplesOf(Foot.Left) + reader.SamplesOf(Foot.Right));
                reader.Fraction.ShouldBe(1);
            }

            byRun.SequenceEqual(bySample).ShouldBeTrue(recording.Name);
            bySample.Select(s => s.Foot).Distinct().Count().ShouldBe(recording.Sensors.Count);
            if (recording.Clock == RecordingClock.Separate) continue;
            for (int i = 1; i < bySample.Count; i++)
            {
                (FootedSample a, FootedSample b) = (bySample[i - 1], bySample[i]);
                bool inOrder = a.Sample.Time < b.Sample.Time || (a.Sample.Time == b.Sample.Time && a.Foot <= b.Foot);
                if (!inOrder) Assert.Fail($"{recording.Name} at {i}");
            }
        }
    }

    [Fact]
    public void ReadReference_EveryRealRecording_GivesEveryRow()
    {
        int tables = 0;
        foreach (string folder in RealRecordings.All())
        {
            ReferenceData? reference = PlainRecording.Open(folder).ReadReference();
            if (reference is null)
            {
                Directory.Exists(Path.Combine(folder, "reference")).ShouldBeFalse(folder);
                continue;
            }

            tables += Rows(folder, "events.csv", reference.Events?.Count) + Rows(folder, "strides.csv", reference.Strides?.Count)
                + Rows(folder, "stride_sequence.csv", reference.StrideSequence?.Count) + Rows(folder, "ignore.csv", reference.Ignored.Count);
        }

        tables.ShouldBeGreaterThan(50);
    }

    private static int Rows(string folder, string name, int? count)
    {
        string path = Path.Combine(folder, "reference", name);
        if (!File.Exists(path)) (count ?? 0).ShouldBe(0);
        else count.ShouldBe(File.ReadAllLines(path).Length - 1, path);
        return File.Exists(path) ? 1 : 0;
    }

    private static string[] Lines(string path)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Line(in ImuSample s)
    {
        string line = FormattableString.Invariant(
            $"{s.Time.Microseconds / 1e6:F6},{s.AccelMps2.X:F5},{s.AccelMps2.Y:F5},{s.AccelMps2.Z:F5},{s.GyroRadPerS.X:F6},{s.GyroRadPerS.Y:F6},{s.GyroRadPerS.Z:F6}");
        return line;
    }
}
