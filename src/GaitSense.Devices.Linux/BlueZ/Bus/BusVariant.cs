namespace GaitSense.Devices.Linux;

/// <summary>A value to send together with its D-Bus type.</summary>
/// <param name="Signature">The type, for example <c>as</c>.</param>
/// <param name="Value">The value.</param>
internal sealed record BusVariant(string Signature, object Value);
