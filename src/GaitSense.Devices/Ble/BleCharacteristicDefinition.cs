namespace GaitSense.Devices;

/// <summary>A characteristic that a peripheral offers. The callbacks come from the peripheral's threads: they must be quick and must not throw.</summary>
/// <param name="Uuid">Its identifier, unique within the peripheral.</param>
/// <param name="Uses">What a central may do with it.</param>
public sealed record BleCharacteristicDefinition(Guid Uuid, BleCharacteristicUses Uses)
{
    /// <summary>Gives the value that is read. Null: an empty value.</summary>
    public Func<byte[]>? Read { get; init; }

    /// <summary>Receives what a central wrote. Null: it is ignored.</summary>
    public Action<byte[]>? Written { get; init; }

    /// <summary>Called when a central begins (true) and ceases (false) to want notifications. Null: none.</summary>
    public Action<bool>? SubscriptionChanged { get; init; }
}
