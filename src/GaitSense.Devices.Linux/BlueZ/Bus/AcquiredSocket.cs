using Microsoft.Win32.SafeHandles;

namespace GaitSense.Devices.Linux;

/// <summary>What AcquireNotify hands out.</summary>
/// <param name="Socket">One packet for each notification; the receiver's to dispose.</param>
/// <param name="Mtu">ATT MTU, bytes.</param>
internal sealed record AcquiredSocket(SafeFileHandle Socket, ushort Mtu) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Socket.Dispose();
}
