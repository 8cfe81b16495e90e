using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>
/// Sound into a WAV file (16-bit stereo), in the walk's time instead of the clock's: the walk's owner says how far it has come, and that far is
/// rendered. So a replay at any speed gives the same file. Frame n of the sound is frame n of the file.
/// <para>Used by one thread. The file is valid at any moment, also when the program is ended in between.</para>
/// </summary>
public sealed class WavOutput : ISoundOutput
{
    private const int PeriodFrames = 480;

    private readonly string _path;
    private readonly WavWriter _writer;
    private readonly float[] _stereo = new float[2 * PeriodFrames];
    private readonly short[] _samples = new short[2 * PeriodFrames];
    private SoundRender? _render;
    private HostTime? _origin;
    private long _frames;
    private string? _failure;

    /// <summary>Creates the file, for its owner alone; what is there under that name, a link too, is refused.</summary>
    /// <param name="path">Where.</param>
    /// <exception cref="SoundException">It cannot be written.</exception>
    public WavOutput(string path)
    {
        _path = path;
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            _writer = new WavWriter(new FileStream(path, options));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SoundException(path, $"it cannot be written: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public SoundFacts Facts => new(_path, _frames, 0, 0, 0, 0, 0, SoundPriority.Normal, _failure);

    /// <inheritdoc/>
    public void Start(SoundRender render) => _render = _render is null ? render : throw new InvalidOperationException("This output has been started already.");

    /// <summary>The walk has come to an instant, and all that is to be heard before it is decided: renders up to there. The first call says when frame 0 is.</summary>
    /// <param name="time">The instant, on whatever clock the walk has.</param>
    public void AdvanceTo(HostTime time)
    {
        _origin ??= time;
        long end = (long)Math.Floor(FramesTo(time));
        while (_frames < end && _render is not null && _failure is null) RenderBlock((int)Math.Min(end - _frames, PeriodFrames));
    }

    /// <summary>The frame that is heard at an instant on the clock of <see cref="AdvanceTo"/>; false before its first call.</summary>
    /// <inheritdoc/>
    public bool TryFrameAt(HostTime time, out long frame)
    {
        frame = (long)Math.Round(FramesTo(time));
        return _origin is not null && _failure is null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _writer.Dispose();
        }
        catch (IOException e)
        {
            _failure ??= Sentence(e.Message);
        }
    }

    // Whole microseconds times 48 are whole: the same on every machine.
    private double FramesTo(HostTime time) => _origin is { } origin ? (time.Microseconds - origin.Microseconds) * (ISoundOutput.StandardRateHz / 1000) / 1000.0 : 0;

    private void RenderBlock(int frames)
    {
        Span<float> stereo = _stereo.AsSpan(0, 2 * frames);
        Span<short> samples = _samples.AsSpan(0, 2 * frames);
        _render!(stereo, _frames, _origin!.Value.AddSeconds((double)_frames / ISoundOutput.StandardRateHz));
        Pcm16.Convert(stereo, samples);
        try
        {
            if (!_writer.Write(samples)) _failure = Sentence("a WAV file holds no more than six hours");
        }
        catch (IOException e)
        {
            _failure = Sentence($"{e.Message} Free some space on the disk");
        }

        _frames += frames;
    }

    private string Sentence(string reason) => $"sound, {_path}: {reason}. The sound up to here is kept.";
}
