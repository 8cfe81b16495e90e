using System.Buffers;

namespace GaitSense.Protocol;

/// <summary>Talks firmware-protocol/SPEC.md: hello, stream info, configure, start; then decodes.</summary>
internal sealed class GaitSenseDialogue(StreamSettings settings) : SensorDialogue
{
    private const int AnswerMs = 2000;
    private const int Attempts = 3;

    private enum Stage { SubscribeControl, SubscribeInfo, SubscribeStatus, Hello, ReadInfo, ReadStatus, StopOld, Configure, SubscribeSamples, Start, Streaming, Stop, Stopped }

    private readonly byte[] _request = new byte[ControlRequest.MaxSize];
    private readonly byte[] _motor = new byte[MotorCommand.Size];
    private readonly TimeQuestions _questions = new();
    private StreamSettings _settings = settings;
    private StreamInfo _info;
    private Stage _stage;
    private byte _token;
    private int _attempts;
    private bool _waits, _offered, _wantsInfo;

    public override SensorStep NextStep()
    {
        if (Refusal is not null) return SensorStep.Refused;
        if (_waits) return SensorStep.Wait(AnswerMs);
        if (_wantsInfo)
        {
            _wantsInfo = false;
            return SensorStep.Read(GaitSenseUuid.Service, GaitSenseUuid.StreamInfo);
        }

        switch (_stage)
        {
            case Stage.SubscribeControl: return Advance(SensorStep.Subscribe(GaitSenseUuid.Service, GaitSenseUuid.ControlPoint));
            case Stage.SubscribeInfo: return Advance(SensorStep.Subscribe(GaitSenseUuid.Service, GaitSenseUuid.StreamInfo));
            case Stage.SubscribeStatus: return Advance(SensorStep.Subscribe(GaitSenseUuid.Service, GaitSenseUuid.Status));
            case Stage.Hello: return Ask(ControlRequests.WriteHello(_request, ++_token));
            case Stage.ReadInfo: return Advance(SensorStep.Read(GaitSenseUuid.Service, GaitSenseUuid.StreamInfo));
            case Stage.ReadStatus: return Advance(SensorStep.Read(GaitSenseUuid.Service, GaitSenseUuid.Status));
            case Stage.StopOld when !_info.IsStreaming:
                _stage++;
                return NextStep();
            case Stage.StopOld or Stage.Stop: return Ask(ControlRequests.WriteSimple(_request, ++_token, ControlOpcode.Stop));
            case Stage.Configure: return Ask(ControlRequests.WriteConfigure(_request, ++_token, _settings));
            case Stage.SubscribeSamples: return Advance(SensorStep.Subscribe(GaitSenseUuid.Service, GaitSenseUuid.SampleStream));
            case Stage.Start: return Ask(ControlRequests.WriteSimple(_request, ++_token, ControlOpcode.Start));
            default: return SensorStep.Idle;
        }
    }

    public override void BeginStop()
    {
        (_waits, _attempts) = (false, 0);
        _stage = _stage == Stage.Streaming ? Stage.Stop : Stage.Stopped;
    }

    public override void OnTimeout()
    {
        if (!_waits) return;
        _waits = false;
        if (++_attempts < Attempts) return;
        if (_stage == Stage.Stop) _stage++;
        else Refusal = new(SensorRefusalKind.NoAnswer, "does not answer; switch it off and on again");
    }

    public override void OnRead(ReadOnlySpan<byte> value)
    {
        // The step after a read was already reached; which value it is, its length and content say: status comes only after stream info.
        if (_stage == Stage.StopOld) TakeStatus(value);
        else TakeInfo(value);
    }

    public override OperationStatus Decode(Guid characteristic, ReadOnlySpan<byte> value, Span<RawReading> readings, out int count)
    {
        RequireRoom(readings);
        count = 0;
        if (characteristic == GaitSenseUuid.SampleStream) return TakeSamples(value, readings, out count);
        if (characteristic == GaitSenseUuid.ControlPoint) return TakeAnswer(value);
        if (characteristic == GaitSenseUuid.StreamInfo) return TakeInfo(value);
        return characteristic == GaitSenseUuid.Status ? TakeStatus(value) : Counters.Count(PacketFault.UnknownKind);
    }

    public override bool TryAskTime(ulong hostUs, out SensorStep write)
    {
        bool ready = _stage > Stage.Hello && Refusal is null;
        write = ready ? SensorStep.Write(GaitSenseUuid.Service, GaitSenseUuid.ControlPoint, _questions.Ask(hostUs), withResponse: false) : default;
        return ready;
    }

    public override bool TryTakeTime(out ulong hostUs, out TimeAnswer answer) => _questions.TryTake(out hostUs, out answer);

    public override bool TryVibrate(in MotorCommand command, out SensorStep write)
    {
        bool good = _stage > Stage.Hello && Refusal is null && command.TryWrite(_motor) == OperationStatus.Done;
        write = good ? SensorStep.Write(GaitSenseUuid.Service, GaitSenseUuid.Motor, _motor, withResponse: false) : default;
        return good;
    }

    private SensorStep Advance(SensorStep step)
    {
        (_stage, _attempts) = (_stage + 1, 0);
        return step;
    }

    private SensorStep Ask(int size)
    {
        _token &= TimeQuestions.FirstToken - 1;
        _request[1] = _token;
        _waits = true;
        return SensorStep.Write(GaitSenseUuid.Service, GaitSenseUuid.ControlPoint, _request.AsMemory(0, size));
    }

    private OperationStatus TakeSamples(ReadOnlySpan<byte> value, Span<RawReading> readings, out int count)
    {
        count = 0;
        PacketFault fault = SamplePacket.Check(value);
        if (fault != PacketFault.None) return Counters.Count(fault);
        Counters.Count(PacketFault.None);
        _ = SamplePacket.TryRead(value, out SamplePacket packet);
        if (Stream is null || packet.StreamBits != (_info.Stream & 0x0F))
        {
            Counters.CountOtherStream();
            _wantsInfo = true;
            return OperationStatus.InvalidData;
        }

        count = packet.ReadTo(readings, _info.PeriodNs);
        Counters.CountSamples(count);
        return OperationStatus.Done;
    }

    private OperationStatus TakeInfo(ReadOnlySpan<byte> value)
    {
        PacketFault fault = StreamInfo.Check(value);
        if (fault == PacketFault.None)
        {
            _ = StreamInfo.TryRead(value, out _info);
            StreamDescription stream = Describe(_info);
            if (stream != Stream) Stream = stream; // the same object as long as it is the same stream
        }
        else if (_stage == Stage.ReadStatus)
        {
            Refusal = fault == PacketFault.OtherVersion ? WrongVersion(new(value[0])) : new(SensorRefusalKind.Nonsense, "describes its stream in a way that cannot be true; update its firmware");
        }

        return Counters.Count(fault);
    }

    private OperationStatus TakeStatus(ReadOnlySpan<byte> value)
    {
        PacketFault fault = SensorStatus.Check(value);
        if (fault == PacketFault.None && SensorStatus.TryRead(value, out SensorStatus status) == OperationStatus.Done) Status = status;
        return Counters.Count(fault);
    }

    private OperationStatus TakeAnswer(ReadOnlySpan<byte> value)
    {
        _questions.Forget();
        PacketFault fault = ControlAnswer.Check(value);
        if (fault != PacketFault.None) return Counters.Count(fault);
        Counters.Count(PacketFault.None);
        _ = ControlAnswer.TryRead(value, out ControlAnswer answer);
        if (answer.Opcode == ControlOpcode.Time && answer.HasParameters)
        {
            if (_info.Epoch != 0 && answer.Time.EpochLow != (byte)_info.Epoch) _wantsInfo = true; // of another clock than the samples
            else if (_questions.TryAnswer(answer.Token, answer.Time)) return OperationStatus.Done;
        }

        if (!_waits || answer.Token != _token || (byte)answer.Opcode != _request[0])
        {
            Counters.CountUnexpectedAnswer();
            return OperationStatus.Done;
        }

        _waits = false;
        if (answer.Error == ControlError.None) Advance(default);
        else if (answer.Error == ControlError.Busy && ++_attempts < Attempts) return OperationStatus.Done;
        else Refuse(answer);
        return OperationStatus.Done;
    }

    private void Refuse(in ControlAnswer answer)
    {
        if (_stage == Stage.Stop) _stage++;
        else if (answer is { Opcode: ControlOpcode.Configure, Error: ControlError.Range, HasParameters: true } && !_offered)
        {
            // Take what the sensor offers instead; the stream says what it is.
            ConfigureAnswer nearest = answer.Configuration;
            _settings = new((ushort)Math.Round(1e9 / nearest.PeriodNs), nearest.AccelFullScaleMg, nearest.GyroFullScaleTenthDegPerS, nearest.Profile);
            _offered = true;
        }
        else if (answer.Error == ControlError.Version) Refusal = answer is { Opcode: ControlOpcode.Hello, HasParameters: true } ? WrongVersion(answer.Hello.Version) : new(SensorRefusalKind.Version, "wants another version of the protocol", answer.Error);
        else Refusal = new(SensorRefusalKind.Error, FormattableString.Invariant($"refuses {answer.Opcode.ToString().ToUpperInvariant()}: {Words(answer.Error)}"), answer.Error);
    }

    private static SensorRefusal WrongVersion(ProtocolVersion version) => new(
        SensorRefusalKind.Version,
        FormattableString.Invariant($"speaks version {version} of the protocol, this program speaks {ProtocolVersion.Current}; update the {(version.Major < ProtocolVersion.CurrentMajor ? "sensor's firmware" : "program")}"),
        ControlError.Version);

    private static string Words(ControlError error) => error switch
    {
        ControlError.NotAllowed => "it wants a bonded link; pair with it first",
        ControlError.Hardware => "its hardware failed; have it repaired",
        ControlError.Battery => "its battery is too low; charge it",
        ControlError.Busy => "it is busy; try again",
        ControlError.State => "it is not in the state for that; switch it off and on again",
        _ => FormattableString.Invariant($"error 0x{(byte)error:X2}; update its firmware"),
    };

    private static StreamDescription Describe(in StreamInfo info)
    {
        double rangeMps2 = info.AccelFullScaleMg * 1e-3 * VendorUnits.StandardGravityMps2, rangeRadPerS = info.GyroFullScaleTenthDegPerS * 0.1 * Math.PI / 180;
        return new()
        {
            AccelScaleMps2 = rangeMps2 / 32768,
            GyroScaleRadPerS = rangeRadPerS / 32768,
            AccelRangeMps2 = rangeMps2,
            GyroRangeRadPerS = rangeRadPerS,
            PeriodS = info.PeriodNs * 1e-9,
            TimestampBits = 32,
            TimestampHz = 1e6,
            CounterBits = 16,
            Epoch = info.Epoch,
            Number = info.Stream,
            FilterDelayS = info.FilterDelayUs == StreamInfo.UnknownDelay ? null : info.FilterDelayUs * 1e-6,
            Foot = info.Foot,
        };
    }
}
