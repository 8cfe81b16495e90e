using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;

namespace GaitSense.Devices.Tests;

/// <summary>WAV files, written and read.</summary>
public sealed class WavTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string FilePath => _folder["walk.wav"];

    [Fact]
    public void AdvanceTo_ASecond_WritesExactlyThat()
    {
        using (WavOutput output = new(FilePath))
        {
            output.TryFrameAt(new HostTime(7), out _).ShouldBeFalse();
            output.Start(Ramp);
            for (int ms = 0; ms <= 1000; ms += 7) output.AdvanceTo(new HostTime(77_000_000 + (ms * 1000)));
            output.TryFrameAt(new HostTime(77_500_000), out long frame).ShouldBeTrue();
            frame.ShouldBe(24_000);
            output.AdvanceTo(new HostTime(78_000_000));
            output.AdvanceTo(new HostTime(77_000_000)); // time never goes back; if it does, nothing happens
            output.Facts.Frames.ShouldBe(48_000);
        }

        WavFile file = WavFile.Read(FilePath);
        (file.RateHz, file.Channels, file.Frames).ShouldBe((48_000, 2, 48_000));
        for (int i = 0; i < file.Frames; i++)
        {
            file.Interleaved[2 * i].ShouldBe((i % 30_000) / 32767f);
            file.Interleaved[(2 * i) + 1].ShouldBe(-(i % 30_000) / 32767f);
        }

        // The header, byte by byte, as the format has it (IBM and Microsoft, Multimedia Programming Interface and Data Specifications 1.0, 1991).
        byte[] bytes = File.ReadAllBytes(FilePath);
        Convert.ToHexString(bytes[..44]).ShouldBe("5249464624EE0200" + "57415645666D7420" + "10000000" + "0100" + "0200" + "80BB0000" + "00EE0200" + "0400" + "1000" + "64617461" + "00EE0200");
        bytes.Length.ShouldBe(44 + 192_000);
    }

    [Fact]
    public void AdvanceTo_EndedInBetween_LeavesAValidFile()
    {
        using WavOutput output = new(FilePath);
        output.Start(Ramp);
        output.AdvanceTo(new HostTime(0));
        output.AdvanceTo(new HostTime(3_500_000));
        // As another program sees it now, without any end.
        using FileStream stream = new(FilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(40)).ShouldBeLessThanOrEqualTo((uint)(bytes.Length - 44));
        WavFile.Parse(bytes, "x").Frames.ShouldBeInRange(2 * 48_000, (int)(3.5 * 48_000));
    }

    [Theory, InlineData(1), InlineData(20_833)]
    public void AdvanceTo_AnySteps_GivesTheSameFile(int stepUs)
    {
        using (WavOutput output = new(FilePath))
        {
            output.Start(Ramp);
            long us = 0;
            for (; us < 60_000; us += stepUs) output.AdvanceTo(new HostTime(us));
            output.AdvanceTo(new HostTime(1_000_000));
        }

        WavFile.Read(FilePath).Interleaved.Where((_, i) => i % 2 == 0).ShouldBe(Enumerable.Range(0, 48_000).Select(i => (i % 30_000) / 32767f));
    }

    [Fact]
    public void TryFrameAt_AnyInstantNotReached_IsAFrameNotRendered()
    {
        using WavOutput output = new(FilePath);
        output.Start(Ramp);
        output.AdvanceTo(new HostTime(0));
        Prop.ForAll(Gen.Choose(0, 30_000).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (us, later) =>
        {
            long now = (output.Facts.Frames * 1000 / 48) + us;
            output.AdvanceTo(new HostTime(now));
            return output.TryFrameAt(new HostTime(now + later), out long frame) && frame >= output.Facts.Frames;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void WavOutput_NoSuchFolder_SaysSo() =>
        Should.Throw<SoundException>(() => new WavOutput(_folder["no", "walk.wav"])).Message.ShouldContain("cannot be written");

    [Theory]
    [InlineData(1, 8)]
    [InlineData(1, 16)]
    [InlineData(1, 24)]
    [InlineData(1, 32)]
    [InlineData(3, 32)]
    public void Parse_AnyWidth_GivesTheSameSound(int kind, int bits)
    {
        float[] sound = [0, 0.25f, -0.5f, 0.75f];
        WavFile file = WavFile.Parse(Bytes(kind, bits, 22_050, sound), "x");
        file.RateHz.ShouldBe(22_050);
        float[] mono = file.ToMono();
        for (int i = 0; i < sound.Length; i++) mono[i].ShouldBe(sound[i], bits == 8 ? 0.01f : 1e-4f);
    }

    [Fact]
    public void Parse_LengthsAsAPipeHasThem_ReadsToTheEnd()
    {
        byte[] bytes = Bytes(1, 16, 22_050, [0, 0.5f, 0.5f]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(40), 0x7FFFF000);
        WavFile.Parse(bytes, "x").Frames.ShouldBe(3);
    }

    [Fact]
    public void Parse_AnyBytes_IsAFileOrSaysWhy()
    {
        byte[] whole = Bytes(1, 16, 22_050, [0, 0.5f, 0.5f]);
        Gen<byte[]> mutated = from at in Gen.Choose(0, whole.Length - 1)
                              from to in Gen.Choose(0, 255)
                              from cut in Gen.Choose(0, whole.Length)
                              select ((byte[])[.. whole[..at], (byte)to, .. whole[(at + 1)..]])[..cut];
        Prop.ForAll(mutated.ToArbitrary(), bytes =>
        {
            try
            {
                return WavFile.Parse(bytes, "x.wav").Frames >= 0;
            }
            catch (SoundException e)
            {
                return e.Message.StartsWith("sound, x.wav: ", StringComparison.Ordinal);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    public void Dispose() => _folder.Dispose();

    private static void Ramp(Span<float> stereo, long first, HostTime askedAt)
    {
        for (int i = 0; i < stereo.Length / 2; i++) (stereo[2 * i], stereo[(2 * i) + 1]) = ((first + i) % 30_000 / 32767f, -((first + i) % 30_000) / 32767f);
    }

    private static byte[] Bytes(int kind, int bits, int rateHz, float[] sound)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        int width = bits / 8;
        writer.Write("RIFF"u8);
        writer.Write(36 + (sound.Length * width));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)kind);
        writer.Write((short)1);
        writer.Write(rateHz);
        writer.Write(rateHz * width);
        writer.Write((short)width);
        writer.Write((short)bits);
        writer.Write("data"u8);
        writer.Write(sound.Length * width);
        foreach (float s in sound)
        {
            if (kind == 3) writer.Write(s);
            else if (bits == 8) writer.Write((byte)Math.Round((s * 127) + 128));
            else writer.Write(BitConverter.GetBytes((int)(s * 2147483000.0))[(4 - width)..]);
        }

        return stream.ToArray();
    }
}
