using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>
/// Keeps time like a sound card and throws the sound away: for machines without one, and to measure. Its buffer runs dry as a card's does, and that is
/// counted.
/// </summary>
public sealed class NullOutput : ISoundOutput
{
    private readonly SoundThread _thread;

    /// <summary>An output that keeps time by a clock.</summary>
    /// <param name="options">Buffer and route; the device's name has no meaning.</param>
    /// <param name="time">The clock; the system's where it is null.</param>
    public NullOutput(SoundOutputOptions? options = null, TimeProvider? time = null)
    {
        options ??= new SoundOutputOptions();
        time ??= TimeProvider.System;
        _thread = new SoundThread(new PcmStream(new ClockPcm(options.BufferS, time), options, time));
    }

    /// <inheritdoc/>
    public SoundFacts Facts => _thread.Stream.Facts;

    /// <inheritdoc/>
    public void Start(SoundRender render) => _thread.Start(render);

    /// <inheritdoc/>
    public bool TryFrameAt(HostTime time, out long frame) => _thread.Stream.TryFrameAt(time, out frame);

    /// <inheritdoc/>
    public void Dispose() => _thread.Dispose();
}
