using System.Runtime.InteropServices;
using GaitSense.Core;

namespace GaitSense.Devices.Linux.Tests;

/// <summary>The real libasound, with devices that need no sound card.</summary>
public sealed class AlsaOutputTests
{
    [Fact]
    public void Start_DeviceNull_PlaysAndTells()
    {
        SkipWithoutAlsa();
        using ManualResetEventSlim isEnough = new();
        using ISoundOutput output = AlsaOutput.Open(new SoundOutputOptions { Device = "null" });
        output.Start((stereo, first, _) =>
        {
            stereo.Clear();
            if (first > 24_000) isEnough.Set();
        });
        isEnough.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken).ShouldBeTrue();
        output.TryFrameAt(HostTime.FromTicks(BootClock.Instance.GetTimestamp(), BootClock.Instance.TimestampFrequency), out long frame).ShouldBeTrue();
        SoundFacts facts = output.Facts;
        frame.ShouldBeInRange(1, 48_000 * 60);
        (facts.Device, facts.Failure, facts.Underruns).ShouldBe(("null", null, 0L));
        facts.BufferFrames.ShouldBe(1920);
        facts.PeriodFrames.ShouldBe(480);
        facts.Frames.ShouldBeGreaterThan(24_000);
    }

    [Fact]
    public void Start_DeviceFile_GetsTheSamplesThatWereRendered()
    {
        SkipWithoutAlsa();
        using TestFolder folder = new();
        string file = folder["played.raw"];
        List<short> rendered = [];
        using ManualResetEventSlim isEnough = new();
        using (ISoundOutput output = AlsaOutput.Open(new SoundOutputOptions { Device = $"file:'{file}',raw" }))
        {
            output.Start((stereo, first, _) =>
            {
                for (int i = 0; i < stereo.Length; i++) stereo[i] = (float)Math.Sin((first + (i / 2)) * (i % 2 == 0 ? 0.05 : 0.031)) * 0.5f;
                foreach (float sample in stereo) rendered.Add((short)MathF.Round(sample * short.MaxValue));
                if (first > 9600) isEnough.Set();
            });
            isEnough.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken).ShouldBeTrue();
        }

        short[] played = MemoryMarshal.Cast<byte, short>(File.ReadAllBytes(file)).ToArray();
        played.Length.ShouldBeGreaterThan(2 * 4800);
        played.ShouldBe(rendered.Take(played.Length));
    }

    [Fact]
    public void Open_NoSuchDevice_SaysWhatToDo()
    {
        SkipWithoutAlsa();
        SoundException e = Should.Throw<SoundException>(() => AlsaOutput.Open(new SoundOutputOptions { Device = "no-such-device" }));
        e.Message.ShouldBe("sound, no-such-device: there is no such sound device: `aplay -L` lists those there are");
        e.Where.ShouldBe("no-such-device");
    }

    private static void SkipWithoutAlsa()
    {
        bool isHere = NativeLibrary.TryLoad("libasound.so.2", out nint library);
        if (isHere) NativeLibrary.Free(library);
        Assert.SkipUnless(isHere, "libasound.so.2 is not here: apt install libasound2");
        Assert.SkipUnless(File.Exists("/usr/share/alsa/alsa.conf"), "ALSA's own configuration is not here: apt install libasound2-data");
    }
}
