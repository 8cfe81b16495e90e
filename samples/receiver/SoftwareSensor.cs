using System.Globalization;
using System.IO.Compression;
using GaitSense.Core;
using GaitSense.Protocol;

/// <summary>A foot sensor in software: plays a recorded foot as the bytes that a real one would send (firmware-protocol/SPEC.md).</summary>
internal sealed class SoftwareSensor
{
    private const double CountsPerMps2 = 32768 / (16 * 9.80665), CountsPerRadPerS = 32768 / (2000 * Math.PI / 180);

    private readonly SensorFirmware _firmware;
    private readonly IEnumerator<string> _rows;
    private readonly List<(Guid Characteristic, byte[] Value)> _notifications = [];

    public SoftwareSensor(Foot foot, string path)
    {
        Foot = foot;
        _firmware = new SensorFirmware(new FirmwareLimits(), epoch: 1, foot == Foot.Left ? SensorFoot.Left : SensorFoot.Right);
        _firmware.Connect(mtu: 247);
        using StreamReader csv = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        _rows = csv.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).GetEnumerator();
    }

    public Foot Foot { get; }

    /// <summary>When the latest sample was taken, µs.</summary>
    public long TimeUs { get; private set; }

    public void Subscribe(Guid characteristic)
    {
        if (characteristic == GaitSenseUuid.SampleStream) _firmware.IsSubscribed = true;
    }

    public byte[] Read(Guid characteristic)
    {
        byte[] value = new byte[characteristic == GaitSenseUuid.StreamInfo ? StreamInfo.Size : SensorStatus.Size];
        _ = characteristic == GaitSenseUuid.StreamInfo ? _firmware.Info.TryWrite(value) : (_firmware.Status with { TimeUs = (ulong)TimeUs }).TryWrite(value);
        return value;
    }

    /// <summary>Takes a write to the control point; what it notifies in answer waits in <see cref="Notifications"/>.</summary>
    public void Write(ReadOnlySpan<byte> value)
    {
        byte[] answer = new byte[ControlAnswer.MaxSize];
        FirmwareActions todo = _firmware.Control(value, (ulong)TimeUs, (ulong)TimeUs, answer, out int length);
        if (todo.HasFlag(FirmwareActions.NotifyInfo)) _notifications.Add((GaitSenseUuid.StreamInfo, Read(GaitSenseUuid.StreamInfo)));
        if (length > 0) _notifications.Add((GaitSenseUuid.ControlPoint, answer[..length]));
    }

    /// <summary>Takes the next sample; false at the end of the recording.</summary>
    public bool TakesNext()
    {
        if (!_rows.MoveNext()) return false;
        double[] v = [.. _rows.Current.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
        TimeUs = (long)Math.Round(v[0] * 1e6);
        RawSample sample = new(Count(v[1], CountsPerMps2), Count(v[2], CountsPerMps2), Count(v[3], CountsPerMps2), Count(v[4], CountsPerRadPerS), Count(v[5], CountsPerRadPerS), Count(v[6], CountsPerRadPerS));
        byte[] packet = new byte[SamplePacket.MaxSize];
        int length = _firmware.Push(in sample, (ulong)TimeUs, packet);
        if (length > 0) _notifications.Add((GaitSenseUuid.SampleStream, packet[..length]));
        return true;
    }

    /// <summary>What it has sent since the last call.</summary>
    public IReadOnlyList<(Guid Characteristic, byte[] Value)> Notifications()
    {
        List<(Guid, byte[])> sent = [.. _notifications];
        _notifications.Clear();
        return sent;
    }

    private static short Count(double si, double countsPerUnit) => (short)Math.Clamp(Math.Round(si * countsPerUnit), short.MinValue, short.MaxValue);
}
