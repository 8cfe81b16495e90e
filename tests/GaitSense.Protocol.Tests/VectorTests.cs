using System.Buffers;
using System.Text.Json;

namespace GaitSense.Protocol.Tests;

/// <summary>Every vector, decoded and encoded.</summary>
public sealed class VectorTests
{
    public static TheoryData<string> SamplePackets => Vectors.Names("sample-packets");

    public static TheoryData<string> StreamInfos => Vectors.Names("stream-info");

    public static TheoryData<string> Statuses => Vectors.Names("status");

    public static TheoryData<string> Advertising => Vectors.Names("advertising");

    public static TheoryData<string> Motors => Vectors.Names("motor");

    public static TheoryData<string> Requests => Vectors.Names("requests");

    public static TheoryData<string> Answers => Vectors.Names("answers");

    [Theory, MemberData(nameof(SamplePackets))]
    public void SamplePacket_OfAVector_Agrees(string name)
    {
        Vectors.Vector v = Vectors.Find("sample-packets", name);
        SamplePacket.Check(v.Bytes).ShouldBe(v.Verdict);
        SamplePacket.TryRead(v.Bytes, out SamplePacket packet).ShouldBe(v.Verdict.ToStatus());
        if (v.Verdict != PacketFault.None) return;
        short[][] samples = v.Fields.GetProperty("samples").Deserialize<short[][]>()!;
        ((byte)packet.Marks, packet.StreamBits, packet.Index, packet.TimeUs, packet.Count)
            .ShouldBe((v.Byte("flags"), (int)v.Long("stream"), v.UShort("index"), (uint)v.Long("time_us"), samples.Length));
        var raw = new RawSample[samples.Length];
        for (int k = 0; k < raw.Length; k++)
        {
            raw[k] = new(samples[k][0], samples[k][1], samples[k][2], samples[k][3], samples[k][4], samples[k][5]);
            packet[k].ShouldBe(raw[k]);
        }

        byte[] written = new byte[SamplePacket.MaxSize];
        SamplePacket.TryWrite(written, packet.Marks, (byte)packet.StreamBits, packet.Index, packet.TimeUs, raw, out int size).ShouldBe(OperationStatus.Done);
        Agrees(v, written.AsSpan(0, size));
        SamplePacket.TryWrite(new byte[size - 1], packet.Marks, (byte)packet.StreamBits, packet.Index, packet.TimeUs, raw, out _).ShouldBe(OperationStatus.DestinationTooSmall);
    }

    [Theory, MemberData(nameof(StreamInfos))]
    public void StreamInfo_OfAVector_Agrees(string name)
    {
        Vectors.Vector v = Vectors.Find("stream-info", name);
        StreamInfo.Check(v.Bytes).ShouldBe(v.Verdict);
        StreamInfo.TryRead(v.Bytes, out StreamInfo info).ShouldBe(v.Verdict.ToStatus());
        if (v.Verdict != PacketFault.None) return;
        var expected = new StreamInfo
        {
            Version = new(v.Byte("version")),
            Stream = v.Byte("stream"),
            IsStreaming = v.Long("streaming") == 1,
            Profile = (StreamProfile)v.Long("profile"),
            Epoch = (uint)v.Long("epoch"),
            PeriodNs = (uint)v.Long("period_ns"),
            AccelFullScaleMg = v.UShort("acc_full_scale_mg"),
            GyroFullScaleTenthDegPerS = v.UShort("gyr_full_scale_ddps"),
            FilterDelayUs = v.UShort("filter_delay_us"),
            Foot = (SensorFoot)v.Long("foot"),
            SamplesPerPacket = v.Byte("samples_per_packet"),
        };
        info.ShouldBe(expected);
        byte[] written = new byte[StreamInfo.Size];
        expected.TryWrite(written).ShouldBe(OperationStatus.Done);
        Agrees(v, written);
    }

    [Theory, MemberData(nameof(Statuses))]
    public void Status_OfAVector_Agrees(string name)
    {
        Vectors.Vector v = Vectors.Find("status", name);
        SensorStatus.Check(v.Bytes).ShouldBe(v.Verdict);
        SensorStatus.TryRead(v.Bytes, out SensorStatus status).ShouldBe(v.Verdict.ToStatus());
        if (v.Verdict != PacketFault.None) return;
        var expected = new SensorStatus
        {
            BatteryPercent = v.Byte("battery_percent"),
            Marks = (StatusMarks)v.Long("flags"),
            Stream = v.Byte("stream"),
            LastReset = (ResetReason)v.Long("last_reset"),
            SamplesLost = (uint)v.Long("samples_lost"),
            TemperatureCentiCelsius = (short)v.Long("temperature_cc"),
            BadRequests = v.UShort("bad_requests"),
            TimeUs = v.Unsigned("time_us"),
        };
        status.ShouldBe(expected);
        byte[] written = new byte[SensorStatus.Size];
        expected.TryWrite(written).ShouldBe(OperationStatus.Done);
        Agrees(v, written);
    }

    [Theory, MemberData(nameof(Advertising))]
    public void Advertising_OfAVector_Agrees(string name)
    {
        Vectors.Vector v = Vectors.Find("advertising", name);
        AdvertisedSensor.Check(v.Bytes).ShouldBe(v.Verdict);
        AdvertisedSensor.TryRead(v.Bytes, out AdvertisedSensor sensor).ShouldBe(v.Verdict.ToStatus());
        if (v.Verdict != PacketFault.None) return;
        var expected = new AdvertisedSensor
        {
            Version = new(v.Byte("version")),
            Foot = (SensorFoot)v.Long("foot"),
            IsBondRequired = v.Long("bond_required") == 1,
            IsBatteryLow = v.Long("battery_low") == 1,
            BatteryPercent = v.Byte("battery_percent"),
        };
        sensor.ShouldBe(expected);
        byte[] written = new byte[AdvertisedSensor.Size];
        expected.TryWrite(written).ShouldBe(OperationStatus.Done);
        Agrees(v, written);
    }

    [Theory, MemberData(nameof(Motors))]
    public void Motor_OfAVector_Agrees(string name)
    {
        Vectors.Vector v = Vectors.Find("motor", name);
        MotorCommand.Check(v.Bytes).ShouldBe(v.Verdict);
        MotorCommand.TryRead(v.Bytes, out MotorCommand command).ShouldBe(v.Verdict.ToStatus());
        if (v.Verdict != PacketFault.None) return;
        MotorCommand expected = Motor(v);
        command.ShouldBe(expected);
        byte[] written = new byte[MotorCommand.Size];
        expected.TryWrite(written).ShouldBe(OperationStatus.Done);
        Agrees(v, written);
    }

    [Theory, MemberData(nameof(Requests))]
    public void Request_OfAVector_Agrees(string name)
    {
        Vectors.Vector v = Vectors.Find("requests", name);
        ControlRequest.Check(v.Bytes).ShouldBe(v.Verdict);
        ControlRequest.TryRead(v.Bytes, out ControlRequest request).ShouldBe(v.Verdict.ToStatus());
        if (v.Verdict != PacketFault.None) return;
        ((byte)request.Opcode, request.Token).ShouldBe((v.Byte("opcode"), v.Byte("token")));
        byte[] written = new byte[ControlRequest.MaxSize];
        int size = 0;
        switch (request.Opcode)
        {
            case ControlOpcode.Hello:
                request.Majors.ShouldBe((v.Byte("lowest_major"), v.Byte("highest_major")));
                size = ControlRequests.WriteHello(written, request.Token, v.Byte("lowest_major"), v.Byte("highest_major"));
                break;
            case ControlOpcode.Configure:
                StreamSettings settings = new(v.UShort("rate_hz"), v.UShort("acc_full_scale_mg"), v.UShort("gyr_full_scale_ddps"), (StreamProfile)v.Long("profile"));
                request.Settings.ShouldBe(settings);
                size = ControlRequests.WriteConfigure(written, request.Token, settings);
                break;
            case ControlOpcode.Time:
                request.HostTime.ShouldBe(v.Unsigned("host_time"));
                size = ControlRequests.WriteTime(written, request.Token, v.Unsigned("host_time"));
                break;
            case ControlOpcode.Vibrate:
                request.Motor.ShouldBe(Motor(v));
                size = ControlRequests.WriteVibrate(written, request.Token, Motor(v));
                break;
            case ControlOpcode.SetFoot:
                request.Foot.ShouldBe((SensorFoot)v.Long("foot"));
                size = ControlRequests.WriteSetFoot(written, request.Token, request.Foot);
                break;
            case ControlOpcode.Limits or ControlOpcode.Start or ControlOpcode.Stop:
                size = ControlRequests.WriteSimple(written, request.Token, request.Opcode);
                break;
        }

        if (v.Encodes) Agrees(v, written.AsSpan(0, size));
    }

    [Theory, MemberData(nameof(Answers))]
    public void Answer_OfAVector_Agrees(string name)
    {
        Vectors.Vector v = Vectors.Find("answers", name);
        ControlAnswer.Check(v.Bytes).ShouldBe(v.Verdict);
        ControlAnswer.TryRead(v.Bytes, out ControlAnswer answer).ShouldBe(v.Verdict.ToStatus());
        if (v.Verdict != PacketFault.None) return;
        ((byte)answer.Opcode, answer.Token, (byte)answer.Error, answer.HasParameters).ShouldBe((v.Byte("opcode"), v.Byte("token"), v.Byte("error"), v.Long("has_parameters") == 1));
        byte[] written = new byte[ControlAnswer.MaxSize];
        int size;
        if (!answer.HasParameters) size = ControlAnswers.Write(written, answer.Opcode, answer.Token, answer.Error);
        else size = WriteWithParameters(v, answer, written);
        if (v.Encodes) Agrees(v, written.AsSpan(0, size));
    }

    private static int WriteWithParameters(Vectors.Vector v, in ControlAnswer answer, byte[] written)
    {
        switch (answer.Opcode)
        {
            case ControlOpcode.Hello:
                HelloAnswer hello = new(new(v.Byte("version")), v.Byte("lowest_major"), v.Byte("highest_major"), v.UShort("firmware"));
                answer.Hello.ShouldBe(hello);
                return ControlAnswers.WriteHello(written, answer.Token, answer.Error, hello);
            case ControlOpcode.Limits:
                LimitsAnswer limits = new(
                    v.UShort("lowest_rate_hz"), v.UShort("highest_rate_hz"), v.UShort("acc_full_scale_mg"), v.UShort("gyr_full_scale_ddps"), v.UShort("buffered_samples"), (SensorFeatures)v.Long("features"));
                answer.Limits.ShouldBe(limits);
                return ControlAnswers.WriteLimits(written, answer.Token, limits);
            case ControlOpcode.Configure:
                ConfigureAnswer configuration = new(
                    (uint)v.Long("period_ns"), v.UShort("acc_full_scale_mg"), v.UShort("gyr_full_scale_ddps"), (StreamProfile)v.Long("profile"), v.Byte("samples_per_packet"));
                answer.Configuration.ShouldBe(configuration);
                return ControlAnswers.WriteConfigure(written, answer.Token, answer.Error, configuration);
            case ControlOpcode.Start:
                answer.StartedStream.ShouldBe(v.Byte("stream"));
                return ControlAnswers.WriteStart(written, answer.Token, v.Byte("stream"));
            case ControlOpcode.Stop:
                StopAnswer stopped = new(v.Byte("stream"), (uint)v.Long("samples_taken"));
                answer.Stopped.ShouldBe(stopped);
                return ControlAnswers.WriteStop(written, answer.Token, stopped);
            default:
                TimeAnswer time = new(v.Byte("epoch_low"), v.Unsigned("received_us"), v.Unsigned("sent_us"));
                answer.Time.ShouldBe(time);
                return ControlAnswers.WriteTime(written, answer.Token, time);
        }
    }

    private static MotorCommand Motor(Vectors.Vector v) => new()
    {
        Strength = v.Byte("strength"),
        Pulses = v.Byte("pulses"),
        OnMs = v.UShort("on_ms"),
        OffMs = v.UShort("off_ms"),
        StartUs = v.Long("scheduled") == 1 ? (uint)v.Long("start_us") : null,
    };

    private static void Agrees(Vectors.Vector v, ReadOnlySpan<byte> written) => written.SequenceEqual(v.Bytes).ShouldBe(v.Encodes, Convert.ToHexString(written));
}
