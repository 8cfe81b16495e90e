namespace GaitSense.Protocol;

/// <summary>Why a sensor cannot be used, in words for a person.</summary>
/// <param name="Kind">The sort of reason.</param>
/// <param name="Message">One line: what, and what to do. It follows the sensor's name.</param>
/// <param name="Error">The sensor's error code, where it gave one.</param>
public sealed record SensorRefusal(SensorRefusalKind Kind, string Message, ControlError Error = ControlError.None);
