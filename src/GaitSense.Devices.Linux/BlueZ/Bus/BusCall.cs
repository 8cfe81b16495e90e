using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux;

/// <summary>A method to call over D-Bus, of bluetoothd unless <see cref="Destination"/> says otherwise.</summary>
/// <param name="Path">The object.</param>
/// <param name="Contract">The interface.</param>
/// <param name="Member">The method.</param>
internal sealed record BusCall(string Path, string Contract, string Member)
{
    /// <summary>The name of the other side.</summary>
    public string Destination { get; init; } = BlueZNames.Service;

    /// <summary>Types of the arguments; null: there are none.</summary>
    public string? Signature { get; private init; }

    /// <summary>The arguments.</summary>
    public BusArguments? Arguments { get; private init; }

    /// <summary>How long to wait for the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>This call with arguments.</summary>
    public BusCall With(string signature, BusArguments arguments) => this with { Signature = signature, Arguments = arguments };

    /// <summary>This call with an object as its argument.</summary>
    public BusCall WithPath(string path) => With("o", (ref MessageWriter w) => w.WriteObjectPath(path));
}
