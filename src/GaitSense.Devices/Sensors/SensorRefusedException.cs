using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Devices;

/// <summary>A sensor cannot be used: another version of the protocol, a refusal, nonsense, no answer. Trying again changes nothing before a person did something.</summary>
public sealed class SensorRefusedException : GaitSenseException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="where">The sensor, as a person knows it.</param>
    /// <param name="refusal">Why.</param>
    public SensorRefusedException(string where, SensorRefusal refusal)
        : base($"{where} {(refusal ?? throw new ArgumentNullException(nameof(refusal))).Message}.") => Refusal = refusal;

    /// <summary>Creates the exception without facts.</summary>
    public SensorRefusedException()
    {
    }

    /// <summary>Creates an exception whose message is the caller's.</summary>
    public SensorRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception whose message is the caller's, with its cause.</summary>
    public SensorRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Why; null where only the message tells.</summary>
    public SensorRefusal? Refusal { get; }
}
