namespace GaitSense.Devices;

/// <summary>What a central may do with a characteristic.</summary>
[Flags]
public enum BleCharacteristicUses
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Read it.</summary>
    Read = 1,

    /// <summary>Write it and wait for the answer.</summary>
    Write = 2,

    /// <summary>Write it without an answer.</summary>
    WriteWithoutResponse = 4,

    /// <summary>Ask to be notified of its values.</summary>
    Notify = 8,
}
