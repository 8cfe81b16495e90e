using System.Buffers;

namespace GaitSense.Protocol;

/// <summary>
/// The sensor side of the protocol as a state machine, for software sensors and simulation: the C# sister of firmware-protocol/c/gaitsense_sensor.c. It does no input or
/// output and has no clock; times are device times, µs. Not thread-safe. Pushing samples allocates nothing.
/// </summary>
public sealed class SensorFirmware
{
    private readonly FirmwareLimits _limits;
    private readonly RawSample[] _samples = new RawSample[SamplePacket.MaxSamples];
    private int _count, _mtu = PacketSizes.MinMtu;
    private uint _taken, _firstTimeUs;
    private ushort _firstIndex;
    private SampleMarks _marks;
    private bool _lost, _greeted;

    /// <summary>Starts a sensor.</summary>
    /// <param name="limits">What it can do.</param>
    /// <param name="epoch">Names the life of its clock: another after each start. 0 counts as 1.</param>
    /// <param name="foot">The foot it sits on.</param>
    public SensorFirmware(FirmwareLimits limits, uint epoch, SensorFoot foot)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _limits = limits;
        limits.TrySettle(StreamSettings.Default, _mtu, out ConfigureAnswer usual);
        Info = With(new() { Version = ProtocolVersion.Current, Epoch = Math.Max(epoch, 1), Foot = foot, FilterDelayUs = limits.FilterDelayUs }, usual);
        Status = new() { BatteryPercent = SensorStatus.UnknownBattery, TemperatureCentiCelsius = SensorStatus.UnknownTemperature };
        if (Info.TryWrite(stackalloc byte[StreamInfo.Size]) != OperationStatus.Done) throw new ArgumentException("No sensor can have these limits.", nameof(limits));
    }

    /// <summary>The stream info now.</summary>
    public StreamInfo Info { get; private set; }

    /// <summary>The status but its time, which the writer adds. The surroundings set battery and temperature.</summary>
    public SensorStatus Status { get; set; }

    /// <summary>The last motor command that was accepted.</summary>
    public MotorCommand Motor { get; private set; }

    /// <summary>Whether the host has enabled the notifications of samples. Without, samples are thrown away and counted as lost.</summary>
    public bool IsSubscribed { get; set; }

    /// <summary>ATT MTU, bytes.</summary>
    public int Mtu
    {
        get => _mtu;
        set
        {
            _mtu = Math.Max(value, PacketSizes.MinMtu);
            Info = Info with { SamplesPerPacket = (byte)PacketSizes.SamplesPerPacket(Info.Profile, Info.PeriodNs, _mtu) };
        }
    }

    /// <summary>A host connected.</summary>
    /// <param name="mtu">ATT MTU, bytes.</param>
    public FirmwareActions Connect(int mtu) => ResetLink(mtu);

    /// <summary>The connection ended: the stream and the motor stop; configuration and clock go on.</summary>
    public FirmwareActions Disconnect() => ResetLink(PacketSizes.MinMtu) & ~(FirmwareActions.NotifyInfo | FirmwareActions.NotifyStatus);

    /// <summary>Something was written to the control point.</summary>
    /// <param name="bytes">What.</param>
    /// <param name="receivedUs">When it came.</param>
    /// <param name="nowUs">When the answer will leave.</param>
    /// <param name="answer">Receives the answer; <see cref="ControlAnswer.MaxSize"/> bytes.</param>
    /// <param name="length">Its length; 0: there is none.</param>
    /// <returns>What is to be done before the answer is notified.</returns>
    public FirmwareActions Control(ReadOnlySpan<byte> bytes, ulong receivedUs, ulong nowUs, Span<byte> answer, out int length)
    {
        length = 0;
        PacketFault fault = ControlRequest.Check(bytes);
        if (fault is PacketFault.TooShort or PacketFault.UnknownKind)
        {
            CountBad();
            return FirmwareActions.None;
        }

        (var opcode, byte token) = ((ControlOpcode)bytes[0], bytes[1]);
        ControlError error = !_greeted && opcode != ControlOpcode.Hello ? ControlError.Version
            : fault == PacketFault.BadLength ? ControlError.Malformed
            : fault != PacketFault.None ? ControlError.Range
            : ControlError.None;
        var todo = FirmwareActions.None;
        if (error == ControlError.None)
        {
            _ = ControlRequest.TryRead(bytes, out ControlRequest request);
            todo = CarryOut(request, receivedUs, nowUs, answer, ref error, out length);
        }

        if (error != ControlError.None) CountBad();
        if (length == 0) length = ControlAnswers.Write(answer, opcode, token, error);
        return todo;
    }

    /// <summary>Something was written to the motor characteristic. Before hello only a stop is carried out.</summary>
    /// <param name="bytes">What.</param>
    /// <param name="nowUs">When.</param>
    public FirmwareActions Vibrate(ReadOnlySpan<byte> bytes, ulong nowUs)
    {
        ControlError error = ControlError.None;
        FirmwareActions todo = FirmwareActions.None;
        if (MotorCommand.TryRead(bytes, out MotorCommand command) != OperationStatus.Done) error = ControlError.Range;
        else if (!_greeted && command.Strength > 0) error = ControlError.Version;
        else todo = RunMotor(command, nowUs, ref error);
        if (error != ControlError.None) CountBad();
        return todo;
    }

    /// <summary>A sample was taken.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="timeUs">When.</param>
    /// <param name="packet">Receives a packet; <see cref="SamplePacket.MaxSize"/> bytes.</param>
    /// <returns>Length of a packet that is to be notified; 0: none yet.</returns>
    public int Push(in RawSample sample, ulong timeUs, Span<byte> packet)
    {
        if (!Info.IsStreaming) return 0;
        if (!IsSubscribed || _count == _samples.Length)
        {
            CountLost((uint)_count + 1);
            _count = 0;
            _taken++;
            return 0;
        }

        if (_count == 0) (_firstIndex, _firstTimeUs) = ((ushort)_taken, (uint)timeUs);
        _samples[_count++] = sample;
        _taken++;
        return _count >= Info.SamplesPerPacket ? Flush(packet) : 0;
    }

    /// <summary>What was pushed and not sent yet, as a packet. To be called at stop and before a pause.</summary>
    /// <param name="packet">Receives it; <see cref="SamplePacket.MaxSize"/> bytes.</param>
    /// <returns>Its length; 0: nothing is left.</returns>
    public int Flush(Span<byte> packet)
    {
        int count = Math.Min(_count, (int)Info.SamplesPerPacket); // more where the MTU shrank
        SampleMarks marks = (_firstIndex == 0 ? _marks : SampleMarks.None) | (_lost ? SampleMarks.Lost : SampleMarks.None);
        if (count == 0 || SamplePacket.TryWrite(packet, marks, Info.Stream, _firstIndex, _firstTimeUs, _samples.AsSpan(0, count), out int length) != OperationStatus.Done) return 0;
        _samples.AsSpan(count, _count - count).CopyTo(_samples);
        _count -= count;
        (_firstIndex, _firstTimeUs) = ((ushort)(_firstIndex + count), _firstTimeUs + (uint)((((ulong)count * Info.PeriodNs) + 500) / 1000));
        (_marks, _lost) = (SampleMarks.None, false);
        return length;
    }

    /// <summary>The sensor lost samples: the index goes on. What was under way comes back as with <see cref="Flush"/>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="packet">Receives the packet.</param>
    public int Lose(uint count, Span<byte> packet)
    {
        if (!Info.IsStreaming) return 0;
        int length = Flush(packet);
        CountLost(count + (uint)_count);
        (_count, _taken) = (0, _taken + count);
        return length;
    }

    /// <summary>The clock was set or started again: a new epoch, and a new stream where one runs.</summary>
    /// <param name="epoch">The new epoch; the next where its low 8 bits are those of the epoch before, or it is 0.</param>
    public FirmwareActions BreakClock(uint epoch)
    {
        byte before = (byte)Info.Epoch;
        while (epoch == 0 || (byte)epoch == before) epoch = unchecked(epoch + 1);
        Info = Info with { Epoch = epoch };
        if (Info.IsStreaming) OpenStream();
        return FirmwareActions.NotifyInfo;
    }

    private FirmwareActions ResetLink(int mtu)
    {
        FirmwareActions todo = ForgetHost();
        IsSubscribed = false;
        Mtu = mtu;
        return todo;
    }

    private FirmwareActions ForgetHost()
    {
        FirmwareActions todo = EndStream();
        (_greeted, _count, Motor) = (false, 0, MotorCommand.Stop);
        return HasMotor ? todo | FirmwareActions.Vibrate : todo;
    }

    private bool HasMotor => (_limits.Features & SensorFeatures.Motor) != SensorFeatures.None;

    private FirmwareActions CarryOut(in ControlRequest request, ulong receivedUs, ulong nowUs, Span<byte> answer, ref ControlError error, out int length)
    {
        length = 0;
        var todo = FirmwareActions.None;
        switch (request.Opcode)
        {
            case ControlOpcode.Hello:
                bool common = request.Majors.Lowest <= ProtocolVersion.CurrentMajor && ProtocolVersion.CurrentMajor <= request.Majors.Highest;
                if (!common) todo = ForgetHost();
                _greeted = common;
                error = common ? ControlError.None : ControlError.Version;
                length = ControlAnswers.WriteHello(answer, request.Token, error, new(ProtocolVersion.Current, ProtocolVersion.CurrentMajor, ProtocolVersion.CurrentMajor, _limits.Firmware));
                break;
            case ControlOpcode.Limits:
                length = ControlAnswers.WriteLimits(answer, request.Token, _limits.ToAnswer());
                break;
            case ControlOpcode.Configure when Info.IsStreaming:
                error = ControlError.State;
                break;
            case ControlOpcode.Configure:
                error = _limits.TrySettle(request.Settings, _mtu, out ConfigureAnswer nearest) ? ControlError.None : ControlError.Range;
                length = ControlAnswers.WriteConfigure(answer, request.Token, error, nearest);
                if (error == ControlError.None) (Info, todo) = (With(Info, nearest), FirmwareActions.Apply | FirmwareActions.NotifyInfo);
                break;
            case ControlOpcode.Start:
                if (!Info.IsStreaming)
                {
                    if (!IsSubscribed) error = ControlError.State;
                    else if ((Status.Marks & StatusMarks.ImuFault) != StatusMarks.None) error = ControlError.Hardware;
                    if (error != ControlError.None) break;
                    OpenStream();
                    todo = FirmwareActions.NotifyInfo | FirmwareActions.Start | FirmwareActions.NotifyStatus;
                }

                length = ControlAnswers.WriteStart(answer, request.Token, Info.Stream);
                break;
            case ControlOpcode.Stop:
                length = ControlAnswers.WriteStop(answer, request.Token, new(Info.Stream, _taken));
                todo = EndStream();
                break;
            case ControlOpcode.Time:
                length = ControlAnswers.WriteTime(answer, request.Token, new((byte)Info.Epoch, receivedUs, Math.Max(receivedUs, nowUs)));
                break;
            case ControlOpcode.Vibrate:
                todo = RunMotor(request.Motor, nowUs, ref error);
                break;
            case ControlOpcode.SetFoot:
                if (Info.Foot != request.Foot) (Info, todo) = (Info with { Foot = request.Foot }, FirmwareActions.StoreFoot | FirmwareActions.NotifyInfo);
                break;
            default:
                error = ControlError.UnknownOpcode;
                break;
        }

        return todo;
    }

    private FirmwareActions RunMotor(in MotorCommand command, ulong nowUs, ref ControlError error)
    {
        const uint MaxAheadUs = 2_000_000;
        if (!HasMotor) error = ControlError.Unsupported;
        else if (command.StartUs is { } start && unchecked(start - (uint)nowUs) > MaxAheadUs) error = ControlError.Range;
        if (error != ControlError.None) return FirmwareActions.None;
        Motor = command;
        return FirmwareActions.Vibrate;
    }

    private void OpenStream()
    {
        byte stream = Info.Stream == byte.MaxValue ? (byte)1 : (byte)(Info.Stream + 1);
        Info = Info with { Stream = stream, IsStreaming = true };
        Status = Status with { Stream = stream, SamplesLost = 0, Marks = Status.Marks | StatusMarks.Streaming };
        (_taken, _count, _firstIndex, _lost, _marks) = (0, 0, 0, false, SampleMarks.First);
    }

    private FirmwareActions EndStream()
    {
        if (!Info.IsStreaming) return FirmwareActions.None;
        Info = Info with { IsStreaming = false };
        Status = Status with { Marks = Status.Marks & ~StatusMarks.Streaming };
        return FirmwareActions.Stop | FirmwareActions.NotifyInfo | FirmwareActions.NotifyStatus;
    }

    private void CountLost(uint count)
    {
        _lost = true;
        Status = Status with { SamplesLost = (uint)Math.Min((ulong)Status.SamplesLost + count, uint.MaxValue) };
    }

    private void CountBad() => Status = Status with { BadRequests = (ushort)Math.Min(Status.BadRequests + 1, ushort.MaxValue) };

    private static StreamInfo With(in StreamInfo info, in ConfigureAnswer c) => info with
    {
        PeriodNs = c.PeriodNs,
        AccelFullScaleMg = c.AccelFullScaleMg,
        GyroFullScaleTenthDegPerS = c.GyroFullScaleTenthDegPerS,
        Profile = c.Profile,
        SamplesPerPacket = c.SamplesPerPacket,
    };
}
