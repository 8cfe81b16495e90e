using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Sound;

namespace GaitSense.Cli.Cues;

/// <summary>A sound device outside a walk: plays single sounds at given times.</summary>
internal sealed class SoundBench : IDisposable
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(20);
    private const double MaxSettleS = 3;

    private readonly Terminal _terminal;
    private readonly ISoundOutput _output;
    private readonly CueMixer _mixer;

    /// <summary>Opens the device and starts it.</summary>
    /// <exception cref="SoundException">It cannot be opened.</exception>
    public SoundBench(Terminal terminal, SoundOutputOptions device, SoundOptions options)
    {
        (_terminal, _output, _mixer, Tones) = (terminal, terminal.Sound(device, terminal.Time), new CueMixer(options), new CueTones(options));
        _output.Start((stereo, _, askedAt) => _mixer.Render(stereo, askedAt));
    }

    /// <summary>The tones.</summary>
    public CueTones Tones { get; }

    /// <summary>How the device does.</summary>
    public SoundFacts Facts => _output.Facts;

    /// <summary>Now, on the clock of <see cref="Play"/>.</summary>
    public HostTime Now => HostTime.FromTicks(_terminal.Time.GetTimestamp(), _terminal.Time.TimestampFrequency);

    /// <summary>Waits until it is known which frame is heard when.</summary>
    /// <exception cref="SoundException">The device does not play.</exception>
    public async Task SettleAsync(CancellationToken stop)
    {
        for (HostTime began = Now; !_output.TryFrameAt(Now, out _);)
        {
            if (Facts.Failure is { } failure) throw new SoundException(failure);
            if (Now.SecondsSince(began) > MaxSettleS) throw new SoundException($"{Facts.Device}: the device takes no sound. Give another one with --sound; aplay -L lists them.");
            await Task.Delay(Settle, _terminal.Time, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Has a sound heard at an instant. False: the device does not play.</summary>
    public bool Play(SoundClip clip, HostTime at, Foot? side = null, double gainDb = 0) => _output.TryFrameAt(at, out long frame) && _mixer.Schedule(frame, clip, side, gainDb, 0);

    /// <inheritdoc/>
    public void Dispose() => _output.Dispose();
}
