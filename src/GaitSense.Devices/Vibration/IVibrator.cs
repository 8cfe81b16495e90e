using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>A motor that is felt on one side. Thread-safe; one caller at a time.</summary>
public interface IVibrator
{
    /// <summary>The side.</summary>
    Foot Foot { get; }

    /// <summary>Whether pulses can be given the time of their start now: the device does so, and its clock is known.</summary>
    bool TakesStart { get; }

    /// <summary>Whether there is a motor.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BleException">The link is over.</exception>
    Task<bool> IsPresentAsync(CancellationToken cancellationToken);

    /// <summary>Hands a pulse to the link. It takes the place of the one before, begun or not.</summary>
    /// <param name="pulse">The pulse.</param>
    /// <param name="start">When the motor starts; a device that receives it too late does not start. Null: at once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it could not be handed over: no connection, no motor, or a start time that the device cannot take.</returns>
    /// <exception cref="BleException">The link refused it.</exception>
    Task<bool> VibrateAsync(VibrationPulse pulse, HostTime? start, CancellationToken cancellationToken);
}
