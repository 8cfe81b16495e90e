namespace GaitSense.Devices.Linux;

/// <summary>A method to call over D-Bus.</summary>
/// <param name="Destination">The name of the other side.</param>
/// <param name="Path">The object.</param>
/// <param name="Contract">The interface.</param>
/// <param name="Member">The method.</param>
internal sealed record BusCall(string Destination, string Path, string Contract, string Member)
{
    /// <summary>Types of the arguments, one complete type each.</summary>
    public string[] Signatures { get; init; } = [];

    /// <summary>The arguments; see <see cref="BusWriter"/>.</summary>
    public object[] Arguments { get; init; } = [];

    /// <summary>How long to wait for the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>This call with one more argument.</summary>
    public BusCall With(string signature, object argument) => this with { Signatures = [.. Signatures, signature], Arguments = [.. Arguments, argument] };
}
