namespace GaitSense.Devices;

/// <summary>A service that a peripheral offers.</summary>
/// <param name="Uuid">Its identifier.</param>
/// <param name="Characteristics">Its characteristics.</param>
public sealed record BleServiceDefinition(Guid Uuid, IReadOnlyList<BleCharacteristicDefinition> Characteristics);
