using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>
/// Some devices keep no time: ALSA's "null" and "file" take everything at once. Found out by what they take beyond what time and their buffer allow;
/// from then on this holds the thread back instead.
/// </summary>
internal sealed class DevicePace(int bufferFrames, TimeProvider time)
{
    private const int RateHz = ISoundOutput.StandardRateHz;
    private const double WindowS = 10, SlackS = 0.05;

    private HostTime _since;
    private long _sinceFrame = -1;

    /// <summary>Whether the device keeps no time.</summary>
    public bool IsHolding { get; private set; }

    /// <summary>Called after each hand-over; waits where the device does not.</summary>
    /// <param name="frames">Frames handed over in all.</param>
    /// <returns>True when it was found out just now: what was known of frames and time is void.</returns>
    public bool Keep(long frames)
    {
        HostTime now = HostTime.FromTicks(time.GetTimestamp(), time.TimestampFrequency);
        if (_sinceFrame < 0) (_since, _sinceFrame) = (now, frames);
        double aheadS = ((double)(frames - _sinceFrame - bufferFrames) / RateHz) - now.SecondsSince(_since);
        if (!IsHolding)
        {
            // A device's own clock may be off, so only a window of time counts.
            if (aheadS < SlackS + ((double)bufferFrames / RateHz))
            {
                if (now.SecondsSince(_since) > WindowS) (_since, _sinceFrame) = (now, frames);
                return false;
            }

            IsHolding = true;
            (_since, _sinceFrame) = (now, frames - bufferFrames);
            return true;
        }

        if (aheadS > 0) Waiting.For(time, aheadS);
        else if (aheadS < -SlackS) (_since, _sinceFrame) = (now, frames - bufferFrames); // it was held up: no use in catching up
        return false;
    }
}
