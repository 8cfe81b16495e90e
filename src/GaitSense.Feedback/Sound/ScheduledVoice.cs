namespace GaitSense.Feedback.Sound;

/// <summary>A sound on its way to the audio thread.</summary>
/// <param name="Clip">What sounds.</param>
/// <param name="Frame">Its first frame.</param>
/// <param name="Gain">Its loudness in each channel.</param>
/// <param name="Number">The caller's number.</param>
/// <param name="Order">Running number of all that was scheduled: what is below a silence's order is silenced.</param>
internal readonly record struct ScheduledVoice(SoundClip Clip, long Frame, StereoGain Gain, int Number, long Order);
