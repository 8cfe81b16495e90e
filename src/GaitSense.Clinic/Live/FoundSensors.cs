using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Sessions;

namespace GaitSense.Clinic.Live;

/// <summary>Sensors in range, one for a foot, not yet connected.</summary>
/// <param name="Central">The radio; of whom it is given to.</param>
/// <param name="Ids">Their addresses.</param>
/// <param name="Options">What is asked of them.</param>
/// <param name="Names">What they are called in files and in the store.</param>
/// <param name="Raise">How this system raises a thread before others; null: it does not.</param>
public sealed record FoundSensors(IBleCentral Central, IReadOnlyDictionary<Foot, string> Ids, FootSensorOptions Options, SensorPseudonyms Names, RaiseThread? Raise);
