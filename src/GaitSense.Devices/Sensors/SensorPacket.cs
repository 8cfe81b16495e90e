namespace GaitSense.Devices;

/// <summary>What a notification of samples says besides its readings.</summary>
internal struct SensorPacket
{
    /// <summary>Readings in it.</summary>
    public int Count;

    /// <summary>
    /// The sensor's time of the first reading, ticks, as many bits of it as <see cref="SensorKind.TimeBits"/> says; or, where it has no clock, the running
    /// number of the first reading, of <see cref="SensorKind.CounterBits"/>.
    /// </summary>
    public uint Stamp;

    /// <summary>Whether the sensor says that it started anew since the packet before.</summary>
    public bool HasRestarted;

    /// <summary>Whether the sensor says that a reading of the accelerometer was at its limit.</summary>
    public bool IsAccelClipped;

    /// <summary>The same of the gyroscope.</summary>
    public bool IsGyroClipped;
}
