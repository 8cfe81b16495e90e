using System.Buffers;

namespace GaitSense.Protocol;

/// <summary>Faults as statuses.</summary>
internal static class PacketFaultExtensions
{
    /// <summary>Done where nothing is wrong, need more data where the message is too short, invalid data otherwise.</summary>
    /// <param name="fault">What was found.</param>
    public static OperationStatus ToStatus(this PacketFault fault) => fault switch
    {
        PacketFault.None => OperationStatus.Done,
        PacketFault.TooShort => OperationStatus.NeedMoreData,
        _ => OperationStatus.InvalidData,
    };
}
