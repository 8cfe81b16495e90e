using GaitSense.Devices;
using GaitSense.Feedback.Sound;

namespace GaitSense.Clinic.Live;

/// <summary>An output that is open, and what can be said on it.</summary>
/// <param name="Output">The output; of whom it is given to.</param>
/// <param name="Words">The words.</param>
/// <param name="Warning">What a person should know of it; null: nothing.</param>
public sealed record DeskSound(ISoundOutput Output, SpokenWords Words, string? Warning = null);
