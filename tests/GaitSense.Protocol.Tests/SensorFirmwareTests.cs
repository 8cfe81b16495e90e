using System.Buffers;

namespace GaitSense.Protocol.Tests;

/// <summary>A software sensor and the dialogue that talks to it, with nothing between them.</summary>
public sealed class SensorFirmwareTests
{
    private readonly SensorFirmware _sensor = new(new(), 0xCAFE, SensorFoot.Right);
    private readonly SensorDialogue _dialogue = SensorProfiles.GaitSense.Open(StreamSettings.Default);
    private readonly RawReading[] _readings = new RawReading[SensorDialogue.MaxReadings];
    private readonly byte[] _packet = new byte[SamplePacket.MaxSize];

    [Theory, InlineData(23, 1), InlineData(35, 2), InlineData(185, 4), InlineData(247, 4)]
    public void Push_WithAnyMtu_ArrivesWholeWithTimesAndIndices(int mtu, int perPacket)
    {
        Connect(mtu);
        List<RawReading> received = [];
        for (int i = 0; i < 70_000; i += 1)
        {
            int length = _sensor.Push(new((short)i, 1, 2, 3, 4, 5), ((ulong)i * 5000) + uint.MaxValue - 20_000, _packet);
            if (length == 0) continue;
            length.ShouldBe(SamplePacket.HeaderSize + (perPacket * RawSample.Size));
            length.ShouldBeLessThanOrEqualTo(mtu - 3);
            _dialogue.Decode(GaitSenseUuid.SampleStream, _packet.AsSpan(0, length), _readings, out int count).ShouldBe(OperationStatus.Done);
            received.AddRange(_readings.AsSpan(0, count));
        }

        received.Count.ShouldBe(70_000);
        for (int i = 0; i < received.Count; i++)
        {
            if (received[i].Index != (ushort)i || received[i].Time != (uint)(((ulong)i * 5000) + uint.MaxValue - 20_000) || received[i].AccX != (short)i)
                throw new InvalidOperationException($"{i}: {received[i]}");
        }

        received[0].Marks.ShouldBe(SampleMarks.First);
        _dialogue.Stream!.Foot.ShouldBe(SensorFoot.Right);
    }

    [Fact]
    public void Lose_WhileStreaming_ShowsInIndexAndMark()
    {
        Connect(247);
        for (int i = 0; i < 6; i++) _sensor.Push(default, (ulong)i * 5000, _packet);
        _sensor.Lose(10, _packet).ShouldBe(SamplePacket.HeaderSize + (2 * RawSample.Size));
        int length = 0;
        for (int i = 16; i < 20; i++) length = _sensor.Push(default, (ulong)i * 5000, _packet);
        SamplePacket.TryRead(_packet.AsSpan(0, length), out SamplePacket packet).ShouldBe(OperationStatus.Done);
        (packet.Index, packet.Marks).ShouldBe(((ushort)16, SampleMarks.Lost));
        _sensor.Status.SamplesLost.ShouldBe(10u);
    }

    [Fact]
    public void BreakClock_WhileStreaming_OpensAStreamThatTheSessionFollows()
    {
        Connect(247);
        StreamDescription before = _dialogue.Stream!;
        _sensor.BreakClock(0xCAFE).ShouldBe(FirmwareActions.NotifyInfo);
        int length = 0;
        for (int i = 0; i < 4; i++) length = _sensor.Push(default, (ulong)i * 5000, _packet);
        _dialogue.Decode(GaitSenseUuid.SampleStream, _packet.AsSpan(0, length), _readings, out _).ShouldBe(OperationStatus.InvalidData);
        _dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Read);
        NotifyInfo(read: true);
        _dialogue.Decode(GaitSenseUuid.SampleStream, _packet.AsSpan(0, length), _readings, out int count).ShouldBe(OperationStatus.Done);
        (count, _readings[0].Marks).ShouldBe((4, SampleMarks.First));
        _dialogue.Stream!.Epoch.ShouldNotBe(before.Epoch);
    }

    [Fact]
    public void TryAskTime_OfASensor_GivesItsClock()
    {
        Connect(247);
        _dialogue.TryAskTime(5, out SensorStep write).ShouldBeTrue();
        Write(write.Value.Span, 1_000_000);
        _dialogue.TryTakeTime(out ulong host, out TimeAnswer answer).ShouldBeTrue();
        (host, answer).ShouldBe((5ul, new TimeAnswer(0xFE, 1_000_000, 1_000_250)));
    }

    [Fact]
    public void Disconnect_WhileStreaming_StopsTheStreamAndKeepsTheClock()
    {
        Connect(247);
        _sensor.Disconnect().ShouldBe(FirmwareActions.Stop | FirmwareActions.Vibrate);
        _sensor.Push(default, 0, _packet).ShouldBe(0);
        _sensor.Info.Epoch.ShouldBe(0xCAFEu);
        byte[] answer = new byte[ControlAnswer.MaxSize];
        _sensor.Control([(byte)ControlOpcode.Start, 1], 0, 0, answer, out int length);
        ControlAnswer.TryRead(answer.AsSpan(0, length), out ControlAnswer refusal).ShouldBe(OperationStatus.Done);
        refusal.Error.ShouldBe(ControlError.Version); // hello is missing
    }

    [Fact]
    public void Control_OfEveryRequestVectorMutated_AnswersWellFormed()
    {
        _sensor.Connect(247);
        var random = new Random(4);
        byte[] answer = new byte[ControlAnswer.MaxSize];
        byte[][] seeds = [.. Vectors.Read("requests").Select(v => v.Bytes)];
        for (int i = 0; i < 100_000; i++)
        {
            byte[] bytes = [.. seeds[random.Next(seeds.Length)]];
            if (bytes.Length > 0 && random.Next(2) == 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            _sensor.IsSubscribed = random.Next(2) == 0;
            _sensor.Control(bytes.AsSpan(0, random.Next(8) == 0 ? random.Next(bytes.Length + 1) : bytes.Length), 1, 2, answer, out int length);
            if (length > 0 && ControlAnswer.Check(answer.AsSpan(0, length)) != PacketFault.None) throw new InvalidOperationException(Convert.ToHexString(bytes));
            if (_sensor.Info.TryWrite(_packet) != OperationStatus.Done) throw new InvalidOperationException(Convert.ToHexString(bytes));
        }
    }

    public static TheoryData<string> Dialogues => [.. Vectors.ReadDialogues().Keys];

    [Theory, MemberData(nameof(Dialogues))]
    public void Sensor_InADialogueOfTheSpecification_DoesAndSaysTheSameAsTheCReference(string name)
    {
        SensorFirmware sensor = new(new() { FilterDelayUs = 2500 }, 0xCAFE, SensorFoot.Left);
        byte[] sent = new byte[SamplePacket.MaxSize];
        int at = 0;
        foreach (Vectors.Step s in Vectors.ReadDialogues()[name])
        {
            int length = 0;
            var todo = FirmwareActions.None;
            switch (s.Op)
            {
                case "connect": todo = sensor.Connect((int)s.Value); break;
                case "disconnect": todo = sensor.Disconnect(); break;
                case "subscribe": sensor.IsSubscribed = s.Value != 0; break;
                case "control": todo = sensor.Control(s.Given, s.At, s.At + 250, sent, out length); break;
                case "motor": todo = sensor.Vibrate(s.Given, s.At); break;
                case "push": length = sensor.Push(new(1, 2, 3, 4, 5, 6), s.At, sent); break;
                case "clock": todo = sensor.BreakClock(s.Value); break;
                case "info": sensor.Info.TryWrite(sent).ShouldBe(OperationStatus.Done); length = StreamInfo.Size; break;
                case "bad": ((uint)sensor.Status.BadRequests).ShouldBe(s.Value); break;
                default: throw new InvalidOperationException(s.Op);
            }

            ((int)todo).ShouldBe(s.Do, $"step {at}");
            Convert.ToHexString(sent.AsSpan(0, length)).ShouldBe(Convert.ToHexString(s.Answer), $"step {at}");
            at++;
        }
    }

    private void Connect(int mtu)
    {
        _sensor.Connect(mtu);
        for (SensorStep step = _dialogue.NextStep(); step.Kind != SensorStepKind.Idle; step = _dialogue.NextStep())
        {
            step.Kind.ShouldBeOneOf(SensorStepKind.Subscribe, SensorStepKind.Read, SensorStepKind.Write);
            if (step.Kind == SensorStepKind.Subscribe && step.Characteristic == GaitSenseUuid.SampleStream) _sensor.IsSubscribed = true;
            if (step.Kind == SensorStepKind.Write) Write(step.Value.Span, 0);
            if (step.Kind != SensorStepKind.Read) continue;
            if (step.Characteristic == GaitSenseUuid.StreamInfo) NotifyInfo(read: true);
            else _dialogue.OnRead(Vectors.Find("status", "nothing is known").Bytes);
        }

        _dialogue.Stream.ShouldNotBeNull();
    }

    private void Write(ReadOnlySpan<byte> request, ulong nowUs)
    {
        byte[] answer = new byte[ControlAnswer.MaxSize];
        FirmwareActions todo = _sensor.Control(request, nowUs, nowUs + 250, answer, out int length);
        if ((todo & FirmwareActions.NotifyInfo) != FirmwareActions.None) NotifyInfo(read: false);
        _dialogue.Decode(GaitSenseUuid.ControlPoint, answer.AsSpan(0, length), _readings, out _).ShouldBe(OperationStatus.Done);
    }

    private void NotifyInfo(bool read)
    {
        byte[] info = new byte[StreamInfo.Size];
        _sensor.Info.TryWrite(info).ShouldBe(OperationStatus.Done);
        if (read) _dialogue.OnRead(info);
        else _dialogue.Decode(GaitSenseUuid.StreamInfo, info, _readings, out _).ShouldBe(OperationStatus.Done);
    }
}
