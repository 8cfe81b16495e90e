namespace GaitSense.Devices.Tests;

/// <summary>A device that takes a period and does not come back: others see it, and when it goes on, nothing that was planned meanwhile is heard late.</summary>
public sealed class BlockedDeviceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ManualTime _time = new();
    private readonly List<long> _asked = [];

    [Fact]
    public void Device_ThatBlocks_IsToldFromOutsideAndWhatWasPlannedIsVoid()
    {
        using HangingPcm pcm = new();
        using PcmStream stream = new(pcm, new SoundOutputOptions(), _time);
        for (int i = 0; i < 8; i++) Step(stream);
        stream.Facts.Failure.ShouldBeNull();
        stream.TryFrameAt(_time.Now, out _).ShouldBeTrue();

        pcm.Hangs.Reset();
        Thread sound = new(() => Step(stream)) { IsBackground = true };
        sound.Start();
        pcm.IsAsked.Wait(Patience, TestContext.Current.CancellationToken).ShouldBeTrue();
        _time.Advance(0.5);
        stream.Facts.Failure.ShouldBeNull("half a second is no watchdog's business");
        _time.Advance(1.7);
        stream.Facts.Failure.ShouldNotBeNull().ShouldContain("it has taken no sound for 2 s");
        stream.TryFrameAt(_time.Now.AddSeconds(0.2), out _).ShouldBeFalse("nobody hears what is planned now");

        pcm.Hangs.Set();
        sound.Join(Patience).ShouldBeTrue();
        stream.Facts.Failure.ShouldBeNull();
        stream.Facts.Losses.ShouldBe(1);
        stream.Facts.SilentS.ShouldBe(2.2, 0.01);
        long last = _asked[^1];
        Step(stream);
        _asked[^1].ShouldBeGreaterThan(last + 100, "a hole in the frames: what was planned is void");
    }

    private void Step(PcmStream stream)
    {
        _time.Advance(100 / 48_000.0);
        stream.Step((stereo, first, _) =>
        {
            stereo.Clear();
            _asked.Add(first);
        }).ShouldBeTrue();
    }

    private sealed class HangingPcm : IPcm
    {
        public ManualResetEventSlim Hangs { get; } = new(initialState: true);

        public ManualResetEventSlim IsAsked { get; } = new();

        public string Device => "hanging";

        public int BufferFrames => 400;

        public int PeriodFrames => 100;

        public int Write(ReadOnlySpan<short> stereo)
        {
            if (!Hangs.IsSet) IsAsked.Set();
            Hangs.Wait(Patience);
            return stereo.Length / 2;
        }

        public bool TryDelay(out long frames)
        {
            frames = 100;
            return true;
        }

        public bool TryRecover(int error) => true;

        public string Explain(int error) => "";

        public void Dispose()
        {
            Hangs.Dispose();
            IsAsked.Dispose();
        }
    }
}
