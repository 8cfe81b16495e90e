using System.Buffers;
using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Simulation.Motion;

namespace GaitSense.Simulation.Radio;

/// <summary>A foot that speaks the project's own protocol (firmware-protocol/SPEC.md), as a real sensor's firmware would.</summary>
public sealed class ProtocolFirmware : FootFirmware
{
    private const ushort Version = 0x0100;

    private readonly SensorFoot _foot;
    private readonly uint _periodNs;
    private StreamSettings _settings = StreamSettings.Default;
    private byte _stream;
    private uint _epoch = 1;
    private long _nowUs;
    private ushort _index;
    private bool _isGreeted, _isFirst;

    /// <summary>A sensor of one foot.</summary>
    /// <param name="foot">The foot that it says it sits on.</param>
    /// <param name="rateHz">Its rate, Hz: that of the samples it plays.</param>
    /// <param name="mtu">ATT MTU of its links.</param>
    /// <param name="hasMotor">Whether it can vibrate.</param>
    public ProtocolFirmware(Foot foot, double rateHz, int mtu = 247, bool hasMotor = true)
    {
        Motor = hasMotor ? new SimulatedMotor() : null;
        _foot = foot == Foot.Left ? SensorFoot.Left : SensorFoot.Right;
        _periodNs = (uint)Math.Round(1e9 / rateHz);
        FitTo(mtu);
    }

    /// <summary>Makes packets as long as a link takes them, from the next on.</summary>
    /// <param name="mtu">The link's ATT MTU, bytes.</param>
    public void FitTo(int mtu) => SamplesPerPacket = PacketSizes.SamplesPerPacket(StreamProfile.LowLatency, _periodNs, mtu);

    /// <inheritdoc/>
    public override Guid Service => GaitSenseUuid.Service;

    /// <inheritdoc/>
    public override Guid StreamCharacteristic => GaitSenseUuid.SampleStream;

    /// <summary>Its motor; null where it has none.</summary>
    public SimulatedMotor? Motor { get; }

    /// <inheritdoc/>
    public override bool Has(Guid characteristic) => Motor is not null || characteristic != GaitSenseUuid.Motor;

    /// <inheritdoc/>
    public override void Disconnected()
    {
        base.Disconnected();
        Motor?.Halt(_nowUs);
        _isGreeted = false;
    }

    /// <summary>What it says of its battery, percent. <value>The default is 80.</value></summary>
    public byte BatteryPercent { get; set; } = 80;

    /// <inheritdoc/>
    public override void Restarted()
    {
        base.Restarted();
        Motor?.Halt(_nowUs);
        (_isGreeted, _stream, _settings) = (false, 0, StreamSettings.Default);
        _epoch++;
    }

    /// <inheritdoc/>
    public override byte[]? Read(Guid characteristic, long deviceUs)
    {
        if (characteristic == GaitSenseUuid.StreamInfo)
        {
            byte[] info = new byte[StreamInfo.Size];
            Info.TryWrite(info);
            return info;
        }

        if (characteristic != GaitSenseUuid.Status) return null;
        byte[] status = new byte[SensorStatus.Size];
        new SensorStatus { BatteryPercent = BatteryPercent, Marks = IsStreaming ? StatusMarks.Streaming : StatusMarks.None, Stream = _stream, TemperatureCentiCelsius = 3000, TimeUs = (ulong)deviceUs }.TryWrite(status);
        return status;
    }

    /// <inheritdoc/>
    public override void Write(Guid characteristic, ReadOnlySpan<byte> value, long receivedUs, long answeredUs, FootNotification notify)
    {
        ArgumentNullException.ThrowIfNull(notify);
        _nowUs = receivedUs;
        if (characteristic == GaitSenseUuid.Motor)
        {
            if (MotorCommand.TryRead(value, out MotorCommand command) == OperationStatus.Done) Motor?.Run(in command, receivedUs);
            return;
        }

        if (characteristic != GaitSenseUuid.ControlPoint || ControlRequest.TryRead(value, out ControlRequest request) != OperationStatus.Done) return;
        Span<byte> answer = stackalloc byte[ControlAnswer.MaxSize];
        int length;
        if (!_isGreeted && request.Opcode != ControlOpcode.Hello)
        {
            length = ControlAnswers.Write(answer, request.Opcode, request.Token, ControlError.Version);
        }
        else
        {
            length = request.Opcode switch
            {
                ControlOpcode.Hello => Hello(in request, answer),
                ControlOpcode.Configure => Configure(in request, answer),
                ControlOpcode.Start => Start(in request, answer, notify),
                ControlOpcode.Stop => Stop(in request, answer),
                ControlOpcode.Time => ControlAnswers.WriteTime(answer, request.Token, new TimeAnswer((byte)_epoch, (ulong)receivedUs, (ulong)answeredUs)),
                ControlOpcode.SetFoot => ControlAnswers.Write(answer, request.Opcode, request.Token, ControlError.None),
                ControlOpcode.Vibrate => ControlAnswers.Write(answer, request.Opcode, request.Token, Vibrate(request.Motor, receivedUs)),
                _ => ControlAnswers.Write(answer, request.Opcode, request.Token, ControlError.UnknownOpcode),
            };
        }

        notify(GaitSenseUuid.ControlPoint, answer[..length]);
    }

    /// <inheritdoc/>
    public override int Encode(ReadOnlySpan<ImuSample> samples, Span<byte> packet)
    {
        Span<RawSample> raw = stackalloc RawSample[SamplePacket.MaxSamples];
        double a = 32768 / (_settings.AccelFullScaleMg * 1e-3 * FootState.GravityMps2), g = 32768 / (_settings.GyroFullScaleTenthDegPerS * 0.1 * Math.PI / 180);
        for (int i = 0; i < samples.Length; i++)
        {
            Vector3D f = samples[i].AccelMps2, w = samples[i].GyroRadPerS;
            raw[i] = new RawSample(Count(f.X * a), Count(f.Y * a), Count(f.Z * a), Count(w.X * g), Count(w.Y * g), Count(w.Z * g));
        }

        _nowUs = samples[^1].Time.Microseconds;
        SamplePacket.TryWrite(packet, _isFirst ? SampleMarks.First : SampleMarks.None, _stream, _index, (uint)samples[0].Time.Microseconds, raw[..samples.Length], out int written);
        _isFirst = false;
        _index = (ushort)(_index + samples.Length);
        return written;
    }

    private StreamInfo Info => new()
    {
        Version = ProtocolVersion.Current,
        Stream = _stream,
        IsStreaming = IsStreaming,
        Profile = _settings.Profile,
        Epoch = _epoch,
        PeriodNs = _periodNs,
        AccelFullScaleMg = _settings.AccelFullScaleMg,
        GyroFullScaleTenthDegPerS = _settings.GyroFullScaleTenthDegPerS,
        FilterDelayUs = StreamInfo.UnknownDelay,
        Foot = _foot,
        SamplesPerPacket = (byte)SamplesPerPacket,
    };

    private static short Count(double counts) => (short)Math.Clamp(Math.Round(counts), short.MinValue, short.MaxValue);

    private int Hello(in ControlRequest request, Span<byte> answer)
    {
        _isGreeted = request.Majors.Lowest <= ProtocolVersion.CurrentMajor && request.Majors.Highest >= ProtocolVersion.CurrentMajor;
        HelloAnswer hello = new(ProtocolVersion.Current, ProtocolVersion.CurrentMajor, ProtocolVersion.CurrentMajor, Version);
        return ControlAnswers.WriteHello(answer, request.Token, _isGreeted ? ControlError.None : ControlError.Version, in hello);
    }

    private int Configure(in ControlRequest request, Span<byte> answer)
    {
        StreamSettings asked = request.Settings;
        bool fits = Math.Abs((asked.RateHz * 1e-9 * _periodNs) - 1) <= 0.1;
        if (fits && !IsStreaming) _settings = asked;
        ConfigureAnswer told = new(_periodNs, asked.AccelFullScaleMg, asked.GyroFullScaleTenthDegPerS, asked.Profile, (byte)SamplesPerPacket);
        return IsStreaming
            ? ControlAnswers.Write(answer, ControlOpcode.Configure, request.Token, ControlError.State)
            : ControlAnswers.WriteConfigure(answer, request.Token, fits ? ControlError.None : ControlError.Range, in told);
    }

    private int Start(in ControlRequest request, Span<byte> answer, FootNotification notify)
    {
        if (!IsStreaming)
        {
            _stream = (byte)(_stream == byte.MaxValue ? 1 : _stream + 1);
            (_index, _isFirst, IsStreaming) = (0, true, true);
            Span<byte> info = stackalloc byte[StreamInfo.Size];
            Info.TryWrite(info);
            notify(GaitSenseUuid.StreamInfo, info);
        }

        return ControlAnswers.WriteStart(answer, request.Token, _stream);
    }

    private ControlError Vibrate(in MotorCommand command, long receivedUs) =>
        Motor is null ? ControlError.Unsupported : Motor.Run(in command, receivedUs) ? ControlError.None : ControlError.Range;

    private int Stop(in ControlRequest request, Span<byte> answer)
    {
        IsStreaming = false;
        return ControlAnswers.WriteStop(answer, request.Token, new StopAnswer(_stream, _index));
    }
}
