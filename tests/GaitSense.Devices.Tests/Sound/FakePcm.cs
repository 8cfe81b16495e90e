namespace GaitSense.Devices.Tests;

/// <summary>A device whose answers a test decides.</summary>
internal sealed class FakePcm(params int[] answers) : IPcm
{
    private readonly Queue<int> _answers = new(answers);

    public List<short> Played { get; } = [];

    public bool IsListening { get; init; } = true;

    public bool CanRecover { get; init; } = true;

    public int Recovered { get; private set; }

    public long Delay { get; set; } = 100;

    public string Device => "fake";

    public int BufferFrames => 400;

    public int PeriodFrames => 100;

    public int Write(ReadOnlySpan<short> stereo)
    {
        int frames = _answers.Count > 0 ? _answers.Dequeue() : stereo.Length / 2;
        if (frames > 0 && IsListening) Played.AddRange(stereo[..(2 * frames)]);
        return frames;
    }

    public bool TryDelay(out long frames)
    {
        frames = Delay;
        return true;
    }

    public bool TryRecover(int error)
    {
        Recovered++;
        return CanRecover;
    }

    public string Explain(int error) => $"error {error}: do something";

    public bool IsDisposed { get; private set; }

    public void Dispose() => IsDisposed = true;
}
