using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Devices;

/// <content>Its motor.</content>
public sealed partial class FootSensor : IVibrator
{
    /// <inheritdoc/>
    public bool TakesStart => _driver is { TimesMotor: true } && Input.Line?.TryDeviceAt(Now, out _) == true;

    /// <inheritdoc/>
    public Task<bool> IsPresentAsync(CancellationToken cancellationToken) =>
        _port is { } port && _driver is { } driver ? driver.HasMotorAsync(port, cancellationToken) : Task.FromResult(false);

    /// <inheritdoc/>
    public Task<bool> VibrateAsync(VibrationPulse pulse, HostTime? start, CancellationToken cancellationToken)
    {
        if (State != FootSensorState.Streaming || _port is not { } port || _driver is not { } driver) return Task.FromResult(false);
        uint? startUs = null;
        if (start is { } at)
        {
            if (Input.Line?.TryDeviceAt(at, out DeviceTime device) != true) return Task.FromResult(false);
            startUs = unchecked((uint)device.Microseconds);
        }

        byte strength = (byte)Math.Clamp(Math.Ceiling(pulse.Strength * byte.MaxValue), 0, byte.MaxValue);
        MotorCommand command = strength == 0 ? MotorCommand.Stop : new MotorCommand { Strength = strength, Pulses = 1, OnMs = (ushort)Math.Clamp(pulse.DurationMs, 1, 1000), StartUs = startUs };
        return driver.VibrateAsync(port, command, cancellationToken);
    }
}
