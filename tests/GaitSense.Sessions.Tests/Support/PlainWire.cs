using System.Buffers.Binary;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Simulation;

namespace GaitSense.Sessions.Tests;

/// <summary>The plainest protocol a foot could speak: 4 bytes of time and 12 of each sample; 1 start, 2 stop, 3 what time is it.</summary>
internal sealed class PlainFirmware : FootFirmware
{
    public static readonly Guid Stream = Guid.NewGuid(), Control = Guid.NewGuid(), Ours = Guid.NewGuid();

    public override Guid Service => Ours;

    public override Guid StreamCharacteristic => Stream;

    public override Guid AnswerCharacteristic => Control;

    public override byte[]? Read(Guid characteristic, long deviceUs) => [1];

    public override int Write(Guid characteristic, ReadOnlySpan<byte> value, long receivedUs, long answeredUs, Span<byte> answer)
    {
        if (value[0] == 1) IsStreaming = true;
        if (value[0] == 2) IsStreaming = false;
        if (value[0] != 3) return 0;
        answer[0] = value[1];
        BinaryPrimitives.WriteInt64LittleEndian(answer[1..], receivedUs);
        BinaryPrimitives.WriteInt64LittleEndian(answer[9..], answeredUs);
        return 17;
    }

    public override int Encode(ReadOnlySpan<ImuSample> samples, long index, Span<byte> packet)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(packet, (uint)samples[0].Time.Microseconds);
        int at = 4;
        foreach (ref readonly ImuSample s in samples)
        {
            foreach (double v in (ReadOnlySpan<double>)[s.AccelMps2.X * 200, s.AccelMps2.Y * 200, s.AccelMps2.Z * 200, s.GyroRadPerS.X * 900, s.GyroRadPerS.Y * 900, s.GyroRadPerS.Z * 900])
            {
                BinaryPrimitives.WriteInt16LittleEndian(packet[at..], (short)Math.Clamp(Math.Round(v), short.MinValue, short.MaxValue));
                at += 2;
            }
        }

        return at;
    }
}

/// <summary>Speaks it.</summary>
internal sealed class PlainDriver(double periodS) : ISensorDriver
{
    private readonly HostTime[] _asked = new HostTime[256];
    private byte _token;

    public Task<bool> IsPresentAsync(SensorPort port, CancellationToken cancellationToken) => Task.FromResult(true);

    public async Task<SensorKind> OpenAsync(SensorPort port, FootSensorOptions options, CancellationToken cancellationToken)
    {
        await port.SubscribeAsync(PlainFirmware.Ours, PlainFirmware.Stream, 0, cancellationToken).ConfigureAwait(false);
        await port.SubscribeAsync(PlainFirmware.Ours, PlainFirmware.Control, 1, cancellationToken).ConfigureAwait(false);
        return new SensorKind("plain", periodS, ClockClass.Timestamps, 32, 0, AnswersTime: true);
    }

    public Task StartAsync(SensorPort port, CancellationToken cancellationToken) => Write(port, [1], cancellationToken);

    public Task StopAsync(SensorPort port, CancellationToken cancellationToken) => Write(port, [2], cancellationToken);

    public Task AskTimeAsync(SensorPort port, CancellationToken cancellationToken)
    {
        _asked[++_token] = port.Now;
        return Write(port, [3, _token], cancellationToken);
    }

    public Task<int?> ReadBatteryAsync(SensorPort port, CancellationToken cancellationToken) => Task.FromResult<int?>(80);

    public SensorMessage Decode(int channel, ReadOnlySpan<byte> value, HostTime arrival, out SensorPacket packet, Span<SensorReading> readings, out ClockExchange exchange)
    {
        (packet, exchange) = (default, default);
        if (channel == 1)
        {
            exchange = new ClockExchange(
                _asked[value[0]], new DeviceTime(BinaryPrimitives.ReadInt64LittleEndian(value[1..])), new DeviceTime(BinaryPrimitives.ReadInt64LittleEndian(value[9..])), arrival);
            return SensorMessage.Time;
        }

        if (value.Length < 16 || (value.Length - 4) % 12 != 0) return SensorMessage.Malformed;
        packet.Count = (value.Length - 4) / 12;
        packet.Stamp = BinaryPrimitives.ReadUInt32LittleEndian(value);
        for (int i = 0; i < packet.Count; i++)
        {
            ReadOnlySpan<byte> s = value.Slice(4 + (12 * i), 12);
            readings[i] = new SensorReading(Vector(s, 200), Vector(s[6..], 900));
        }

        return SensorMessage.Samples;
    }

    private static Vector3D Vector(ReadOnlySpan<byte> b, double scale) => new(
        BinaryPrimitives.ReadInt16LittleEndian(b) / scale, BinaryPrimitives.ReadInt16LittleEndian(b[2..]) / scale, BinaryPrimitives.ReadInt16LittleEndian(b[4..]) / scale);

    private static Task Write(SensorPort port, byte[] value, CancellationToken cancellationToken) =>
        port.Link.WriteAsync(PlainFirmware.Ours, PlainFirmware.Control, value, withResponse: false, cancellationToken);
}
