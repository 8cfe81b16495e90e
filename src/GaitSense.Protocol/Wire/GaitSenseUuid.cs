namespace GaitSense.Protocol;

/// <summary>Identifiers of the GaitSense service, SPEC.md section 2.</summary>
public static class GaitSenseUuid
{
    /// <summary>The service; sensors advertise it.</summary>
    public static Guid Service { get; } = FromShort(0x0001);

    /// <summary>Sample packets (notify).</summary>
    public static Guid SampleStream { get; } = FromShort(0x0002);

    /// <summary>Requests (write, write without response) and answers (notify).</summary>
    public static Guid ControlPoint { get; } = FromShort(0x0003);

    /// <summary>Stream info (read, notify).</summary>
    public static Guid StreamInfo { get; } = FromShort(0x0004);

    /// <summary>Status (read, notify).</summary>
    public static Guid Status { get; } = FromShort(0x0005);

    /// <summary>Motor commands (write, write without response).</summary>
    public static Guid Motor { get; } = FromShort(0x0006);

    private static Guid FromShort(ushort id) => new(0x7A0D_0000 | id, 0x390E, 0x4653, 0x98, 0x4E, 0x1D, 0x20, 0xB3, 0x38, 0x9A, 0x14);
}
