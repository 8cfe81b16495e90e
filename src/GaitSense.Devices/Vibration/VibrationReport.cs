using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>What became of one cue's pulse on one foot.</summary>
/// <param name="Number">The cue's number.</param>
/// <param name="Foot">The foot.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="At">When that was known: for a pulse that was sent, when it was handed over.</param>
public readonly record struct VibrationReport(int Number, Foot Foot, VibrationFate Fate, HostTime At);
