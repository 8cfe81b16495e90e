using System.Buffers;
using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>
/// Ends what another program may have left running, asks for short connection intervals and which chip it has, configures both halves of it, subscribes packed data, starts; then
/// pairs acceleration and angular rate. The answer about the chip comes after all that was sent before the stop took effect: until then, data are of another stream.
/// </summary>
internal sealed class MetaMotionDialogue : ScriptedDialogue
{
    private const byte On = 1, FullDuty = 248;
    private const byte Config = 3, SampleSwitch = 2, Start = 1;
    private const byte Settings = 0x11, ConnectionParameters = 0x09, Battery = 0x0C, ReadBit = 0x80;
    private const byte Fusion = 0x19, FusionEnable = 1, FusionOutput = 3;
    private const int AnswerMs = 2000;

    private static readonly int[] AccelRangesG = [2, 4, 8, 16];
    private static readonly int[] GyroRangesDegPerS = [125, 250, 500, 1000, 2000]; // the code counts from the largest

    private readonly MetaMotionPairing _pairing = new();
    private readonly StreamSettings _settings;
    private readonly byte[] _haptic = new byte[6];
    private MetaMotionChip? _chip;
    private bool _lost, _started;
    private int? _battery;

    public MetaMotionDialogue(StreamSettings settings)
    {
        _settings = settings;
        int accel = VendorUnits.RangeFor(AccelRangesG, settings.AccelFullScaleMg / 1000.0), gyro = VendorUnits.RangeFor(GyroRangesDegPerS, settings.GyroFullScaleTenthDegPerS / 10.0);
        Stream = VendorUnits.Counts(AccelRangesG[accel], GyroRangesDegPerS[gyro], 32768.0 / AccelRangesG[accel], 16.4 * 2000 / GyroRangesDegPerS[gyro], settings.RateHz);
        Then(
            SensorStep.Subscribe(MetaMotionProfile.Service, MetaMotionProfile.Notify),
            Write(Fusion, FusionEnable, 0),
            Write(Fusion, FusionOutput, 0, 0x7F));
        Then([.. Halt()]);
        Then(
            Write(Settings, ConnectionParameters, 6, 0, 12, 0, 0, 0, 200, 0), // 7.5 to 15 ms, latency 0, 2 s
            BatteryStep,
            Write(MetaMotionFrame.GyroModule, MetaMotionFrame.InfoRegister));
    }

    public override int? BatteryPercent => _battery;

    public override SensorStep BatteryStep => Write(Settings, Battery | ReadBit);

    public override void OnTimeout()
    {
        if (_chip is null) Refusal = new(SensorRefusalKind.NoAnswer, "does not say which chip it has; switch it off and on again");
    }

    public override OperationStatus Decode(Guid characteristic, ReadOnlySpan<byte> value, Span<RawReading> readings, out int count)
    {
        RequireRoom(readings);
        count = 0;
        if (characteristic != MetaMotionProfile.Notify) return Counters.Count(PacketFault.UnknownKind);
        if (value.Length >= 2 && value[1] == MetaMotionFrame.InfoRegister) return TakeInfo(value);
        if (value is [Settings, Battery | ReadBit, ..]) return TakeBattery(value);
        if (_chip is null)
        {
            Counters.CountOtherStream();
            return Counters.Count(PacketFault.UnknownKind);
        }

        PacketFault fault = MetaMotionFrame.Check(_chip.Value, value);
        if (fault != PacketFault.None) return Counters.Count(fault);
        int samples = MetaMotionFrame.Samples(_chip.GetValueOrDefault(), value);
        for (int k = 0; k < samples; k++)
        {
            _pairing.Push(value[0] == MetaMotionFrame.GyroModule, MetaMotionFrame.Triple(value, k));
            while (count < MaxReadings && _pairing.TryPair(out var acc, out var gyr)) readings[count++] = Reading(acc, gyr);
        }

        _pairing.Watch(samples);
        int dropped = _pairing.TakeDropped();
        _lost |= dropped > 0;
        Counters.CountUnpaired(dropped);
        Counters.CountSamples(count);
        return Counters.Count(PacketFault.None);
    }

    public override bool TryVibrate(in MotorCommand command, out SensorStep write)
    {
        bool good = command.StartUs is null && (command.Strength == 0 || (command.Pulses == 1 && command.OnMs <= MotorCommand.MaxDurationMs));
        (_haptic[0], _haptic[1], _haptic[2], _haptic[5]) = (0x08, 0x01, (byte)(command.Strength * FullDuty / 255), 0x00);
        BinaryPrimitives.WriteUInt16LittleEndian(_haptic.AsSpan(3), command.Strength == 0 ? (ushort)1 : command.OnMs);
        write = good ? SensorStep.Write(MetaMotionProfile.Service, MetaMotionProfile.Command, _haptic, withResponse: false) : default;
        return good;
    }

    protected override void Continue()
    {
        if (_started) return;
        if (_chip is not { } chip)
        {
            Then(SensorStep.Wait(AnswerMs));
            return;
        }

        _started = true;
        Configure(chip);
    }

    protected override IEnumerable<SensorStep> StopSteps()
    {
        foreach (SensorStep step in Halt()) yield return step;
        if (_chip is not { } chip) yield break;
        yield return Write(MetaMotionFrame.AccelModule, MetaMotionFrame.PackedRegister(chip, MetaMotionFrame.AccelModule), 0);
        yield return Write(MetaMotionFrame.GyroModule, MetaMotionFrame.PackedRegister(chip, MetaMotionFrame.GyroModule), 0);
    }

    private static IEnumerable<SensorStep> Halt() =>
    [
        Write(MetaMotionFrame.AccelModule, Start, 0), Write(MetaMotionFrame.GyroModule, Start, 0),
        Write(MetaMotionFrame.AccelModule, SampleSwitch, 0, On), Write(MetaMotionFrame.GyroModule, SampleSwitch, 0, On),
    ];

    private void Configure(MetaMotionChip chip)
    {
        byte rate = _settings.RateHz switch { 200 => 9, 100 => 8, _ => 7 };
        int accel = VendorUnits.RangeFor(AccelRangesG, _settings.AccelFullScaleMg / 1000.0), gyro = VendorUnits.RangeFor(GyroRangesDegPerS, _settings.GyroFullScaleTenthDegPerS / 10.0);
        ReadOnlySpan<byte> bmi160Ranges = [0x03, 0x05, 0x08, 0x0C];
        (byte accelConf, byte accelRange) = chip == MetaMotionChip.Bmi160 ? ((byte)(0x20 | rate), bmi160Ranges[accel]) : ((byte)(0xA0 | rate), (byte)accel);
        Then(
            Write(MetaMotionFrame.AccelModule, Config, accelConf, accelRange),
            Write(MetaMotionFrame.GyroModule, Config, (byte)(0x20 | rate), (byte)(GyroRangesDegPerS.Length - 1 - gyro)),
            Write(MetaMotionFrame.AccelModule, MetaMotionFrame.PackedRegister(chip, MetaMotionFrame.AccelModule), On),
            Write(MetaMotionFrame.GyroModule, MetaMotionFrame.PackedRegister(chip, MetaMotionFrame.GyroModule), On),
            Write(MetaMotionFrame.AccelModule, SampleSwitch, On, 0),
            Write(MetaMotionFrame.GyroModule, SampleSwitch, On, 0),
            Write(MetaMotionFrame.AccelModule, Start, On),
            Write(MetaMotionFrame.GyroModule, Start, On));
    }

    private OperationStatus TakeBattery(ReadOnlySpan<byte> value)
    {
        if (value.Length < 3) return Counters.Count(PacketFault.TooShort);
        _battery = SensorStatus.KnownBattery(value[2]); // the voltage follows
        return Counters.Count(PacketFault.None);
    }

    private OperationStatus TakeInfo(ReadOnlySpan<byte> value)
    {
        if (value[0] != MetaMotionFrame.GyroModule) return Counters.Count(PacketFault.UnknownKind);
        if (value.Length < 3) return Counters.Count(PacketFault.TooShort);
        if (value[2] > (byte)MetaMotionChip.Bmi270) return Counters.Count(PacketFault.OutOfRange);
        _chip ??= (MetaMotionChip)value[2];
        return Counters.Count(PacketFault.None);
    }

    private RawReading Reading((short X, short Y, short Z) a, (short X, short Y, short Z) g)
    {
        var s = new RawSample(a.X, a.Y, a.Z, g.X, g.Y, g.Z);
        SampleMarks marks = s.ClippingMarks | (_lost ? SampleMarks.Lost : SampleMarks.None);
        _lost = false;
        return new(a.X, a.Y, a.Z, g.X, g.Y, g.Z, 0, NextIndex(), marks);
    }

    private static SensorStep Write(params byte[] bytes) => SensorStep.Write(MetaMotionProfile.Service, MetaMotionProfile.Command, bytes, withResponse: false);
}
