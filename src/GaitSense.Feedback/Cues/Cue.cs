using GaitSense.Core;

namespace GaitSense.Feedback.Cues;

/// <summary>One cue, as decided. The walk's clock is that of its samples.</summary>
/// <param name="Number">Running number within the walk, from 0.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Foot">The foot that it is about, and the side it is heard or felt on; null: both.</param>
/// <param name="DecidedAt">Time of the sample whose processing decided it.</param>
/// <param name="PlannedAt">When the walker shall hear or feel it begin; not earlier than <paramref name="DecidedAt"/>. The output latency is not part of it.</param>
/// <param name="GainDb">Loudness, dB below the plan's volume; 0 or less.</param>
/// <param name="Phrase">What is said: a key of <see cref="Phrases"/>; null for a tone.</param>
public readonly record struct Cue(int Number, CueKind Kind, Foot? Foot, DeviceTime DecidedAt, DeviceTime PlannedAt, double GainDb, string? Phrase = null);
