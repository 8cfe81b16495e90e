using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Simulation.Motion;

namespace GaitSense.Benchmarks;

/// <summary>A notification to readings: for each sample of the input, one packet of four samples, as a dialogue gets it.</summary>
internal sealed class DecodeStage : Stage
{
    private const int SamplesPerPacket = 4;
    private const double CountsPerMps2 = 32768 / (16 * FootState.GravityMps2), CountsPerRadPerS = 32768 / (2000 * Math.PI / 180);

    private readonly SensorDialogue _dialogue = SensorProfiles.GaitSense.Open(StreamSettings.Default);
    private readonly RawReading[] _readings = new RawReading[SensorDialogue.MaxReadings];
    private readonly byte[][] _packets;

    public DecodeStage(BenchmarkInput input)
        : base(input)
    {
        StreamInfo info = new()
        {
            Version = ProtocolVersion.Current,
            Stream = 1,
            IsStreaming = true,
            Epoch = 1,
            PeriodNs = (uint)Math.Round(input.Dt * 1e9),
            AccelFullScaleMg = 16_000,
            GyroFullScaleTenthDegPerS = 20_000,
            SamplesPerPacket = SamplesPerPacket,
        };
        byte[] bytes = new byte[StreamInfo.Size];
        info.TryWrite(bytes);
        _dialogue.Decode(GaitSenseUuid.StreamInfo, bytes, _readings, out _);
        _packets = [.. Enumerable.Range(0, BenchmarkInput.Length).Select(i => Pack(input.Samples, i))];
    }

    protected override void Process(int from, int to)
    {
        for (int i = from; i < to; i++) _dialogue.Decode(GaitSenseUuid.SampleStream, _packets[i], _readings, out _);
    }

    private static byte[] Pack(ImuSample[] samples, int first)
    {
        RawSample[] raw = [.. Enumerable.Range(first, SamplesPerPacket).Select(k => Counts(samples[k % samples.Length]))];
        byte[] packet = new byte[SamplePacket.HeaderSize + (SamplesPerPacket * RawSample.Size)];
        SamplePacket.TryWrite(packet, SampleMarks.None, 1, (ushort)first, (uint)first * 5000, raw, out _);
        return packet;
    }

    private static RawSample Counts(in ImuSample s) => new(
        Count(s.AccelMps2.X * CountsPerMps2), Count(s.AccelMps2.Y * CountsPerMps2), Count(s.AccelMps2.Z * CountsPerMps2),
        Count(s.GyroRadPerS.X * CountsPerRadPerS), Count(s.GyroRadPerS.Y * CountsPerRadPerS), Count(s.GyroRadPerS.Z * CountsPerRadPerS));

    private static short Count(double value) => (short)Math.Clamp(Math.Round(value), short.MinValue, short.MaxValue);
}
