using GaitSense.Core;

namespace GaitSense.Simulation.Radio;

/// <summary>What a simulated sensor says on its characteristics: the bytes, and nothing of time, air or chance.</summary>
public abstract class FootFirmware
{
    /// <summary>The service of all its characteristics.</summary>
    public abstract Guid Service { get; }

    /// <summary>The characteristic that notifies samples.</summary>
    public abstract Guid StreamCharacteristic { get; }

    /// <summary>Whether samples are to be sent.</summary>
    public bool IsStreaming { get; protected set; }

    /// <summary>Samples in one notification. <value>The default is 2: 10 ms at 200 Hz.</value></summary>
    public int SamplesPerPacket { get; protected set; } = 2;

    /// <summary>The connection was lost: a sensor stops streaming then.</summary>
    public virtual void Disconnected() => IsStreaming = false;

    /// <summary>Power was cut: everything starts anew.</summary>
    public virtual void Restarted() => IsStreaming = false;

    /// <summary>Whether the sensor offers a characteristic of its service.</summary>
    public virtual bool Has(Guid characteristic) => true;

    /// <summary>Answers a read.</summary>
    /// <param name="characteristic">What is read.</param>
    /// <param name="deviceUs">The sensor's time.</param>
    /// <returns>The value; null: there is no such characteristic.</returns>
    public abstract byte[]? Read(Guid characteristic, long deviceUs);

    /// <summary>Takes a write.</summary>
    /// <param name="characteristic">What was written.</param>
    /// <param name="value">The bytes.</param>
    /// <param name="receivedUs">The sensor's time when it was received.</param>
    /// <param name="answeredUs">The sensor's time when answers are sent.</param>
    /// <param name="notify">Sends a notification; in the order of the calls.</param>
    public abstract void Write(Guid characteristic, ReadOnlySpan<byte> value, long receivedUs, long answeredUs, FootNotification notify);

    /// <summary>Makes a notification of samples.</summary>
    /// <param name="samples">Consecutive samples; their times are the sensor's own.</param>
    /// <param name="packet">Room for it.</param>
    /// <returns>Its length.</returns>
    public abstract int Encode(ReadOnlySpan<ImuSample> samples, Span<byte> packet);
}
