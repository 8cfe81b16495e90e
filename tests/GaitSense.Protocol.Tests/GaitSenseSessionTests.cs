using System.Buffers;

namespace GaitSense.Protocol.Tests;

public sealed class GaitSenseSessionTests
{
    private static readonly StreamInfo Info = new()
    {
        Version = ProtocolVersion.Current,
        Stream = 7,
        IsStreaming = true,
        Epoch = 0xCAFE,
        PeriodNs = 5_000_000,
        AccelFullScaleMg = 16_000,
        GyroFullScaleTenthDegPerS = 20_000,
        FilterDelayUs = 2_500,
        Foot = SensorFoot.Left,
        SamplesPerPacket = 4,
    };

    private readonly SensorDialogue _dialogue = SensorProfiles.GaitSense.Open(StreamSettings.Default);
    private readonly RawReading[] _readings = new RawReading[SensorDialogue.MaxReadings];

    [Fact]
    public void NextStep_WithASensorThatAgrees_EndsStreaming()
    {
        List<ControlOpcode> asked = Connect();
        asked.ShouldBe([ControlOpcode.Hello, ControlOpcode.Configure, ControlOpcode.Start]);
        _dialogue.Stream.ShouldNotBeNull().Epoch.ShouldBe(0xCAFEu);
        _dialogue.Stream!.FilterDelayS.ShouldBe(0.0025);
    }

    [Fact]
    public void Decode_OfAPacket_GivesEachSampleItsTimeAndIndex()
    {
        Connect();
        Decode(GaitSenseUuid.SampleStream, Packet(7, 65535, uint.MaxValue)).ShouldBe(OperationStatus.Done);
        _readings[0].ShouldBe(new RawReading(1, 2, 3, 4, 5, 6, uint.MaxValue, 65535, SampleMarks.None));
        _readings[1].ShouldBe(new RawReading(-1, -2, -3, -4, -5, -6, 4999, 0, SampleMarks.None));
    }

    [Fact]
    public void Decode_OfAPacketThatIsMarked_MarksTheSamplesAtTheirEndsOnly()
    {
        Connect();
        RawSample quiet = new(1, 2, 3, 4, 5, 6), hit = quiet with { AccZ = short.MaxValue }, spun = quiet with { GyrY = short.MinValue };
        Decode(GaitSenseUuid.SampleStream, Packet(SampleMarks.None, quiet, hit, spun)).ShouldBe(OperationStatus.Done);
        _readings[..3].Select(r => r.Marks).ShouldBe([SampleMarks.None, SampleMarks.AccelClipped, SampleMarks.GyroClipped]);
    }

    [Fact]
    public void Decode_OfAPacketMarkedForNoCountThatShows_MarksAllItsSamples()
    {
        // The chip felt it before its filter: nobody can say when.
        Connect();
        RawSample quiet = new(1, 2, 3, 4, 5, 6), spun = quiet with { GyrY = short.MinValue };
        Decode(GaitSenseUuid.SampleStream, Packet(SampleMarks.AccelClipped, quiet, spun)).ShouldBe(OperationStatus.Done);
        _readings[..2].Select(r => r.Marks).ShouldBe([SampleMarks.AccelClipped, SampleMarks.AccelClipped | SampleMarks.GyroClipped]);
    }

    [Fact]
    public void Decode_OfAnotherStream_CountsItAndReadsTheInfoAgain()
    {
        Connect();
        Decode(GaitSenseUuid.SampleStream, Packet(8, 0, 0)).ShouldBe(OperationStatus.InvalidData);
        _dialogue.Counters.OtherStream.ShouldBe(1);
        SensorStep step = _dialogue.NextStep();
        (step.Kind, step.Characteristic).ShouldBe((SensorStepKind.Read, GaitSenseUuid.StreamInfo));
        _dialogue.OnRead(Bytes(Info with { Stream = 8 }));
        Decode(GaitSenseUuid.SampleStream, Packet(8, 0, 0)).ShouldBe(OperationStatus.Done);
    }

    [Fact]
    public void Decode_WithTheSameInfoAgain_KeepsTheStream()
    {
        Connect();
        StreamDescription? before = _dialogue.Stream;
        Decode(GaitSenseUuid.StreamInfo, Bytes(Info with { SamplesPerPacket = 1 }));
        _dialogue.Stream.ShouldBeSameAs(before);
        Decode(GaitSenseUuid.StreamInfo, Bytes(Info with { Epoch = 1 }));
        _dialogue.Stream.ShouldNotBeSameAs(before);
    }

    [Fact]
    public void NextStep_WithAnotherMajorVersion_NamesBothVersions()
    {
        Step(SensorStepKind.Subscribe, 3);
        SensorStep hello = _dialogue.NextStep();
        byte[] answer = new byte[ControlAnswer.MaxSize];
        int size = ControlAnswers.WriteHello(answer, hello.Value.Span[1], ControlError.Version, new(new(0x23), 2, 2, 0x0100));
        Decode(GaitSenseUuid.ControlPoint, answer.AsSpan(0, size));
        _dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Refused);
        _dialogue.Refusal!.Message.ShouldContain("2.3");
        _dialogue.Refusal.Message.ShouldContain(ProtocolVersion.Current.ToString());
    }

    [Fact]
    public void NextStep_WithASilentSensor_AsksThreeTimesThenGivesUp()
    {
        Step(SensorStepKind.Subscribe, 3);
        for (int attempt = 0; attempt < 3; attempt++)
        {
            _dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Write);
            _dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Wait);
            _dialogue.OnTimeout();
        }

        _dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Refused);
        _dialogue.Refusal!.Kind.ShouldBe(SensorRefusalKind.NoAnswer);
        _dialogue.Refusal.Message.ShouldBe("does not answer; switch it off and on again");
    }

    [Fact]
    public void NextStep_WithAnOffer_TakesIt()
    {
        List<ControlOpcode> asked = Connect(refuseRange: true);
        asked.ShouldBe([ControlOpcode.Hello, ControlOpcode.Configure, ControlOpcode.Configure, ControlOpcode.Start]);
    }

    [Fact]
    public void TryAskTime_WithAnAnswer_PairsItByItsToken()
    {
        Connect();
        _dialogue.TryAskTime(111, out SensorStep first).ShouldBeTrue();
        _dialogue.TryAskTime(222, out SensorStep second).ShouldBeTrue();
        byte[] answer = new byte[ControlAnswer.MaxSize];
        ControlAnswers.WriteTime(answer, second.Value.Span[1], new(0xFE, 10, 20));
        Decode(GaitSenseUuid.ControlPoint, answer);
        _dialogue.TryTakeTime(out ulong host, out TimeAnswer time).ShouldBeTrue();
        (host, time).ShouldBe((222ul, new TimeAnswer(0xFE, 10, 20)));
        _dialogue.TryTakeTime(out _, out _).ShouldBeFalse();
        Decode(GaitSenseUuid.ControlPoint, answer);
        _dialogue.TryTakeTime(out _, out _).ShouldBeFalse(); // the same answer twice
        ControlAnswers.WriteTime(answer, first.Value.Span[1], new(0xFE, 5, 6));
        Decode(GaitSenseUuid.ControlPoint, answer);
        _dialogue.TryTakeTime(out host, out _).ShouldBeTrue();
        host.ShouldBe(111ul);
    }

    [Fact]
    public void TryTakeTime_OfAnAnswerOfAnotherClock_GivesNoneAndReadsTheInfoAgain()
    {
        Connect();
        _dialogue.TryAskTime(111, out SensorStep asked).ShouldBeTrue();
        byte[] answer = new byte[ControlAnswer.MaxSize];
        ControlAnswers.WriteTime(answer, asked.Value.Span[1], new(0xFF, 10, 20)); // the samples' clock is 0xCAFE
        Decode(GaitSenseUuid.ControlPoint, answer);
        _dialogue.TryTakeTime(out _, out _).ShouldBeFalse();
        _dialogue.Counters.UnexpectedAnswers.ShouldBe(1);
        SensorStep step = _dialogue.NextStep();
        (step.Kind, step.Characteristic).ShouldBe((SensorStepKind.Read, GaitSenseUuid.StreamInfo));
        _dialogue.OnRead(Bytes(Info with { Epoch = 0xCAFF }));
        Decode(GaitSenseUuid.ControlPoint, answer);
        _dialogue.TryTakeTime(out _, out TimeAnswer time).ShouldBeTrue();
        time.EpochLow.ShouldBe((byte)0xFF);
    }

    [Fact]
    public void NextStep_AfterALateAnswer_StillWaitsForItsOwn()
    {
        Step(SensorStepKind.Subscribe, 3);
        byte first = _dialogue.NextStep().Value.Span[1];
        _dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Wait);
        _dialogue.OnTimeout();
        byte second = _dialogue.NextStep().Value.Span[1];
        second.ShouldNotBe(first, "a request that is repeated has a token of its own");
        byte[] answer = new byte[ControlAnswer.MaxSize];
        int size = ControlAnswers.WriteHello(answer, first, ControlError.None, new(ProtocolVersion.Current, 1, 1, 0));
        Decode(GaitSenseUuid.ControlPoint, answer.AsSpan(0, size));
        _dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Wait);
        answer[1] = second;
        Decode(GaitSenseUuid.ControlPoint, answer.AsSpan(0, size));
        _dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Read);
    }

    [Theory, InlineData(0x10), InlineData(0x11), InlineData(0x1F)]
    public void Connect_WithAnyMinorVersionOfTheSensor_Streams(byte version)
    {
        byte[] info = Bytes(Info with { Version = new(version) });
        Connect();
        Decode(GaitSenseUuid.StreamInfo, info).ShouldBe(OperationStatus.Done);
        _dialogue.Refusal.ShouldBeNull();
    }

    private OperationStatus Decode(Guid characteristic, ReadOnlySpan<byte> value) => _dialogue.Decode(characteristic, value, _readings, out _);

    private void Step(SensorStepKind kind, int times)
    {
        for (int i = 0; i < times; i++) _dialogue.NextStep().Kind.ShouldBe(kind);
    }

    /// <summary>Plays an agreeable sensor until the dialogue streams; gives what it was asked.</summary>
    private List<ControlOpcode> Connect(bool refuseRange = false)
    {
        List<ControlOpcode> asked = [];
        byte[] answer = new byte[ControlAnswer.MaxSize];
        for (SensorStep step = _dialogue.NextStep(); step.Kind != SensorStepKind.Idle; step = _dialogue.NextStep())
        {
            step.Kind.ShouldNotBeOneOf(SensorStepKind.Refused, SensorStepKind.Wait);
            if (step.Kind == SensorStepKind.Read)
                _dialogue.OnRead(step.Characteristic == GaitSenseUuid.StreamInfo ? Bytes(Info with { IsStreaming = false }) : new byte[SensorStatus.Size]);
            if (step.Kind != SensorStepKind.Write) continue;
            ControlRequest.TryRead(step.Value.Span, out ControlRequest request).ShouldBe(OperationStatus.Done);
            asked.Add(request.Opcode);
            bool refuse = refuseRange && request is { Opcode: ControlOpcode.Configure, Settings.RateHz: 200 };
            int size = request.Opcode switch
            {
                ControlOpcode.Hello => ControlAnswers.WriteHello(answer, request.Token, ControlError.None, new(ProtocolVersion.Current, 1, 1, 0)),
                ControlOpcode.Configure => ControlAnswers.WriteConfigure(answer, request.Token, refuse ? ControlError.Range : ControlError.None, new(9_615_385, 16_000, 20_000, StreamProfile.LowLatency, 2)),
                _ => ControlAnswers.WriteStart(answer, request.Token, 7),
            };
            if (request.Opcode == ControlOpcode.Start) Decode(GaitSenseUuid.StreamInfo, Bytes(Info));
            Decode(GaitSenseUuid.ControlPoint, answer.AsSpan(0, size)).ShouldBe(OperationStatus.Done);
        }

        return asked;
    }

    private static byte[] Bytes(in StreamInfo info)
    {
        byte[] bytes = new byte[StreamInfo.Size];
        info.TryWrite(bytes).ShouldBe(OperationStatus.Done);
        return bytes;
    }

    private static byte[] Packet(SampleMarks marks, params RawSample[] samples)
    {
        byte[] bytes = new byte[SamplePacket.HeaderSize + (samples.Length * RawSample.Size)];
        SamplePacket.TryWrite(bytes, marks, 7, 10, 0, samples, out _).ShouldBe(OperationStatus.Done);
        return bytes;
    }

    private static byte[] Packet(byte stream, ushort index, uint timeUs)
    {
        byte[] bytes = new byte[SamplePacket.HeaderSize + (2 * RawSample.Size)];
        SamplePacket.TryWrite(bytes, SampleMarks.None, stream, index, timeUs, [new(1, 2, 3, 4, 5, 6), new(-1, -2, -3, -4, -5, -6)], out _).ShouldBe(OperationStatus.Done);
        return bytes;
    }
}
