namespace GaitSense.Protocol;

/// <summary>One step of talking to a sensor.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Service">Service of the characteristic.</param>
/// <param name="Characteristic">Characteristic that it is done to.</param>
/// <param name="Value">Bytes to write; valid until the dialogue is asked for the next write of its kind.</param>
/// <param name="WithResponse">Whether to write with a response.</param>
/// <param name="TimeMs">Time to wait or pause, ms.</param>
public readonly record struct SensorStep(SensorStepKind Kind, Guid Service = default, Guid Characteristic = default, ReadOnlyMemory<byte> Value = default, bool WithResponse = false, int TimeMs = 0)
{
    internal static SensorStep Idle => new(SensorStepKind.Idle);

    internal static SensorStep Refused => new(SensorStepKind.Refused);

    internal static SensorStep Subscribe(Guid service, Guid characteristic) => new(SensorStepKind.Subscribe, service, characteristic);

    internal static SensorStep Read(Guid service, Guid characteristic) => new(SensorStepKind.Read, service, characteristic);

    internal static SensorStep Write(Guid service, Guid characteristic, ReadOnlyMemory<byte> value, bool withResponse = true) =>
        new(SensorStepKind.Write, service, characteristic, value, withResponse);

    internal static SensorStep Wait(int timeMs) => new(SensorStepKind.Wait, TimeMs: timeMs);

    internal static SensorStep Pause(int timeMs) => new(SensorStepKind.Pause, TimeMs: timeMs);
}
