using System.Buffers;
using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>
/// Unlocks, reads what is set, and writes what is not as asked: the rate, a filter wide enough for a foot (as delivered it is 20 Hz), the ranges. The rate is saved where it
/// changed, so that a sensor that restarts keeps it, and not at each connection: its memory wears. One that does not answer gets all settings, and nothing is saved.
/// </summary>
internal sealed class WitMotionDialogue : ScriptedDialogue
{
    private const int SettleMs = 100, AnswerMs = 500;
    private const byte Save = 0x00, Rate = 0x03, Bandwidth = 0x1F, GyroRange = 0x20, AccelRange = 0x21, Read = 0x27, Battery = 0x64;
    private const ushort MaxRangeCode = 3; // 2000 °/s, 16 g

    // Hundredths of a volt from which the battery has a percentage, of the maker's table for one cell.
    private static readonly (int CentiVolt, int Percent)[] Cell =
        [(340, 0), (350, 5), (368, 10), (370, 15), (373, 20), (377, 30), (379, 40), (382, 50), (387, 60), (393, 75), (396, 90), (399, 100)];

    private readonly WitMotionStream _stream = new();
    private readonly (byte Register, ushort Wanted)[] _settings;
    private readonly ushort?[] _found;
    private readonly Queue<byte> _questions = new([Bandwidth, Rate, Battery]);
    private byte _asked;
    private bool _isSet, _lost;
    private int? _battery;

    public WitMotionDialogue(int rateHz)
    {
        Stream = VendorUnits.Counts(16, 2000, 2048, 16.384, rateHz);
        (ushort rate, ushort bandwidth) = rateHz switch { 200 => ((ushort)0x0B, (ushort)0x02), 100 => ((ushort)0x09, (ushort)0x03), _ => ((ushort)0x08, (ushort)0x03) }; // 98 Hz, 42 Hz
        _settings = [(Rate, rate), (Bandwidth, bandwidth), (GyroRange, MaxRangeCode), (AccelRange, MaxRangeCode)];
        _found = new ushort?[_settings.Length];
        Then(SensorStep.Subscribe(WitMotionProfile.Service, WitMotionProfile.Notify), Unlock, SensorStep.Pause(SettleMs));
    }

    public override int? BatteryPercent => _battery;

    public override SensorStep BatteryStep => Command(Read, Battery);

    public override void OnTimeout() => _asked = 0; // it streams all the same

    public override OperationStatus Decode(Guid characteristic, ReadOnlySpan<byte> value, Span<RawReading> readings, out int count)
    {
        RequireRoom(readings);
        count = 0;
        if (characteristic != WitMotionProfile.Notify) return Counters.Count(PacketFault.UnknownKind);
        if (value.IsEmpty) return Counters.Count(PacketFault.TooShort);
        _lost |= _stream.Begin(value);
        int frames = 0;
        while (count < MaxReadings && _stream.TryTake(ref value))
        {
            frames++;
            if (WitMotionFrame.IsRegisters(_stream.Frame, out int first)) TakeRegisters(first, _stream.Frame[4..]);
            else readings[count++] = Reading(_stream.Frame);
        }

        // A notification with a frame, or a part of one, is good though bytes in it went astray.
        Counters.CountSamples(count);
        return Counters.Count(frames > 0 || _stream.Pending > 0 ? PacketFault.None : PacketFault.OutOfRange);
    }

    protected override void Continue()
    {
        if (_asked != 0)
        {
            Then(SensorStep.Wait(AnswerMs));
        }
        else if (_questions.TryDequeue(out _asked))
        {
            Then(Command(Read, _asked));
        }
        else if (!_isSet)
        {
            _isSet = true;
            for (int i = 0; i < _settings.Length; i++)
                if (_found[i] != _settings[i].Wanted) Then(Command(_settings[i].Register, _settings[i].Wanted));
            if (_found[0] is { } rate && rate != _settings[0].Wanted) Then(SensorStep.Pause(SettleMs), Command(Save, 0));
        }
    }

    protected override IEnumerable<SensorStep> StopSteps() => []; // it knows no stop: it streams until the link ends

    private void TakeRegisters(int first, ReadOnlySpan<byte> values)
    {
        if (first == _asked) _asked = 0;
        for (int i = 0; i < _settings.Length; i++)
        {
            int at = 2 * (_settings[i].Register - first);
            if (at >= 0 && at < values.Length) _found[i] = BinaryPrimitives.ReadUInt16LittleEndian(values[at..]);
        }

        if (first == Battery) _battery = Percent(BinaryPrimitives.ReadInt16LittleEndian(values));
    }

    private static int? Percent(int centiVolt)
    {
        int? percent = null;
        foreach ((int from, int p) in Cell)
            if (centiVolt >= from && centiVolt <= 550) percent = Math.Max(p, 1); // two cells: nothing is said
        return percent;
    }

    private RawReading Reading(ReadOnlySpan<byte> frame)
    {
        RawSample s = WitMotionFrame.Parse(frame).Sample;
        SampleMarks marks = s.ClippingMarks | (_lost ? SampleMarks.Lost : SampleMarks.None);
        _lost = false;
        return new(s.AccX, s.AccY, s.AccZ, s.GyrX, s.GyrY, s.GyrZ, 0, NextIndex(), marks);
    }

    private static SensorStep Unlock => Command(0x69, 0xB588);

    private static SensorStep Command(byte register, ushort value) =>
        SensorStep.Write(WitMotionProfile.Service, WitMotionProfile.Write, new byte[] { 0xFF, 0xAA, register, (byte)value, (byte)(value >> 8) }, withResponse: false);
}
