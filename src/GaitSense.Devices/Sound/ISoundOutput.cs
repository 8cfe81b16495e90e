using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>
/// Where sound goes. It asks for frames ahead of their time on a thread of its own, and knows which frame is heard when. What goes wrong after the start
/// never ends the walk: the sound ends, <see cref="SoundFacts.Failure"/> says why, and a device that was gone and is there again plays on.
/// </summary>
public interface ISoundOutput : IDisposable
{
    /// <summary>Frames per second of every output.</summary>
    const int StandardRateHz = 48_000;

    /// <summary>Frames per second.</summary>
    int RateHz => StandardRateHz;

    /// <summary>How it is doing. Any thread.</summary>
    SoundFacts Facts { get; }

    /// <summary>Begins to ask for frames. Once.</summary>
    /// <param name="render">Makes them.</param>
    void Start(SoundRender render);

    /// <summary>The frame that is heard at an instant: the latency of the program, of the system and of what lies beyond, up to the ear, is taken into account. Any thread.</summary>
    /// <param name="time">The instant, now or ahead by up to some seconds.</param>
    /// <param name="frame">The frame.</param>
    /// <returns>False while that is not known: before the first frames are on their way, and while the device is gone.</returns>
    bool TryFrameAt(HostTime time, out long frame);
}
