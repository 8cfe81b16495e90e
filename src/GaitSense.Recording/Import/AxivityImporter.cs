using System.Buffers.Binary;

namespace GaitSense.Recording.Import;

/// <summary>
/// Axivity CWA, binary: a header of 1024 bytes, then blocks of 512 (openmovement, "CWA file format"). An AX6 records both sensors; an AX3, or an AX6 with its
/// gyroscope off, only acceleration, which is refused.
/// </summary>
internal sealed class AxivityImporter : IRecordingImporter
{
    private const int HeaderBytes = 1024;

    /// <inheritdoc/>
    public string Id => "axivity";

    /// <inheritdoc/>
    public string Name => "Axivity CWA";

    /// <inheritdoc/>
    public bool CanRead(ImportProbe probe) => probe.Head.AsSpan() is [(byte)'M', (byte)'D', ..] head
        && head.Length >= 4 && BinaryPrimitives.ReadUInt16LittleEndian(head[2..]) is HeaderBytes - 4 or 508;

    /// <inheritdoc/>
    public IReadOnlyList<ImportedSensor> Sensors(IReadOnlyList<ImportProbe> files, ImportOptions options, CancellationToken stop) => [.. files.Select(OfFile)];

    private static ImportedSensor OfFile(ImportProbe probe)
    {
        ReadOnlySpan<byte> head = probe.Head;
        if (head.Length < HeaderBytes) throw new RecordingFormatException(probe.Path, "is cut short inside its header: copy it from the sensor again");
        bool isAx6 = head[4] == 0x64;
        bool gyroOn = !isAx6 || (head[35] & 0x0f) != 0;
        if (!isAx6) throw new RecordingFormatException(probe.Path, "is from an AX3, which has no gyroscope: gait analysis needs angular rate; use an AX6 with its gyroscope on");
        if (!gyroOn) throw new RecordingFormatException(probe.Path, "is from an AX6 with its gyroscope off (no gyroscope data): configure it with a gyroscope range and record again");
        int device = BinaryPrimitives.ReadUInt16LittleEndian(head[5..]);
        int upper = BinaryPrimitives.ReadUInt16LittleEndian(head[11..]);
        if (upper != 0xffff) device |= upper << 16;
        return new ImportedSensor(probe.Path, () => new AxivityRows(probe.Path)) { Name = FormattableString.Invariant($"AX6_{device}"), HasStatedUnits = true };
    }
}
